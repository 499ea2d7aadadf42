"""Walk over the texts of a record, and recognise the English a translation was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from closecodes.load.marks import ValuePath
from closecodes.records import LocalizedText, Record, SourcedText


__all__ = ["CLAUSES", "FoundText", "digest", "texts_of"]

CLAUSES = frozenset({"meaning", "when", "received", "send", "instead", "defined_by", "causes"})
"""Names of the texts that join generated sentences and so must be clauses."""


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text of a record and where it stands."""

    path: ValuePath
    text: LocalizedText
    key: str
    """The name under which digests of the text are kept: ``meaning``, ``causes.0``, ``sources.iana.note``."""

    @property
    def is_clause(self) -> bool:
        """Return whether the text joins generated sentences."""
        return any(step in CLAUSES for step in self.path)


def texts_of(record: Record) -> Iterator[FoundText]:
    """Yield every localized text of ``record``, in the order of its fields."""
    for path, names, text in _walk(record, (), ()):
        steps = names[1:] if names[0] == "text" else names
        yield FoundText(path, text, ".".join(map(str, steps)))


def _walk(
    value: Any, path: ValuePath, names: ValuePath
) -> Iterator[tuple[ValuePath, ValuePath, LocalizedText]]:
    """Yield place, name and text; entries of a list that have an id are named by it, wherever they stand."""
    if isinstance(value, LocalizedText):
        yield path, names, value
    elif isinstance(value, SourcedText):
        yield path, names, value.text
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if isinstance(field := getattr(value, name), (BaseModel, tuple)):
                yield from _walk(field, (*path, name), (*names, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, BaseModel):
                yield from _walk(item, (*path, index), (*names, getattr(item, "id", index)))


def digest(english: str) -> str:
    """Return the digest of an English text: eight hexadecimal digits, whatever its line breaks."""
    return hashlib.sha256(" ".join(english.split()).encode()).hexdigest()[:8]
