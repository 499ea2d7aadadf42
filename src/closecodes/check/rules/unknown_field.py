"""A record has only the fields its schema knows.

A misspelt field would silently have no effect. The message names the nearest field, or the part of the record where a
field of that name belongs; the full list is in the field reference and in the JSON Schema of the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.fields import fields_at
from closecodes.check.parsing import Fault, Records
from closecodes.check.rules.base import Finding, faults_of_type
from closecodes.check.words import did_you_mean, one_of
from closecodes.load import ValuePath
from closecodes.load.scalars import one_line
from closecodes.problems import Level
from closecodes.records import Record


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each field that the model does not have."""
    for fault in faults_of_type(records, "extra_forbidden"):
        name = one_line(str(fault.path[-1]))
        fields = fields_at(fault.model, fault.path[:-1])
        guess = _elsewhere(fault, name) or did_you_mean(name, fields) or f"; expected {one_of(fields)}"
        yield Finding(fault.document, fault.path, f"unknown field `{name}`{guess}", at_key=True)


def _elsewhere(fault: Fault, name: str) -> str | None:
    """Return where in the record a field of that name belongs, if it does anywhere but here."""
    parts = [(), *((part,) for part in fields_at(fault.model, ()))]
    for part in parts:
        if (
            part != fault.path[:-1]
            and name in fields_at(fault.model, part)
            and part not in _lists(fault.model)
        ):
            return (
                f" here; it belongs into `{part[0]}`"
                if part
                else " here; it belongs to the record, further left"
            )
    return None


def _lists(model: type[Record]) -> set[ValuePath]:
    """Return the fields of a record that hold several parts, so that none of them is where a field belongs."""
    return {(name,) for name, field in model.model_fields.items() if "tuple" in str(field.annotation)}
