"""A family has one record for a number."""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.problems import Level


__all__ = ["LEVEL", "WIDE", "check"]

LEVEL = Level.ERROR

WIDE = True


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each record of a number that an earlier file already holds."""
    first: dict[tuple[str, int], str] = {}
    for parsed in records.codes:
        key = (parsed.document.folder, parsed.record.code)
        if key in first:
            message = f"code {parsed.record.code} already has a record, {first[key]}"
            yield Finding(parsed.document, ("code",), message)
        first.setdefault(key, parsed.document.path)
