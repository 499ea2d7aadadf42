"""Wrong values: what is allowed instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


_SOURCE = {"id": "a", "url": "https://example.org/", "verified": True}


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        (
            {"facts__retry": "later"},
            "facts.retry",
            "found the text `later`; expected `never`, `after-fix`, `delayed`, `at-once` or `depends`",
        ),
        (
            {"facts__specified_in": "rfc6455"},
            "facts.specified_in",
            "found the text `rfc6455`; expected `rfc-6455`, `registry` or `vendor`; did you mean `rfc-6455`?",
        ),
        ({"facts__http_status": 99}, "facts.http_status", "found the number 99; expected at least 100"),
        ({"facts__http_status": 600}, "facts.http_status", "found the number 600; expected at most 599"),
        ({"code": -1}, "code", "found the number -1; expected at least 0"),
        ({"code": 65_536}, "code", "found the number 65536; expected at most 65535"),
        ({"sources": []}, "sources", "found 0 items; expected at least 1"),
    ],
)
def test_message(find: Find, make_code: Make, changes: dict[str, object], place: str, message: str) -> None:
    """The message says what was found and what is allowed, with the nearest word if one is near."""
    assert [(place, message)] == find("wrong-value", make_code(1000, **changes))


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"see_also": ["1001", "Discord-4004"]}, "see_also.1"),
        ({"constants": {"Not An Id": "X"}}, "constants.Not An Id"),
        ({"causes": [{"en": "x", "sources": ["Not An Id"]}]}, "causes.0.sources.0"),
    ],
)
def test_form(find: Find, make_code: Make, changes: dict[str, object], place: str) -> None:
    """An id that is none is told the form of ids."""
    ((found, message),) = find("wrong-value", make_code(1000, **changes))

    assert place == found
    assert "; expected the form ^" in message


@pytest.mark.parametrize(
    "source",
    [_SOURCE | {"id": "Not An Id"}, _SOURCE | {"verified": "yes"}, {"id": "a"}, _SOURCE | {"titel": "x"}],
    ids=["form", "type", "missing", "unknown"],
)
def test_faulty_item(find: Find, make_code: Make, source: dict[str, object]) -> None:
    """An item with a fault of its own is counted: its list is not too short."""
    places = [place for place, _ in find("wrong-value", make_code(1000, sources=[source]))]

    assert "sources" not in places


@pytest.mark.parametrize(
    ("ids", "message"),
    [
        (["1000"], "expected at least 2"),
        (["1000", "1001", "1002"], "found 3 items; expected at most 2"),
        (["1000", "1001", "1002", "1003"], "found 4 items; expected at most 2"),
    ],
)
def test_length(find: Find, make_comparison: Make, ids: list[str], message: str) -> None:
    """A list of the wrong length is told how many items there may be."""
    ((place, found),) = find("wrong-value", files={"comparisons/1000-1001.yaml": make_comparison(*ids)})

    assert "codes" == place
    assert found.endswith(message)


def test_wrong_type(find: Find, make_code: Make) -> None:
    """A value of the wrong type is not told which values are right."""
    assert [] == find("wrong-value", make_code(1000, code="1000", facts__on_the_wire="no"))
