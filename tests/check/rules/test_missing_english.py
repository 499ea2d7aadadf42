"""Missing English: every text exists in the language of reference."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


@pytest.mark.parametrize("english", [{}, {"en": ""}, {"en": " \n"}])
def test_missing(find: Find, make_code: Make, english: dict[str, str]) -> None:
    """A text that is French only, or whose English is empty, is incomplete."""
    code = make_code(1000, text__fix=english | {"fr": "Relancez-le."})

    assert [("text.fix", "the English text (`en`) of `fix` is missing")] == find("missing-english", code)


def test_item(find: Find, make_code: Make) -> None:
    """So is a statement of a list."""
    code = make_code(1000, pitfalls=[{"en": "A."}, {"fr": "B."}])
    message = "the English text (`en`) of `pitfalls.1` is missing"

    assert [("pitfalls.1", message)] == find("missing-english", code)


def test_english_only(find: Find, make_code: Make) -> None:
    """A text that is English only lacks no English."""
    assert [] == find("missing-english", make_code(1000, name={"en": "Name"}))
