"""Turn checked records into the model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from operator import attrgetter

from closecodes.check.parsing import Records
from closecodes.load import Document, Kind
from closecodes.model.codes import CloseCode, Comparison, Family
from closecodes.model.site import Site
from closecodes.model.translation import Translations


__all__ = ["build_site"]


def build_site(records: Records, *, pages_only: bool = False) -> Site:
    """Return the model of records that have no errors; with ``pages_only``, of a site without extras."""
    (site,), (ranges,), (libraries,) = records.sites, records.ranges, records.libraries
    return Site(
        record=site.record,
        languages=records.languages,
        families=_families(records),
        comparisons={
            (parsed.record.codes[0], parsed.record.codes[1]): Comparison(
                parsed.record, parsed.document.path, parsed.lines
            )
            for parsed in records.comparisons
        },
        ranges=ranges.record.ranges,
        libraries=libraries.record.libraries,
        prose=_prose(records, Kind.PAGE),
        guides=_prose(records, Kind.GUIDE),
        samples={_file_name(document): document.text for document in records.content.of_kind(Kind.SAMPLE)},
        error_texts=tuple(parsed.record for parsed in records.error_texts),
        terms=tuple(term for parsed in records.glossaries for term in parsed.record.terms),
        term_sources=tuple(source for parsed in records.glossaries for source in parsed.record.sources),
        timeouts=tuple(timeout for parsed in records.timeouts for timeout in parsed.record.timeouts),
        timeout_sources=tuple(source for parsed in records.timeouts for source in parsed.record.sources),
        ranges_path=ranges.document.path,
        ranges_lines=ranges.lines,
        translations=Translations(records),
        changes=tuple(change for parsed in records.changes for change in parsed.record.changes),
        pages_only=pages_only,
    )


def _families(records: Records) -> tuple[Family, ...]:
    codes = defaultdict[str, list[CloseCode]](list)
    for code in records.codes:
        folder, path = code.document.folder, code.document.path
        codes[folder].append(CloseCode(folder, code.record, path, code.lines))
    return tuple(
        Family(
            parsed.record,
            parsed.document.path,
            tuple(sorted(codes[parsed.document.folder], key=attrgetter("number"))),
            parsed.lines,
        )
        for parsed in sorted(records.families, key=lambda parsed: parsed.record.id)
    )


def _file_name(document: Document) -> str:
    return document.path.rpartition("/")[2]


def _prose(records: Records, kind: Kind) -> Mapping[str, Mapping[str, str]]:
    pages: dict[str, dict[str, str]] = {}
    for document in records.content.of_kind(kind):
        name, _, language = _file_name(document).removesuffix(".md").rpartition(".")
        pages.setdefault(name, {})[language] = document.text
    return pages
