"""What any number of the 16-bit code field means."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from closecodes.records.numbers import CodeNumber, NumberRange
from closecodes.records.text import LocalizedText, Record, SharedTexts, Source, Translations


__all__ = ["RangeRecord", "RangeTexts", "Ranges"]


class RangeTexts(Record):
    """What the page of ranges says of one range."""

    use: LocalizedText
    """Sentences: what the range is for."""
    registration: LocalizedText
    """Sentences: how a number of the range is registered."""
    advice: LocalizedText
    """Sentences: what to do about a number of the range."""


class RangeRecord(NumberRange):
    """One range of numbers and what any number in it means."""

    name: LocalizedText
    """Short name of the range."""
    text: RangeTexts
    """What the page says."""
    examples: tuple[CodeNumber, ...] = ()
    """Numbers of the range that people ask about."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """Where all this comes from."""


class Ranges(Record):
    """All ranges of the 16-bit code field."""

    ranges: tuple[RangeRecord, ...]
    """The ranges, lowest first."""
    shared: SharedTexts = ()
    """Texts that say a sentence of another record on purpose, named as under `translation`."""
    translation: Translations = Field(default_factory=dict)
    """Digests of the English that each translation was made from; written by the tool."""
