"""Fit each document to the model of its kind, keeping every fault with the place it was found at."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from closecodes.check.sources import sourced_parts
from closecodes.check.texts import FoundText, texts_of
from closecodes.load import Content, Document, Kind, ValuePath
from closecodes.records import (
    Changes,
    CodeRecord,
    ComparisonRecord,
    ErrorTexts,
    FamilyRecord,
    Glossary,
    Libraries,
    Ranges,
    Record,
    SiteRecord,
    SourcedText,
    Timeouts,
)


__all__ = ["MODELS", "Fault", "Parsed", "Records", "parse_records"]

_ENGLISH: ValuePath = ("en",)

R_co = TypeVar("R_co", bound=Record, covariant=True)

MODELS: dict[Kind, type[Record]] = {
    Kind.CODE: CodeRecord,
    Kind.FAMILY: FamilyRecord,
    Kind.COMPARISON: ComparisonRecord,
    Kind.RANGES: Ranges,
    Kind.LIBRARIES: Libraries,
    Kind.SITE: SiteRecord,
    Kind.GLOSSARY: Glossary,
    Kind.TIMEOUTS: Timeouts,
    Kind.CHANGES: Changes,
    Kind.ERROR_TEXTS: ErrorTexts,
}


@dataclass(frozen=True)
class Parsed(Generic[R_co]):
    """A document together with the record it holds."""

    document: Document
    record: R_co

    @cached_property
    def texts(self) -> tuple[FoundText, ...]:
        """Return every localized text of the record, in the order of its fields."""
        return tuple(texts_of(self.record))

    @cached_property
    def lines(self) -> Mapping[str, int]:
        """Return the line of each field and of each English text of the file, by its path (``text.meaning.en``)."""
        return {
            _dotted(path): mark.key[0]
            for path, mark in self.document.marks.items()
            if len(path) == 1 or path[-1:] == _ENGLISH
        }

    @cached_property
    def sourced_parts(self) -> tuple[tuple[ValuePath, Any], ...]:
        """Return each part of the record that has a list of sources of its own, and where it stands."""
        return tuple(sourced_parts(self.record))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that the model of a document refuses."""

    document: Document
    model: type[Record]
    type: str
    path: ValuePath
    message: str
    found: Any
    context: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that could be read, the faults of what could not, and the languages of the site."""

    content: Content
    languages: tuple[str, ...]
    faults: tuple[Fault, ...] = ()
    codes: tuple[Parsed[CodeRecord], ...] = ()
    families: tuple[Parsed[FamilyRecord], ...] = ()
    comparisons: tuple[Parsed[ComparisonRecord], ...] = ()
    ranges: tuple[Parsed[Ranges], ...] = ()
    libraries: tuple[Parsed[Libraries], ...] = ()
    sites: tuple[Parsed[SiteRecord], ...] = ()
    glossaries: tuple[Parsed[Glossary], ...] = ()
    timeouts: tuple[Parsed[Timeouts], ...] = ()
    changes: tuple[Parsed[Changes], ...] = ()
    error_texts: tuple[Parsed[ErrorTexts], ...] = ()
    focus: Collection[str] | None = None
    """Paths of the files whose words somebody asks about; None for all."""

    def all(self) -> Iterator[Parsed[Record]]:
        """Yield every record that could be read."""
        yield from self.codes
        yield from self.families
        yield from self.comparisons
        yield from self.ranges
        yield from self.libraries
        yield from self.sites
        yield from self.glossaries
        yield from self.timeouts
        yield from self.changes
        yield from self.error_texts

    def only(self, documents: Collection[Document]) -> Records:
        """Return what is said of ``documents``, beside the families, the glossary and the site."""
        wanted = {id(document) for document in documents}

        def among(parsed: tuple[Parsed[R_co], ...]) -> tuple[Parsed[R_co], ...]:
            return tuple(found for found in parsed if id(found.document) in wanted)

        return replace(
            self,
            content=replace(self.content, documents=tuple(documents)),
            faults=tuple(fault for fault in self.faults if id(fault.document) in wanted),
            codes=among(self.codes),
            comparisons=among(self.comparisons),
            ranges=among(self.ranges),
            libraries=among(self.libraries),
            timeouts=among(self.timeouts),
            error_texts=among(self.error_texts),
            focus={document.path for document in documents},
        )


@dataclass(slots=True)
class _Sorted:
    by_kind: dict[Kind, list[Any]] = field(default_factory=dict)

    def of(self, kind: Kind) -> tuple[Any, ...]:
        return tuple(self.by_kind.get(kind, ()))


@cache
def _dotted(path: ValuePath) -> str:
    """Return a path as templates write it; records of one kind have the same."""
    return ".".join(map(str, path))


def parse_records(content: Content, languages: tuple[str, ...], before: Records | None = None) -> Records:
    """Return the records of all documents, and every fault found on the way.

    Documents that ``before`` has already keep the records they have there.
    """
    parsed, faults = _Sorted(), list[Fault]()
    known = {id(found.document): found for found in before.all()} if before else {}
    for document in content.documents:
        model = MODELS.get(document.kind)
        if model is None or document.value is None:
            continue
        if id(document) in known:
            parsed.by_kind.setdefault(document.kind, []).append(known[id(document)])
            continue
        try:
            record = model.model_validate_json(json.dumps(document.value, default=str))
        except ValidationError as error:
            faults.extend(_fault(document, model, details) for details in error.errors(include_url=False))
        else:
            parsed.by_kind.setdefault(document.kind, []).append(Parsed(document, record))
    return Records(
        content,
        languages,
        tuple(faults),
        codes=parsed.of(Kind.CODE),
        families=parsed.of(Kind.FAMILY),
        comparisons=parsed.of(Kind.COMPARISON),
        ranges=parsed.of(Kind.RANGES),
        libraries=parsed.of(Kind.LIBRARIES),
        sites=parsed.of(Kind.SITE),
        glossaries=parsed.of(Kind.GLOSSARY),
        timeouts=parsed.of(Kind.TIMEOUTS),
        changes=parsed.of(Kind.CHANGES),
        error_texts=parsed.of(Kind.ERROR_TEXTS),
    )


def _fault(document: Document, model: type[Record], details: ErrorDetails) -> Fault:
    path = _value_path(document, details["loc"])
    return Fault(
        document=document,
        model=model,
        type="extra_forbidden" if _is_misspelt(details["type"], path) else details["type"],
        path=path,
        message=details["msg"],
        found=details["input"],
        context=details.get("ctx", {}),
    )


def _is_misspelt(type_: str, path: ValuePath) -> bool:
    """Return whether a statement has a field that is no text and so was not meant as another language."""
    in_statement = len(path) == 3 and path[0] in {"causes", "pitfalls"}  # noqa: PLR2004 - list, index, field
    return type_ == "string_type" and in_statement and path[-1] not in SourcedText.model_fields


def _value_path(document: Document, location: tuple[int | str, ...]) -> ValuePath:
    """Return pydantic's location without the names it adds for keys and unions."""
    path: ValuePath = ()
    for step in location:
        if (*path, step) not in document.marks and location[-1] != step:
            continue
        if step != "[key]":
            path = (*path, step)
    return path
