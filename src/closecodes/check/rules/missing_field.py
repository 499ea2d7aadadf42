"""A record has every field it needs.

The place given is where the record, or the part of it that lacks the field, begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding, faults_of_type
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each field that is required and absent."""
    for fault in faults_of_type(records, "missing"):
        *parents, name = fault.path
        where = f" in `{'.'.join(map(str, parents))}`" if parents else ""
        yield Finding(fault.document, tuple(parents), f"the field `{name}` is missing{where}", at_key=True)
