"""What a record refers to exists.

`see_also` and comparisons name codes, `supports` names facts and texts of the same record, `sources` of an
item and of a delay name a source of the same record, `constants` names libraries of `libraries.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from closecodes.check.parsing import Parsed, Records
from closecodes.check.rules.base import Finding
from closecodes.check.sources import citations
from closecodes.check.words import did_you_mean
from closecodes.load import Kind, ValuePath
from closecodes.load.scalars import one_line
from closecodes.model.identity import code_id
from closecodes.problems import Level
from closecodes.records import CodeRecord, CodeTexts, Facts, Record


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each reference that leads nowhere."""
    codes = {code_id(document.folder, document.stem) for document in records.content.of_kind(Kind.CODE)}
    libraries = {library.id for parsed in records.libraries for library in parsed.record.libraries}
    for parsed in records.codes:
        yield from _check_code(parsed, codes, libraries)
    for comparison in records.comparisons:
        for index, id_ in enumerate(comparison.record.codes):
            yield from _unless_known(comparison, ("codes", index), "code", id_, codes)
    for record in records.all():
        yield from _check_supports(record)


def _check_code(parsed: Parsed[CodeRecord], codes: set[str], libraries: set[str]) -> Iterator[Finding]:
    record = parsed.record
    for index, id_ in enumerate(record.see_also):
        yield from _unless_known(parsed, ("see_also", index), "code", id_, codes)
    for id_ in record.constants if libraries else ():
        yield from _unless_known(parsed, ("constants", id_), "library", id_, libraries, at_key=True)
    sources = {source.id for source in record.sources}
    for citation in citations(record):
        yield from _unless_known(parsed, citation.path, "source", citation.id, sources)


def _check_supports(parsed: Parsed[Record]) -> Iterator[Finding]:
    for path, part in parsed.sourced_parts:
        names = {"name", *type(part.text).model_fields} if hasattr(part, "text") else {"name"}
        if isinstance(part, CodeRecord):
            names = {"name", "causes", "pitfalls", "constants", *Facts.model_fields, *CodeTexts.model_fields}
        for number, source in enumerate(part.sources):
            for index, name in enumerate(source.supports):
                place = (*path, "sources", number, "supports", index)
                yield from _unless_known(parsed, place, "fact or text", name, names)


def _unless_known(  # noqa: PLR0913 - a sentence has that many parts
    parsed: Parsed[Record],
    path: ValuePath,
    what: str,
    name: str,
    known: Iterable[str],
    *,
    at_key: bool = False,
) -> Iterator[Finding]:
    if name not in set(known):
        message = f"no {what} is called `{one_line(name)}`{did_you_mean(name, known)}"
        yield Finding(parsed.document, path, message, at_key=at_key)
