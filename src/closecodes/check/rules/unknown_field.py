"""A record has only the fields its schema knows.

A misspelt field would silently have no effect. The message names the nearest field; the full list is in
the field reference and in the JSON Schema of the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.fields import fields_at
from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding, faults_of_type
from closecodes.check.words import did_you_mean, one_of
from closecodes.load.scalars import one_line
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each field that the model does not have."""
    for fault in faults_of_type(records, "extra_forbidden"):
        name = one_line(str(fault.path[-1]))
        fields = fields_at(fault.model, fault.path[:-1])
        guess = did_you_mean(name, fields) or f"; expected {one_of(fields)}"
        yield Finding(fault.document, fault.path, f"unknown field `{name}`{guess}", at_key=True)
