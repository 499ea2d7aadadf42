"""Contradictions: facts that cannot both be true."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


_UNSENT = {"facts__on_the_wire": False, "facts__sent_by": "nobody"}


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"facts__sent_by": "nobody"}, "facts", "sent_by is nobody although on_the_wire is true"),
        ({"facts__on_the_wire": False}, "facts", "sent_by is server although on_the_wire is false"),
        (
            {"facts__reported_for": "no-close"},
            "facts",
            "reported_for is no-close although on_the_wire is true",
        ),
        ({"facts__retry_delay": {"min": 6, "max": 5}}, "facts.retry_delay", "min 6 is above max 5"),
    ],
)
def test_message(find: Find, make_code: Make, changes: dict[str, object], place: str, message: str) -> None:
    """The message names both facts."""
    ((found, told),) = find("contradiction", make_code(1000, **changes))

    assert place == found
    assert told.startswith(message)


@pytest.mark.parametrize("changes", [{}, _UNSENT, _UNSENT | {"facts__reported_for": "tls-failure"}])
def test_none(find: Find, make_code: Make, changes: dict[str, object]) -> None:
    """Facts that agree contradict nothing."""
    assert [] == find("contradiction", make_code(1000, **changes))
