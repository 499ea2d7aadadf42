"""A value is of the type its field asks for.

Numbers are written without quotes, texts in several languages as a mapping (`en: …`, `fr: …`), lists as
items that begin with `- `, dates as `2026-11-22`.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Fault, Records
from closecodes.check.rules.base import Finding
from closecodes.check.words import describe
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR

_EXPECTED = {
    "bool": "true or false",
    "int": "a whole number",
    "string": "a text",
    "tuple": "a list (items that begin with `- `)",
    "list": "a list (items that begin with `- `)",
    "dict": "a mapping (lines of `name: value`)",
    "model": "a mapping (lines of `name: value`)",
    "date": "a date such as 2026-11-22",
}


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each value of the wrong type."""
    for fault in records.faults:
        expected = _EXPECTED.get(_wanted(fault))
        if expected:
            message = f"found {describe(fault.found)} where {expected} was expected"
            yield Finding(fault.document, fault.path, message)


def _wanted(fault: Fault) -> str:
    if fault.type.startswith(("date_", "int_parsing", "int_from")):
        return fault.type.partition("_")[0]
    kind, _, rest = fault.type.partition("_")
    return kind if rest in {"type", "attributes_type"} else ""
