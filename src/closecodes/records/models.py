"""The records of the content folder: the single source of truth for checks, schemas and pages."""

from __future__ import annotations

import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from closecodes.records.facts import Facts, Retry
from closecodes.records.sequences import FrameSequence
from closecodes.records.text import (
    Identifier,
    LocalizedText,
    Record,
    SharedTexts,
    Source,
    SourcedText,
    Translations,
)


__all__ = [
    "Band",
    "CodeRecord",
    "CodeTexts",
    "ComparisonRecord",
    "ComparisonTexts",
    "FamilyRecord",
    "FamilyTexts",
    "Libraries",
    "Library",
    "NumberRange",
    "RangeRecord",
    "RangeTexts",
    "Ranges",
    "Reason",
    "SiteRecord",
]

CodeNumber = Annotated[int, Field(ge=0, le=65_535)]
CodeId = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*-)?[0-9]{1,5}$")]


class Reason(Record):
    """A reason text that an implementation really writes into its Close frame."""

    text: str
    """The reason, exactly as sent; at most 123 bytes of UTF-8 (RFC 6455, section 5.5)."""
    by: str
    """Who sends it."""
    sources: tuple[Identifier, ...] = ()
    """Ids of the record's sources where the text was read."""


class CodeTexts(Record):
    """What a code page says, in each language. Clauses join generated sentences; sentences stand alone."""

    meaning: LocalizedText
    """Clause: completes "1012 means that …"."""
    when: LocalizedText
    """Clause: completes "You see 1012 when …"."""
    check: LocalizedText | None = None
    """Sentences: what to look at first."""
    fix: LocalizedText
    """Sentences, Markdown: how to fix it."""
    reconnect: LocalizedText
    """Sentences: whether to reconnect, after how long, and why."""
    received: LocalizedText
    """Clause: completes "If you received 1012, …"."""
    send: LocalizedText | None = None
    """Clause: completes "Send 1012 when …"; for codes that may be sent."""
    instead: LocalizedText | None = None
    """Clause: completes "Never send 1006: …"; for codes that may not be sent."""


class CodeRecord(Record):
    """One close code."""

    code: CodeNumber
    """The number."""
    name: LocalizedText
    """The registry's name in English, and a name in each other language."""
    identifier: str | None = None
    """What the vendor's own document or source calls the code, exactly as printed there."""
    facts: Facts
    """Typed facts, from which comparisons are computed."""
    text: CodeTexts
    """What the page says."""
    causes: tuple[SourcedText, ...] = ()
    """Typical causes; each a clause."""
    pitfalls: tuple[SourcedText, ...] = ()
    """What people get wrong; each one or more sentences."""
    reasons: tuple[Reason, ...] = ()
    """Reason texts seen in real Close frames."""
    constants: dict[Identifier, str] = Field(default_factory=dict)
    """Name of the code's constant in each library, by the library's id."""
    see_also: tuple[CodeId, ...] = ()
    """Ids of the codes this one is confused with."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """Where all this comes from."""
    shared: SharedTexts = ()
    """Texts that say a sentence of another record on purpose, named as under `translation`."""
    translation: Translations = Field(default_factory=dict)
    """Digests of the English that each translation was made from; written by the tool."""


class NumberRange(Record):
    """An unbroken range of numbers, both ends included."""

    min: CodeNumber
    """Lowest number."""
    max: CodeNumber
    """Highest number."""

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Self:
        if self.min > self.max:
            message = f"min {self.min} is above max {self.max}; the lowest number comes first"
            raise ValueError(message)
        return self


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


class Library(Record):
    """A library whose constants the records name."""

    id: Identifier
    """Short name; records refer to it."""
    name: str
    """What the library is called."""
    language: str
    """The programming language it is for."""
    constants: str
    """The class, enumeration or module that holds the constants."""
    source: str
    """Address of the file that defines them; https only."""


class Libraries(Record):
    """The libraries whose constants the records name."""

    libraries: tuple[Library, ...]
    """The libraries, in the order of the tables."""


class SiteRecord(Record):
    """What the site is called and where it lives."""

    name: str
    """Name of the site."""
    tagline: LocalizedText
    """One sentence under the name."""
    base_url: str
    """Address the site is served from, ending with a slash; https only."""
    repository: str
    """Address of the source repository, where pages are improved; https only."""
    branch: str
    """The branch that the site is built from."""
    proper_names: tuple[str, ...] = ()
    """Words that keep their capital at the start of a clause."""
    shared: SharedTexts = ()
    """Texts that say a sentence of another record on purpose, named as under `translation`."""
    translation: Translations = Field(default_factory=dict)
    """Digests of the English that each translation was made from; written by the tool."""
