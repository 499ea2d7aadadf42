"""A record has only the fields its schema knows.

A misspelt field would silently have no effect. The message names the nearest field; the full list is in
the field reference and in the JSON Schema of the record.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

from closecodes.check.parsing import Records
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
        fields = _fields_at(fault.model, fault.path[:-1])
        guess = did_you_mean(name, fields) or f"; expected {one_of(fields)}"
        yield Finding(fault.document, fault.path, f"unknown field `{name}`{guess}", at_key=True)


def _fields_at(model: type[Record], path: ValuePath) -> tuple[str, ...]:
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _record_within(model.model_fields[step].annotation) or model
    return tuple(model.model_fields)


def _record_within(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    found = (_record_within(argument) for argument in typing.get_args(annotation))
    return next((record for record in found if record), None)
