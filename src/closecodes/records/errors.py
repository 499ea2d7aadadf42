"""What software prints when a connection closes, and what it means."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from closecodes.records.numbers import CodeId
from closecodes.records.text import Identifier, LocalizedText, Record, SharedTexts, Source, Translations
from closecodes.records.words import Word


__all__ = ["ErrorText", "ErrorTexts", "PrintedAs"]


class PrintedAs(Word):
    """Where a reader finds the text."""

    EXCEPTION = "exception", "The text of an exception or error."
    LOG = "log", "A line of a log."
    CONSOLE = "console", "The console of a browser."
    CLOSE_REASON = "close-reason", "The reason inside a Close frame."
    HTTP_RESPONSE = "http-response", "The answer to the request that should have opened the connection."


class ErrorText(Record):
    """One text that a program prints, and what is behind it."""

    text: Annotated[str, StringConstraints(min_length=1)]
    """The text, exactly as printed; what varies stands as a name in braces: ``invalid status code {code}``."""
    printed_as: PrintedAs
    """Where the text appears."""
    codes: tuple[CodeId, ...] = ()
    """Ids of the codes behind the text, the most likely first; empty where no code is involved."""
    explanation: LocalizedText
    """One or two sentences: what happened, and who did it."""
    act: LocalizedText | None = None
    """One or two sentences: what to do first, where the code's page does not say it."""
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """Ids of the file's sources where the text was read."""


class ErrorTexts(Record):
    """The texts of one program."""

    id: Identifier
    """Short name of the program; also the name of the file."""
    name: str
    """What the program is called."""
    language: str
    """Its programming language, or `browser`, `server`, `proxy`."""
    versions: str | None = None
    """The versions in which the texts were read."""
    texts: Annotated[tuple[ErrorText, ...], Field(min_length=1)]
    """The texts."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """Where the texts were read."""
    shared: SharedTexts = ()
    """Texts that say a sentence of another record on purpose, named as under `translation`."""
    translation: Translations = Field(default_factory=dict)
    """Digests of the English that each translation was made from; written by the tool."""
