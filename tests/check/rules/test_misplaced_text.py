"""Misplaced texts: `send` is for codes that may be sent, `instead` for the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


_INSTEAD = {"en": "send 1000", "fr": "envoyez 1000"}
_UNSENT = {"facts__on_the_wire": False, "facts__sent_by": "nobody"}
_VENDOR = {"facts__specified_in": "vendor"}


@pytest.mark.parametrize("changes", [{}, _UNSENT | {"text__send": None, "text__instead": _INSTEAD}])
def test_right(find: Find, make_code: Make, changes: dict[str, object]) -> None:
    """A code has the advice that fits it."""
    assert [] == find("misplaced-text", make_code(1000, **changes))


@pytest.mark.parametrize(
    "changes",
    [_VENDOR, _VENDOR | {"text__send": None}, _VENDOR | _UNSENT | {"text__send": None}],
    ids=["send", "neither", "neither-unsent"],
)
def test_vendor(find: Find, make_code: Make, changes: dict[str, object]) -> None:
    """A code of a vendor needs no advice on sending it, and may have it."""
    assert [] == find("misplaced-text", make_code(4000, **changes))


@pytest.mark.parametrize("facts", [_VENDOR, _VENDOR | _UNSENT])
def test_vendor_contradiction(find: Find, make_code: Make, facts: dict[str, object]) -> None:
    """Advice that does not fit is refused in a code of a vendor as well, and the other is not asked for."""
    sent = facts.get("facts__on_the_wire", True)
    changes = {"text__send": None, "text__instead": _INSTEAD} if sent else {}
    unwanted = "instead" if sent else "send"

    assert [f"text.{unwanted}"] == [
        place for place, _ in find("misplaced-text", make_code(4000, **facts, **changes))
    ]


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
