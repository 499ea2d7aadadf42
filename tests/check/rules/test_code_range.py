"""Ranges: which numbers a family may use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


@pytest.fixture(name="family")
def _family(make_family: Make) -> dict[str, object]:
    """Return a family with the numbers 1010 to 1019."""
    return {"families/websocket/family.yaml": make_family("websocket", range={"min": 1010, "max": 1019})}


@pytest.mark.parametrize("number", [1010, 1015, 1019])
def test_inside(find: Find, make_code: Make, family: dict[str, object], number: int) -> None:
    """Both ends belong to the range."""
    assert [] == find("code-range", make_code(number), files=family)


@pytest.mark.parametrize("number", [1009, 1020])
def test_outside(find: Find, make_code: Make, family: dict[str, object], number: int) -> None:
    """A number below or above is refused."""
    message = f"{number} is outside the range of `websocket`, 1010–1019; "
    message += "if its list has grown, widen `range` in family.yaml"

    assert [("code", message)] == find("code-range", make_code(number), files=family)


def test_other_family(find: Find, make_code: Make, make_family: Make, family: dict[str, object]) -> None:
    """The range of one family is not that of another."""
    other = {"families/other/family.yaml": make_family("other"), "families/other/4000.yaml": make_code(4000)}

    assert [] == find("code-range", files=family | other)


@pytest.mark.parametrize("family", [None, "id: [\n", "id: websocket\n"])
def test_unknown_range(find: Find, make_code: Make, family: str | None) -> None:
    """Where the family cannot be read, its codes are not accused."""
    assert [] == find("code-range", make_code(1000), files={"families/websocket/family.yaml": family})
