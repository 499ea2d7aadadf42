"""A code lies in the range of its family, and ranges follow one another.

Registered codes are 1000–3999 and private ones 4000–4999 (RFC 6455, section 7.4.2); the family's record
says which numbers the family uses. The bands of a family and the ranges of
`ranges.yaml` stand in the order of their numbers and do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from closecodes.check.parsing import Parsed, Records
from closecodes.check.rules.base import Finding
from closecodes.problems import Level
from closecodes.records import NumberRange, Record


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each number out of its range, and for each range out of its order."""
    yield from _codes(records)
    for family in records.families:
        yield from _in_order(family, "bands", family.record.bands)
    for ranges in records.ranges:
        yield from _in_order(ranges, "ranges", ranges.record.ranges)


def _codes(records: Records) -> Iterator[Finding]:
    ranges = {family.document.folder: family.record.range for family in records.families}
    for parsed in records.codes:
        family, code = parsed.document.folder, parsed.record.code
        allowed = ranges.get(family)
        if allowed and not allowed.min <= code <= allowed.max:
            message = (
                f"{code} is outside the range of `{family}`, {allowed.min}–{allowed.max}; "
                "if its list has grown, widen `range` in family.yaml"
            )
            yield Finding(parsed.document, ("code",), message)


def _in_order(parsed: Parsed[Record], name: str, ranges: Sequence[NumberRange]) -> Iterator[Finding]:
    for index, (before, after) in enumerate(pairwise(ranges), start=1):
        if after.min <= before.max:
            message = (
                f"{after.min} is not above {before.max}, where the range before ends; the lowest comes first"
            )
            yield Finding(parsed.document, (name, index, "min"), message)
