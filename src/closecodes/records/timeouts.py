"""After how many seconds of silence, or of life, programs between the two ends drop a connection."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from closecodes.records.numbers import CodeId
from closecodes.records.text import Identifier, LocalizedText, Record, SharedTexts, Source, Translations
from closecodes.records.words import Word


__all__ = ["Limit", "Timeout", "Timeouts"]


class Limit(Word):
    """What the seconds are counted from."""

    IDLE = "idle", "Seconds without any traffic."
    LIFETIME = "lifetime", "Seconds since the connection was opened."
    KEEPALIVE = "keepalive", "Seconds between two pings, or until a pong must come."
    CLOSE_HANDSHAKE = "close-handshake", "Seconds that a Close frame may stay without answer."


class Timeout(Record):
    """One limit of one product."""

    id: Identifier
    """Short name of the limit."""
    name: str
    """The product, as it calls itself."""
    seconds: Annotated[int, Field(ge=1, le=604_800)]
    """The default, in seconds."""
    limit: Limit
    """What is counted."""
    setting: str | None = None
    """The setting that changes it, exactly as written; None where it cannot be changed."""
    codes: tuple[CodeId, ...] = ()
    """What the two ends then see."""
    text: LocalizedText
    """One or two sentences: what happens, and what to set."""
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """Ids of the file's sources that give the figure."""


class Timeouts(Record):
    """All limits."""

    timeouts: Annotated[tuple[Timeout, ...], Field(min_length=1)]
    """The limits, the shortest first."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """Where the figures come from."""
    shared: SharedTexts = ()
    """Texts that say a sentence of another record on purpose, named as under `translation`."""
    translation: Translations = Field(default_factory=dict)
    """Digests of the English that each translation was made from; written by the tool."""
