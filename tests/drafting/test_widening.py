"""Tests of ranges that take in one number more."""

from __future__ import annotations

import pytest

from closecodes.drafting.widening import widened
from closecodes.load import Document, Kind
from closecodes.load.strict_yaml import read_yaml
from closecodes.records import NumberRange


def _document(text: str) -> Document:
    reading = read_yaml(text.encode())
    return Document("content/families/acme/family.yaml", Kind.FAMILY, reading.value, reading.marks, text)


@pytest.mark.parametrize(
    ("number", "bounds"), [(4015, "{min: 4000, max: 4015}"), (3000, "{min: 3000, max: 4014}")]
)
def test_widened(number: int, bounds: str) -> None:
    """The range ends at the number, and nothing else changes."""
    text = "id: acme\nrange: {min: 4000, max: 4014}  # as read\nbands:\n  - {min: 4000, max: 4014}\n"

    assert text.replace("range: {min: 4000, max: 4014}", f"range: {bounds}") == widened(
        _document(text), NumberRange(min=4000, max=4014), number
    )


def test_other_layout() -> None:
    """A range that is written in another way is left to its author."""
    text = "id: acme\nrange:\n  min: 4000\n  max: 4014\n"

    assert widened(_document(text), NumberRange(min=4000, max=4014), 4015) is None
