"""Unsourced facts: every fact and every text has a source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


_REST = ["sent_by", "on_the_wire", "subject", "kind", "fault", "retry", "specified_in"]
_TEXTS = ["meaning", "when", "check", "fix", "reconnect", "received", "send"]


def _source(id_: str, supports: list[str], *, verified: bool = True) -> dict[str, object]:
    return {"id": id_, "url": "https://example.org/", "verified": verified, "supports": supports}


@pytest.mark.parametrize(
    ("name", "place"), [("name", "name"), ("retry", "facts.retry"), ("send", "text.send")]
)
def test_unsourced(find: Find, make_code: Make, name: str, place: str) -> None:
    """What no source supports is named."""
    supports = [other for other in ["name", *_REST, *_TEXTS] if other != name]
    message = f"`{name}` has no source; add it to `supports` of the source it comes from"

    assert [(place, message)] == find("unsourced-fact", make_code(1000, sources=[_source("a", supports)]))


def test_shared(find: Find, make_code: Make) -> None:
    """Several sources may support it together, read by somebody or not."""
    sources = [_source("a", ["name", *_REST]), _source("b", _TEXTS, verified=False)]

    assert [] == find("unsourced-fact", make_code(1000, sources=sources))


def test_added(find: Find, make_code: Make) -> None:
    """A fact that may be left out needs a source where it is given."""
    found = find("unsourced-fact", make_code(1000, facts__http_status=502))

    assert ["facts.http_status"] == [place for place, _ in found]


def test_delay(find: Find, make_code: Make) -> None:
    """A delay names its own source."""
    assert [] == find(
        "unsourced-fact", make_code(1000, facts__retry_delay={"min": 0, "max": 5, "source": "manual"})
    )


def test_others(find: Find, make_family: Make, make_comparison: Make) -> None:
    """Texts of families and comparisons need sources as well."""
    files = {
        "families/websocket/family.yaml": make_family(
            "websocket", sources=[_source("a", ["description", "reconnect"])]
        ),
        "comparisons/1000-1001.yaml": make_comparison(
            "1000", "1001", sources=[_source("a", ["tell", "act"])]
        ),
    }

    assert ["text.defined_by", "text.difference"] == sorted(
        place for place, _ in find("unsourced-fact", files=files)
    )


def test_range(find: Find) -> None:
    """So does each range, from its own sources."""
    text = {name: {"en": "x"} for name in ("use", "registration", "advice")}
    ranges = [
        {"min": 0, "max": 1, "name": {"en": "x"}, "text": text, "sources": [_source("a", supports)]}
        for supports in (list(text), ["use", "advice"])
    ]

    assert ["ranges.1.text.registration"] == [
        place for place, _ in find("unsourced-fact", files={"ranges.yaml": {"ranges": ranges}})
    ]
