"""Unsourced delays: a delay says who published it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


_MESSAGE = "the delay has no source; add `source: <id of a source below>`, or leave the delay out"


def test_unsourced(find: Find, make_code: Make) -> None:
    """A delay without a source is refused."""
    code = make_code(1000, facts__retry_delay={"min": 0, "max": 5})

    assert [("facts.retry_delay", _MESSAGE)] == find("unsourced-delay", code)


@pytest.mark.parametrize("changes", [{}, {"facts__retry_delay": {"min": 0, "max": 5, "source": "manual"}}])
def test_right(find: Find, make_code: Make, changes: dict[str, object]) -> None:
    """No delay, or one with a source, is right."""
    assert [] == find("unsourced-delay", make_code(1000, **changes))
