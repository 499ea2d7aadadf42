"""A value is of the type its field asks for.

Numbers are written without quotes, texts in several languages as a mapping (`en: …`, `fr: …`), lists as
items that begin with `- `, dates as `2026-11-22`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from closecodes.check.parsing import Fault, Records
from closecodes.check.rules.base import Finding
from closecodes.check.words import describe, shortened
from closecodes.model.languages import SOURCE_LANGUAGE
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


_FLAGS = {
    **dict.fromkeys(("true", "yes", "on", "y"), "true"),
    **dict.fromkeys(("false", "no", "off", "n"), "false"),
}


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each value of the wrong type."""
    for fault in records.faults:
        expected = _EXPECTED.get(_wanted(fault))
        if expected:
            message = f"found {describe(fault.found)} where {expected} was expected{_advice(fault)}"
            yield Finding(fault.document, fault.path, message)


def _advice(fault: Fault) -> str:
    """Return how to write what was most likely meant."""
    wanted, found = _wanted(fault), fault.found
    if wanted == "bool" and isinstance(found, str) and found.lower() in _FLAGS:
        return f"; write `{_FLAGS[found.lower()]}` without quotes"
    if wanted == "int" and isinstance(found, str) and (digits := re.sub("[_, ]", "", found)).isdecimal():
        return f"; write `{digits}` without quotes"
    if wanted == "string" and isinstance(found, (int, float, datetime.date)):
        return f'; write `"{str(found).lower()}"`, in quotes'
    if wanted == "model" and fault.path[-1:] == ("retry_delay",):
        return "; write `{min: 5, max: 30, source: <id of a source below>}`, in seconds"
    if wanted == "dict" and isinstance(found, str) and fault.path[:1] in {("name",), ("text",)}:
        return f"; write `{SOURCE_LANGUAGE}: {shortened(found)}` on the next line, indented further"
    return ""


def _wanted(fault: Fault) -> str:
    if fault.type.startswith(("date_", "int_parsing", "int_from")):
        return fault.type.partition("_")[0]
    kind, _, rest = fault.type.partition("_")
    return kind if rest in {"type", "attributes_type"} else ""
