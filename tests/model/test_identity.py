"""Tests of ids and of the order of two codes on their page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.model import REGISTERED_FAMILY, beside_each, code_id, family_and_number, in_page_order


FAMILIES = st.one_of(st.just(REGISTERED_FAMILY), st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,2}", fullmatch=True))
NUMBERS = st.integers(min_value=0, max_value=65_535)
IDS = st.builds(code_id, FAMILIES, NUMBERS)


@pytest.mark.parametrize(
    ("family", "number", "expected"),
    [
        ("websocket", 1012, "1012"),
        ("websocket", "1012", "1012"),
        ("discord", 4004, "discord-4004"),
        ("discord-voice", 4004, "discord-voice-4004"),
    ],
)
def test_code_id(family: str, number: int | str, expected: str) -> None:
    """The id of a registered code is its number; any other has its family before it."""
    assert expected == code_id(family, number)


@pytest.mark.parametrize(
    ("id_", "expected"),
    [("0", ("websocket", 0)), ("1012", ("websocket", 1012)), ("discord-voice-4004", ("discord-voice", 4004))],
)
def test_family_and_number(id_: str, expected: tuple[str, int]) -> None:
    """An id tells the family and the number."""
    assert expected == family_and_number(id_)


@given(family=FAMILIES, number=NUMBERS)
@settings(deadline=None)
def test_id_and_back(family: str, number: int) -> None:
    """No two codes share an id: family and number can be read back from it."""
    assert (family, number) == family_and_number(code_id(family, number))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1000", "1012"),
        ("999", "1000"),
        ("1008", "discord-4004"),
        ("3008", "discord-1000"),
        ("discord-4004", "graphql-ws-4008"),
        ("discord-4008", "graphql-ws-4008"),
        ("discord-4008", "discord-voice-4008"),
        ("zulu-4000", "alpha-4001"),
        ("alpha-999", "alpha-1000"),
    ],
)
def test_page_order(first: str, second: str) -> None:
    """The registered code comes first, then the lower number, then the family’s name."""
    assert [(first, second)] * 2 == [in_page_order(first, second), in_page_order(second, first)]


@given(one=IDS, other=IDS)
@settings(deadline=None)
def test_page_order_of_any(one: str, other: str) -> None:
    """The order given does not matter, and both ids stay."""
    ordered = in_page_order(one, other)

    assert (ordered, sorted((one, other))) == (in_page_order(other, one), sorted(ordered))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([], []),
        (["1000"], [(None, None)]),
        (["1000", "1001", "1012"], [(None, "1001"), ("1000", "1012"), ("1001", None)]),
    ],
)
def test_beside_each(row: list[str], expected: list[tuple[str | None, str | None]]) -> None:
    """Each id of a row knows the one before it and the one after it; there is nothing beyond the ends."""
    assert dict(zip(row, expected, strict=True)) == beside_each(row)
