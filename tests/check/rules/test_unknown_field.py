"""Unknown fields: what was probably meant, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"pitfals": []}, "pitfals", "unknown field `pitfals`; did you mean `pitfalls`?"),
        ({"facts__retri": "x"}, "facts.retri", "unknown field `retri`; did you mean `retry`?"),
        ({"text__instaed": {}}, "text.instaed", "unknown field `instaed`; did you mean `instead`?"),
        (
            {"facts__retry_delay": {"min": 0, "max": 5, "grow": "x"}},
            "facts.retry_delay.grow",
            "unknown field `grow`; did you mean `growth`?",
        ),
        (
            {"reasons": [{"text": "bye", "by": "x"}, {"text": "bye", "by": "x", "sorces": []}]},
            "reasons.1.sorces",
            "unknown field `sorces`; did you mean `sources`?",
        ),
    ],
)
def test_guess(find: Find, make_code: Make, changes: dict[str, object], place: str, message: str) -> None:
    """The nearest field of that part of the record is asked for."""
    assert [(place, message)] == find("unknown-field", make_code(1000, **changes))


@pytest.mark.parametrize(
    ("changes", "place", "where"),
    [
        ({"facts__meaning": {}}, "facts.meaning", "it belongs into `text`"),
        ({"text__retry": "never"}, "text.retry", "it belongs into `facts`"),
        ({"retry": "never"}, "retry", "it belongs into `facts`"),
        ({"facts__pitfalls": []}, "facts.pitfalls", "it belongs to the record, further left"),
    ],
)
def test_elsewhere(find: Find, make_code: Make, changes: dict[str, object], place: str, where: str) -> None:
    """A field that belongs into another part of the record is sent there."""
    ((found, message),) = find("unknown-field", make_code(1000, **changes))

    assert place == found
    assert message.endswith(f" here; {where}")


def test_list(find: Find, make_code: Make) -> None:
    """Where none is near, all fields of that part are listed."""
    delay = {"min": 0, "max": 5, "colour": "red"}
    message = "unknown field `colour`; expected `min`, `max`, `growth` or `source`"

    assert [("facts.retry_delay.colour", message)] == find(
        "unknown-field", make_code(1000, facts__retry_delay=delay)
    )


def test_other_kind(find: Find, make_family: Make) -> None:
    """The fields are those of the kind of record."""
    family = make_family("websocket", range={"min": 1000, "max": 4999, "mix": 1})
    found = find("unknown-field", files={"families/websocket/family.yaml": family})

    assert ["range.mix"] == [place for place, _ in found]
    assert found[0][1].startswith("unknown field `mix`; did you mean `m")


def test_item_of_ranges(find: Find) -> None:
    """In a list, the fields are those of its items."""
    found = find("unknown-field", files={"ranges.yaml": {"ranges": [{"exampels": []}]}})

    assert [("ranges.0.exampels", "unknown field `exampels`; did you mean `examples`?")] == found
