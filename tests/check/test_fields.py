"""Tests of fields, found by their place in a record."""

from __future__ import annotations

import pytest

from closecodes.check.fields import description_at, field_at, fields_at, words_of
from closecodes.load import ValuePath
from closecodes.records import CodeRecord, ComparisonRecord, Retry


@pytest.mark.parametrize(
    ("path", "description"),
    [
        (("code",), "The number."),
        (("facts", "retry"), "Whether to reconnect."),
        (("text", "when", "en"), 'Clause: completes "You see 1012 when …".'),
        (("sources", 3, "url"), "Address of the source; https only."),
        (("facts", "retry_delay", "min"), "Shortest delay, in seconds."),
        (("causes", 0, "fr"), "The statement in French."),
    ],
)
def test_description(path: ValuePath, description: str) -> None:
    """The innermost field around a place is described, in lists and texts too."""
    assert description == description_at(CodeRecord, path)


@pytest.mark.parametrize("path", [(), ("colour",), (0,)])
def test_no_field(path: ValuePath) -> None:
    """A place outside of the model has no field."""
    assert field_at(CodeRecord, path) is None
    assert description_at(CodeRecord, path) is None


def test_words() -> None:
    """The words of a field that may be left out are found too."""
    field = field_at(CodeRecord, ("facts", "retry"))
    reported_for = field_at(CodeRecord, ("facts", "reported_for"))

    assert field is not None
    assert reported_for is not None
    assert tuple(Retry) == words_of(field)
    assert ("empty-close", "no-close", "tls-failure") == words_of(reported_for)


def test_no_words() -> None:
    """A text is not chosen from a list."""
    field = field_at(CodeRecord, ("identifier",))

    assert field is not None
    assert () == words_of(field)


def test_names() -> None:
    """The fields that may stand at a place are those of the model there."""
    assert ("difference", "tell", "act") == fields_at(ComparisonRecord, ("text",))
