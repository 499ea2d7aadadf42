"""A code lies in the range of its family.

Registered codes are 1000–3999 and private ones 4000–4999 (RFC 6455, section 7.4.2); the family's record
says which numbers the family uses.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each code outside its family's range, and for each code without a family."""
    ranges = {family.document.folder: family.record.range for family in records.families}
    for parsed in records.codes:
        family, code = parsed.document.folder, parsed.record.code
        allowed = ranges.get(family)
        if allowed and not allowed.min <= code <= allowed.max:
            message = f"{code} is outside the range of `{family}`, {allowed.min}–{allowed.max}"
            yield Finding(parsed.document, ("code",), message)
