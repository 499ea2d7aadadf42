"""What a record or a text refers to exists.

`see_also`, `codes` and comparisons name codes, `supports` names facts and texts of the same record, `sources` of an
item and of a delay name a source of the same record, `constants` names libraries of `libraries.yaml`, `shared` names
texts of the same record. In pages and guides, `[…](code:1006)`, `(compare:1000/1006)`, `(family:discord)` and
`(guide:diagnosing-1006)` lead to a page of the site, and `{{ sample x }}` to a file of `guides/samples/`; the `pages`
of a change are named alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from closecodes.check.links import Targets
from closecodes.check.parsing import Parsed, Records
from closecodes.check.prose import position_of
from closecodes.check.rules.base import Finding
from closecodes.check.sources import Citation, citations, cited_codes
from closecodes.check.words import did_you_mean, one_of
from closecodes.load import Kind
from closecodes.load.scalars import one_line
from closecodes.problems import Level
from closecodes.records import Changes, CodeRecord, CodeTexts, Facts, Record


__all__ = ["LEVEL", "WIDE", "check"]

LEVEL = Level.ERROR

WIDE = True

_FEW = 10
"""Names that a message can list."""


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each reference that leads nowhere."""
    targets = Targets.of(records)
    libraries = {library.id for parsed in records.libraries for library in parsed.record.libraries}
    for record in records.all():
        yield from _unknown(record, "code", cited_codes(record.record), targets.codes)
        sources = {source.id for source in getattr(record.record, "sources", ())}
        yield from _unknown(record, "source", citations(record.record), sources)
        yield from _check_supports(record)
        shared = getattr(record.record, "shared", ())
        cited = (Citation(("shared", index), key) for index, key in enumerate(shared))
        yield from _unknown(record, "text", cited, {found.key for found in record.texts} if shared else ())
    for parsed in records.codes if libraries else ():
        cited = (Citation(("constants", id_), id_) for id_ in parsed.record.constants)
        yield from _unknown(parsed, "library", cited, libraries, at_key=True)
    for changes in records.changes:
        yield from _check_changes(changes, targets)
    yield from _check_prose(records, targets)


def _check_changes(parsed: Parsed[Changes], targets: Targets) -> Iterator[Finding]:
    for number, change in enumerate(parsed.record.changes):
        for index, reference in enumerate(change.pages):
            kind, _, name = reference.partition(":")
            if message := targets.fault_of(kind, name):
                path = ("changes", number, "pages", index)
                yield Finding(parsed.document, path, one_line(message))


def _check_prose(records: Records, targets: Targets) -> Iterator[Finding]:
    for document in records.content.documents:
        if document.kind in {Kind.PAGE, Kind.GUIDE}:
            for link in targets.lost(document):
                place = position_of(document.text, link.start)
                yield Finding(document, (), one_line(link.message), position=place)


def _check_supports(parsed: Parsed[Record]) -> Iterator[Finding]:
    for path, part in parsed.sourced_parts:
        names = {"name", *type(part.text).model_fields} if hasattr(part, "text") else {"name"}
        if isinstance(part, CodeRecord):
            names = {"name", "causes", "pitfalls", "constants", *Facts.model_fields, *CodeTexts.model_fields}
        for number, source in enumerate(part.sources):
            place = (*path, "sources", number, "supports")
            cited = (Citation((*place, index), name) for index, name in enumerate(source.supports))
            yield from _unknown(parsed, "fact or text", cited, names)


def _unknown(
    parsed: Parsed[Record],
    what: str,
    cited: Iterable[Citation],
    known: Iterable[str],
    *,
    at_key: bool = False,
) -> Iterator[Finding]:
    names = known if isinstance(known, (set, frozenset)) else frozenset(known)
    for citation in cited:
        if citation.id not in names:
            message = f"no {what} is called `{one_line(citation.id)}`{_candidates(citation.id, names)}"
            yield Finding(parsed.document, citation.path, message, at_key=at_key)


def _candidates(id_: str, known: frozenset[str] | set[str]) -> str:
    """Return the nearest name, else all of them if they are few."""
    few = f"; expected {one_of(sorted(known))}" if 0 < len(known) <= _FEW else ""
    return did_you_mean(id_, known) or few
