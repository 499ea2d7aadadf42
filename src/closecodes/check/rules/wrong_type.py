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
from closecodes.load import ValuePath
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


_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


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
    if isinstance(found, str):
        meant = _meant(wanted, found, fault.path)
        return f"; write {meant}" if meant else ""
    if wanted == "string" and isinstance(found, (int, float, datetime.date)):
        return f'; write `"{str(found).lower()}"`, in quotes'
    return ""


def _meant(wanted: str, found: str, path: ValuePath) -> str | None:
    """Return how to write what a text was most likely meant for; None if that is not clear."""
    digits, day = re.sub("[_, ]", "", found), _DAY.fullmatch(found.strip())
    if wanted == "bool" and found.lower() in _FLAGS:
        return f"`{_FLAGS[found.lower()]}` without quotes"
    if wanted == "int" and digits.isdecimal():
        return f"`{digits}` without quotes"
    if wanted == "date" and day:
        return f"`{day[3]}-{day[2]:0>2}-{day[1]:0>2}`"
    if wanted == "model" and path[-1:] == ("retry_delay",):
        return "`{min: 5, max: 30, source: <id of a source below>}`, in seconds"
    if wanted == "dict" and path[:1] in {("name",), ("text",)}:
        return f"`{SOURCE_LANGUAGE}: {shortened(found)}` on the next line, indented further"
    return None


def _wanted(fault: Fault) -> str:
    if fault.type.startswith(("date_", "int_parsing", "int_from")):
        return fault.type.partition("_")[0]
    kind, _, rest = fault.type.partition("_")
    return kind if rest in {"type", "attributes_type"} else ""
