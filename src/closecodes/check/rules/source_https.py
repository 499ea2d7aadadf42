"""A source is an https address, well formed.

So is the official document of a family, and the file that defines a library's constants. The address of the site
ends with a slash, since those of its pages begin there; `check --fix` adds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from closecodes.check.parsing import Parsed, Records
from closecodes.check.prose import Passage
from closecodes.check.rules.base import Finding, finding_in
from closecodes.check.sources import source_lists
from closecodes.load import ValuePath
from closecodes.model.languages import SOURCE_LANGUAGE
from closecodes.problems import Level
from closecodes.records import FamilyRecord, Libraries, Record, SiteRecord


__all__ = ["LEVEL", "address_fault", "check"]

LEVEL = Level.ERROR

_HOST = re.compile(r"(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+")


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each address that a reader could not open safely."""
    for parsed in records.all():
        for path, address in _addresses(parsed):
            if fault := address_fault(address):
                yield Finding(parsed.document, path, f"`{address}` {fault}")
    for site in records.sites:
        yield from _unfinished(site)


def _unfinished(site: Parsed[SiteRecord]) -> Iterator[Finding]:
    address = site.record.base_url
    if not address.endswith("/") and not address_fault(address):
        passage = Passage(site.document, ("base_url",), SOURCE_LANGUAGE, address)
        message = f"`{address}` does not end with a slash; write `{address}/`"
        yield finding_in(passage, 0, len(address), message, f"{address}/")


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


def address_fault(address: str) -> str | None:
    """Return why a reader could not open ``address`` safely, as the end of “it …”; None if nothing does."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "is not an address; write https://…"
    if parts.scheme == "http" and parts.netloc:
        return f"is not an https address; write `https{address[len('http') :]}` if it answers there"
    if parts.scheme != "https" or not parts.netloc:
        return "is not an https address; write https://…"
    if not address.isprintable() or " " in address:
        return "holds a space or control character"
    if not _HOST.fullmatch(parts.hostname or ""):
        return f"has no host that could be found; found `{parts.hostname or ''}`, expected a name such as `example.org`"
    return "has two fragments; expected one `#` at most" if address.count("#") > 1 else None
