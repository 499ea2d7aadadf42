"""Misplaced texts: `send` is for codes that may be sent, `instead` for the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


_INSTEAD = {"en": "send 1000", "fr": "envoyez 1000"}
_UNSENT = {"facts__on_the_wire": False, "facts__sent_by": "nobody"}


@pytest.mark.parametrize("changes", [{}, _UNSENT | {"text__send": None, "text__instead": _INSTEAD}])
def test_right(find: Find, make_code: Make, changes: dict[str, object]) -> None:
    """A code has the advice that fits it."""
    assert [] == find("misplaced-text", make_code(1000, **changes))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"text__send": None}, [("text", "the text `send` is missing; on_the_wire is true")]),
        (
            {"text__instead": _INSTEAD},
            [("text.instead", "the text `instead` does not fit; on_the_wire is true, so write `send`")],
        ),
        (
            _UNSENT | {"text__instead": _INSTEAD},
            [("text.send", "the text `send` does not fit; on_the_wire is false, so write `instead`")],
        ),
        (
            _UNSENT | {"text__send": None},
            [("text", "the text `instead` is missing; on_the_wire is false")],
        ),
        (
            {"text__send": None, "text__instead": _INSTEAD},
            [
                ("text", "the text `send` is missing; on_the_wire is true"),
                ("text.instead", "the text `instead` does not fit; on_the_wire is true, so write `send`"),
            ],
        ),
    ],
    ids=["no-send", "both-sent", "both-unsent", "no-instead", "exchanged"],
)
def test_wrong(find: Find, make_code: Make, changes: dict[str, object], found: list[tuple[str, str]]) -> None:
    """Advice that lacks is missed, and advice that does not fit is refused."""
    assert found == find("misplaced-text", make_code(1000, **changes))
