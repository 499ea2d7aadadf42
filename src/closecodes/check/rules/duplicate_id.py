"""An id names one thing.

Two sources of a record, two libraries, terms, limits, changes or programs with the same id could not be told apart
by those who cite them; a code compared with itself would have no page; a text that a program prints is explained once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.check.sources import source_lists
from closecodes.check.words import shortened
from closecodes.load import Document
from closecodes.problems import Level
from closecodes.records import Change, Library, Term, Timeout


__all__ = ["LEVEL", "WIDE", "check"]

LEVEL = Level.ERROR

WIDE = True


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each id that stands a second time in the same list."""
    for parsed in records.all():
        for path, sources in source_lists(parsed.record):
            for index, id_ in _repeated(source.id for source in sources):
                yield Finding(parsed.document, (*path, index, "id"), _message(id_))
    for comparison in records.comparisons:
        for index, id_ in _repeated(comparison.record.codes):
            yield Finding(comparison.document, ("codes", index), f"`{id_}` is compared with itself")
    yield from _in_lists(records)
    yield from _programs(records)


def _in_lists(records: Records) -> Iterator[Finding]:
    for libraries in records.libraries:
        yield from _in_list(libraries.document, "libraries", libraries.record.libraries)
    for glossary in records.glossaries:
        yield from _in_list(glossary.document, "terms", glossary.record.terms)
    for timeouts in records.timeouts:
        yield from _in_list(timeouts.document, "timeouts", timeouts.record.timeouts)
    for changes in records.changes:
        yield from _in_list(changes.document, "changes", changes.record.changes)


def _in_list(
    document: Document, name: str, items: Iterable[Library | Term | Timeout | Change]
) -> Iterator[Finding]:
    for index, id_ in _repeated(item.id for item in items):
        yield Finding(document, (name, index, "id"), _message(id_))


def _programs(records: Records) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for parsed in records.error_texts:
        path = first.setdefault(parsed.record.id, parsed.document.path)
        if path != parsed.document.path:
            yield Finding(parsed.document, ("id",), f"the id `{parsed.record.id}` already stands in {path}")
        for index, text in _repeated(text.text for text in parsed.record.texts):
            message = f"the text `{shortened(text)}` already stands above in this list"
            yield Finding(parsed.document, ("texts", index, "text"), message)


def _message(id_: str) -> str:
    return f"the id `{id_}` already stands above in this list"


def _repeated(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen = set[str]()
    for index, id_ in enumerate(ids):
        if id_ in seen:
            yield index, id_
        seen.add(id_)
