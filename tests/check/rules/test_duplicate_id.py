"""Duplicate ids: an id names one thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]

_URL = "https://example.org/"


def test_sources(find: Find, make_code: Make) -> None:
    """The second source of an id is refused, and the third."""
    code = make_code(
        1000, sources=[{"id": id_, "url": _URL, "verified": True} for id_ in ("a", "b", "a", "a")]
    )
    message = "the id `a` already stands above in this list"

    assert [("sources.2.id", message), ("sources.3.id", message)] == find("duplicate-id", code)


def test_libraries(find: Find) -> None:
    """So is the second library."""
    library = {"id": "ws", "name": "ws", "language": "JavaScript", "constants": "none", "source": _URL}
    found = find("duplicate-id", files={"libraries.yaml": {"libraries": [library, library]}})

    assert [("libraries.1.id", "the id `ws` already stands above in this list")] == found


def test_other_list(find: Find, make_code: Make) -> None:
    """Two records may call a source the same."""
    assert [] == find("duplicate-id", make_code(1000), make_code(1001))


def test_changes(find: Find, make_code: Make) -> None:
    """Two changes of one id could not be told apart in a feed."""
    change = {"id": "one", "date": "2026-11-28", "pages": ["code:1000"], "text": {"en": "New."}}
    found = find("duplicate-id", make_code(1000), files={"changes.yaml": {"changes": [change, change]}})

    assert [("changes.1.id", "the id `one` already stands above in this list")] == found
