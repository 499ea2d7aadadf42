"""Duplicate codes: a family has one record for a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


def test_once(find: Find, make_code: Make) -> None:
    """Each number once is right."""
    assert [] == find("duplicate-code", make_code(1000), make_code(1001))


def test_twice(find: Find, make_code: Make) -> None:
    """The second file of a number names the first, however many follow."""
    files = {f"families/websocket/{name}.yaml": make_code(1000) for name in ("1000", "1000b", "1000c")}
    finding = ("code", "code 1000 already has a record, content/families/websocket/1000.yaml")

    assert [finding, finding] == find("duplicate-code", files=files)


def test_other_family(find: Find, make_code: Make, make_family: Make) -> None:
    """Two families may use the same number."""
    files = {"families/other/family.yaml": make_family("other"), "families/other/1000.yaml": make_code(1000)}

    assert [] == find("duplicate-code", make_code(1000), files=files)
