"""The facts of a record agree with each other.

A code that may not stand in a Close frame is sent by nobody, and only such a code is reported locally;
the shortest delay is not above the longest, nor the lowest number of a range above its highest.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding, faults_of_type
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each pair of facts that cannot both be true."""
    for fault in faults_of_type(records, "value_error"):
        yield Finding(fault.document, fault.path, str(fault.context["error"]))
