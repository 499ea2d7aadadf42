"""The record of a family: who defines a group of codes."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from closecodes.records.facts import Retry
from closecodes.records.numbers import NumberRange
from closecodes.records.text import Identifier, LocalizedText, Record, SharedTexts, Source, Translations


__all__ = ["Band", "FamilyRecord", "FamilyTexts"]


class Band(NumberRange):
    """A range of numbers to which the vendor gives one meaning or one reconnect rule."""

    retry: Retry
    """Whether to reconnect after a code of the band."""
    use: LocalizedText
    """One sentence: what the numbers of the band have in common."""


class FamilyTexts(Record):
    """What a family page says."""

    defined_by: LocalizedText
    """Noun phrase: completes "These codes are defined by …"."""
    description: LocalizedText
    """Sentences, Markdown: what the family is."""
    reconnect: LocalizedText
    """Sentences, Markdown: the family's rule for reconnecting."""


class FamilyRecord(Record):
    """Who defines a group of codes."""

    id: Identifier
    """Name of the folder."""
    name: LocalizedText
    """What people call the family."""
    document: str
    """Address of the official document; https only."""
    range: NumberRange
    """Numbers the family may use."""
    bands: tuple[Band, ...] = ()
    """Bands of numbers that the vendor tells apart, lowest first."""
    text: FamilyTexts
    """What the page says."""
    read_on: datetime.date | None = None
    """The day the official list was last read."""
    version: str | None = None
    """Version, commit or date of the official list that was read."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """Where all this comes from."""
    shared: SharedTexts = ()
    """Texts that say a sentence of another record on purpose, named as under `translation`."""
    translation: Translations = Field(default_factory=dict)
    """Digests of the English that each translation was made from; written by the tool."""
