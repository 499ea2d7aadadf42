"""The record of a close code."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from closecodes.records.facts import Facts
from closecodes.records.numbers import CodeId, CodeNumber
from closecodes.records.text import (
    Identifier,
    LocalizedText,
    Record,
    SharedTexts,
    Source,
    SourcedText,
    Translations,
)


__all__ = ["CodeRecord", "CodeTexts", "Reason"]


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
