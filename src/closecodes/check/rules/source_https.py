"""A source is an https address.

So is the official document of a family, and the file that defines a library's constants.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from closecodes.check.parsing import Parsed, Records
from closecodes.check.rules.base import Finding
from closecodes.check.sources import source_lists
from closecodes.load import ValuePath
from closecodes.problems import Level
from closecodes.records import FamilyRecord, Libraries, Record, SiteRecord


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each address that a reader could not open safely."""
    for parsed in records.all():
        for path, address in _addresses(parsed):
            if fault := _fault(address):
                yield Finding(parsed.document, path, f"`{address}` {fault}")


def _addresses(parsed: Parsed[Record]) -> Iterator[tuple[ValuePath, str]]:
    record = parsed.record
    for path, sources in source_lists(record):
        for index, source in enumerate(sources):
            yield (*path, index, "url"), source.url
    if isinstance(record, FamilyRecord):
        yield ("document",), record.document
    if isinstance(record, Libraries):
        for index, library in enumerate(record.libraries):
            yield ("libraries", index, "source"), library.source
    if isinstance(record, SiteRecord):
        yield ("base_url",), record.base_url
        yield ("repository",), record.repository


def _fault(address: str) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "is not an address; write https://…"
    if parts.scheme != "https" or not parts.netloc:
        return "is not an https address; write https://…"
    return "holds a space or control character" if not address.isprintable() or " " in address else None
