"""Find the sources of a record and the places that cite them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from closecodes.load.marks import ValuePath
from closecodes.records import (
    CodeRecord,
    FamilyRecord,
    LocalizedText,
    RangeRecord,
    Record,
    RetryDelay,
    Source,
)


__all__ = ["Citation", "citations", "cited_codes", "needed_support", "source_lists", "sourced_parts"]

_UNSOURCED_FACTS = frozenset({"retry_delay"})
"""Facts that name their source themselves."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place of a record that names a source or a code by its id."""

    path: ValuePath
    id: str


def sourced_parts(record: Record) -> Iterator[tuple[ValuePath, Any]]:
    """Yield each part of ``record`` that has a list of sources of its own, and where it stands."""
    return ((path, part) for path, part in _parts(record, ()) if _has_sources(part))


def source_lists(record: Record) -> Iterator[tuple[ValuePath, tuple[Source, ...]]]:
    """Yield each list of sources of ``record`` and where it stands."""
    for path, part in sourced_parts(record):
        yield (*path, "sources"), part.sources


def _parts(value: Any, path: ValuePath) -> Iterator[tuple[ValuePath, BaseModel]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, BaseModel):
                yield from _parts(item, (*path, index))
    elif isinstance(value, BaseModel) and not isinstance(value, LocalizedText):
        yield path, value
        for name in type(value).model_fields:
            if name != "sources" and isinstance(field := getattr(value, name), (BaseModel, tuple)):
                yield from _parts(field, (*path, name))


def _has_sources(value: BaseModel) -> bool:
    sources = _field(value, "sources")
    return bool(sources) and all(isinstance(source, Source) for source in sources)


def citations(record: Record) -> Iterator[Citation]:
    """Yield every place of a record that cites one of its sources."""
    for path, part in _parts(record, ()):
        if isinstance(part, RetryDelay) and part.source:
            yield Citation((*path, "source"), part.source)
        yield from _cited(part, path, "sources")


def cited_codes(record: Record) -> Iterator[Citation]:
    """Yield every place of a record that names a code by its id."""
    for path, part in _parts(record, ()):
        yield from _cited(part, path, "codes")
        yield from _cited(part, path, "see_also")


def _cited(part: BaseModel, path: ValuePath, name: str) -> Iterator[Citation]:
    for index, id_ in enumerate(_field(part, name)):
        if isinstance(id_, str):
            yield Citation((*path, name, index), id_)


def _field(part: BaseModel, name: str) -> tuple[Any, ...]:
    return getattr(part, name) if name in type(part).model_fields else ()


def needed_support(part: Any) -> Iterator[tuple[str, ValuePath]]:
    """Yield the name and place of each fact and text of ``part`` that some source must support."""
    if isinstance(part, CodeRecord):
        yield "name", ("name",)
        for name in type(part.facts).model_fields:
            if getattr(part.facts, name) is not None and name not in _UNSOURCED_FACTS:
                yield name, ("facts", name)
    if isinstance(part, (FamilyRecord, RangeRecord, CodeRecord)) or hasattr(part, "text"):
        for name in type(part.text).model_fields:
            if getattr(part.text, name) is not None:
                yield name, ("text", name)
