"""What a person wrote about two codes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from closecodes.records.numbers import CodeId
from closecodes.records.sequences import FrameSequence
from closecodes.records.text import LocalizedText, Record, SharedTexts, Source, Translations


__all__ = ["ComparisonRecord", "ComparisonTexts"]


class ComparisonTexts(Record):
    """What only a person can say about two codes that people confuse."""

    difference: LocalizedText
    """One sentence: the difference."""
    tell: LocalizedText
    """Sentences, Markdown: how to tell which of the two you have."""
    act: LocalizedText
    """Sentences, Markdown: what to do in each case."""


class ComparisonRecord(Record):
    """An authored comparison of two codes."""

    codes: Annotated[tuple[CodeId, ...], Field(min_length=2, max_length=2)]
    """Ids of the two codes, in the order of the page."""
    text: ComparisonTexts
    """What the page says on top."""
    sequences: Annotated[tuple[FrameSequence, ...], Field(max_length=2)] = ()
    """Exchanges that show the difference, where they help: one for each code at most."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """Where all this comes from."""
    shared: SharedTexts = ()
    """Texts that say a sentence of another record on purpose, named as under `translation`."""
    translation: Translations = Field(default_factory=dict)
    """Digests of the English that each translation was made from; written by the tool."""
