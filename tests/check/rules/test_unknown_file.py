"""Unknown files: each file of the content folder has a known place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


_ELSEWHERE = (
    "no record is expected here; records are families/<family>/<number>.yaml or comparisons/<a>-<b>.yaml"
)


def test_known(find: Find, make_code: Make) -> None:
    """A file in its place is known."""
    assert [] == find("unknown-file", make_code(1000), files={"pages/about.en.md": "# About"})


@pytest.mark.parametrize("name", ["families/websocket/1000.yml", "site.yml", "comparisons/1000-1001.yml"])
def test_ending(find: Find, name: str) -> None:
    """A file that ends with .yml is told its right name, wherever it is."""
    message = f"the file would not be on the site; rename it to content/{name.removesuffix('.yml')}.yaml"

    assert [("", message)] == find("unknown-file", files={name: "code: 1000\n"})


@pytest.mark.parametrize(
    "name", ["README.md", "1000.yaml", "families/1000.yaml", "families/websocket/old/1000.yaml"]
)
def test_elsewhere(find: Find, name: str) -> None:
    """A file in no known place is told where records are."""
    assert [("", _ELSEWHERE)] == find("unknown-file", files={name: "code: 1000\n"})
