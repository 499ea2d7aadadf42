"""Tests of how codes are named on the command line."""

from __future__ import annotations

import pytest

from closecodes.drafting.naming import NamingError, pair_of, split_code
from closecodes.drafting.numbers import Numbers


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ([], (None, None)),
        (["1016"], ("websocket", "1016")),
        (["acme"], ("acme", None)),
        (["acme", "4002"], ("acme", "4002")),
        (["acme-4002"], ("acme", "4002")),
        (["nobody-4002"], ("nobody-4002", None)),
    ],
)
def test_code(numbers: Numbers, words: list[str], named: tuple[str | None, str | None]) -> None:
    """A family, a number, both, or the id of a code may be named."""
    assert named == split_code(words, numbers)


def test_too_many(numbers: Numbers) -> None:
    """More than a family and a number is refused."""
    with pytest.raises(NamingError, match="give a family and a number, such as `discord 4015`"):
        split_code(["acme", "4002", "4003"], numbers)


def test_pair(numbers: Numbers) -> None:
    """Two codes are put in the order of their page."""
    assert ("1008", "acme-4001") == pair_of(["acme-4001", "1008"], numbers)


@pytest.mark.parametrize(
    ("ids", "message"),
    [
        (["1008", "1009"], "no code is called `1009`"),
        (["1008", "1008"], "1008 cannot be compared with itself"),
        (["1008", "1006", "acme-4000"], "3 codes were given; a comparison is one of two"),
    ],
)
def test_no_pair(numbers: Numbers, ids: list[str], message: str) -> None:
    """What is no pair of codes is refused."""
    with pytest.raises(NamingError, match=message):
        pair_of(ids, numbers)
