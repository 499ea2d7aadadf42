"""A reason text fits into a Close frame: at most 123 bytes of UTF-8.

A control frame carries 125 bytes (RFC 6455, section 5.5), two of which are the code. An accented letter
takes two bytes, most signs of other scripts three.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.problems import Level


__all__ = ["LEVEL", "MAX_REASON_BYTES", "check"]

LEVEL = Level.ERROR

MAX_REASON_BYTES = 123


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each quoted reason that no Close frame could carry."""
    for parsed in records.codes:
        for index, reason in enumerate(parsed.record.reasons):
            size = len(reason.text.encode())
            if size > MAX_REASON_BYTES:
                message = (
                    f"the reason has {size} bytes of UTF-8; a Close frame carries at most {MAX_REASON_BYTES}"
                )
                yield Finding(parsed.document, ("reasons", index, "text"), message)
