"""Missing fields: which, and in what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


_WORDS = "expected `never`, `after-fix`, `delayed`, `at-once` or `depends`"


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        (
            {"name": None},
            "",
            "the field `name` is missing: the registry's name in English, and a name in each other language",
        ),
        (
            {"facts__retry": None},
            "facts",
            f"the field `retry` is missing in `facts`: whether to reconnect; {_WORDS}",
        ),
        (
            {"facts__retry_delay": {"min": 0}},
            "facts.retry_delay",
            "the field `max` is missing in `facts.retry_delay`: longest delay, in seconds",
        ),
        (
            {"reasons": [{"text": "bye"}]},
            "reasons.0",
            "the field `by` is missing in `reasons.0`: who sends it",
        ),
    ],
)
def test_missing(find: Find, make_code: Make, changes: dict[str, object], place: str, message: str) -> None:
    """A field that is missing is missed in the part that needs it."""
    assert [(place, message)] == find("missing-field", make_code(1000, **changes))


def test_all(find: Find, make_code: Make) -> None:
    """All missing fields are missed at once."""
    code = make_code(1000, name=None, facts__kind=None, text__fix=None)

    assert ["", "facts", "text"] == [place for place, _ in find("missing-field", code)]


def test_optional(find: Find, make_code: Make) -> None:
    """A field that may be left out is not missed."""
    assert [] == find("missing-field", make_code(1000))


def test_misspelt(find: Find, make_code: Make) -> None:
    """A field that is there under a misspelt name is left to the rule that asks what was meant."""
    code = make_code(1000, facts__kind=None, facts__kinde="planned", text__fix=None)

    assert ["text"] == [place for place, _ in find("missing-field", code)]
