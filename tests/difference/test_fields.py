"""Tests of records compared field by field."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from closecodes.difference.fields import FieldChange, field_changes
from closecodes.records import CodeRecord


_LANGUAGES = ("en", "fr")

Make = Callable[..., CodeRecord]


@pytest.fixture(name="make_record")
def _make_record(code_record: Callable[..., str]) -> Make:
    """Return a function that makes the record of 1013, with other facts or fields than usual."""

    def make_record(facts: dict[str, Any] | None = None, **fields: Any) -> CodeRecord:
        return CodeRecord.model_validate_json(code_record(1013, facts, **fields))

    return make_record


def _changes(before: CodeRecord | None, after: CodeRecord | None) -> list[tuple[str, str | None, str | None]]:
    return [
        (change.field, change.before, change.after) for change in field_changes(before, after, _LANGUAGES)
    ]


def test_same(make_record: Make) -> None:
    """Two records that say the same differ in nothing, whatever their digests say."""
    assert [] == _changes(make_record(), make_record(translation={"fr": {"fix": "00000000"}}, shared=["fix"]))


def test_fact(make_record: Make) -> None:
    """A fact is called by its name."""
    assert [("retry", "never", "depends"), ("http_status", None, "503")] == _changes(
        make_record(), make_record({"retry": "depends", "http_status": 503})
    )


@pytest.mark.parametrize(
    ("delay", "said"),
    [
        ({"min": 5, "max": 30, "source": "rfc"}, "5–30 s"),
        ({"min": 5, "max": 5, "source": "rfc"}, "5 s"),
        ({"min": 5, "max": 30, "growth": "exponential", "source": "rfc"}, "5–30 s, growing"),
    ],
)
def test_delay(make_record: Make, delay: dict[str, Any], said: str) -> None:
    """A delay is said in one piece, in seconds."""
    assert [("retry_delay", said, None)] == _changes(make_record({"retry_delay": delay}), make_record())


def test_source_of_delay(make_record: Make) -> None:
    """A delay that somebody else publishes is the same delay."""
    one, other = ({"min": 5, "max": 30, "source": id_} for id_ in ("rfc", "docs"))

    assert [("retry_delay.source", "rfc", "docs")] == _changes(
        make_record({"retry_delay": one}), make_record({"retry_delay": other})
    )


def test_text(make_record: Make) -> None:
    """A text differs in each language by itself."""
    name = {"en": "Busy", "fr": "Numéro 1013 en français"}
    (change,) = field_changes(make_record(), make_record(name=name), _LANGUAGES)

    assert FieldChange("name", "en", "Number 1013 in English", "Busy", "name") == change


def test_statements(make_record: Make) -> None:
    """A statement that comes or goes moves no other."""
    a, b, c = ({"en": word} for word in "abc")

    assert [("causes.0", "a", None)] == _changes(make_record(causes=[a, b, c]), make_record(causes=[b, c]))
    assert [("causes.1", None, "b")] == _changes(make_record(causes=[a, c]), make_record(causes=[a, b, c]))
    assert [("causes.1", "b", "x")] == _changes(
        make_record(causes=[a, b]), make_record(causes=[a, {"en": "x"}])
    )


def test_lists(make_record: Make) -> None:
    """A list of ids is said as a whole."""
    assert [("see_also", "1001", "1001, 1002")] == _changes(
        make_record(see_also=["1001"]), make_record(see_also=["1001", "1002"])
    )


def test_sources(make_record: Make) -> None:
    """Sources are known by their ids, whatever their order."""
    one, other = ({"id": id_, "url": f"https://{id_}.example", "verified": True} for id_ in ("a", "b"))
    before, after = (
        make_record(sources=[one, other]),
        make_record(sources=[{**other, "verified": False}, one]),
    )

    assert [("sources.b.verified", "true", "false")] == _changes(before, after)


def test_mapping(make_record: Make) -> None:
    """A constant is known by its library."""
    assert [("constants.netty", "BUSY", None)] == _changes(
        make_record(constants={"netty": "BUSY"}), make_record()
    )


def test_whole_record(make_record: Make) -> None:
    """A record that comes has every value new, one that goes has every value gone."""
    record = make_record()
    come, gone = _changes(None, record), _changes(record, None)

    assert ("code", None, "1013") in come
    assert [(field, after, before) for field, before, after in come] == gone
    assert len(json.loads(record.model_dump_json(exclude_none=True))) < len(come)
