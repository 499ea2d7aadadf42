"""A value is one of those its field allows.

Facts take one of a few words; numbers, ids and addresses have a form. The message lists what is allowed
and names the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from closecodes.check.parsing import Fault, Records
from closecodes.check.rules.base import Finding
from closecodes.check.words import describe, did_you_mean, one_of
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR

_LIMITS = {"greater_than_equal": ("ge", "at least"), "less_than_equal": ("le", "at most")}


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each value that has the right type but is not allowed."""
    for fault in records.faults:
        if message := _message(fault):
            yield Finding(fault.document, fault.path, message)


def _message(fault: Fault) -> str | None:
    if fault.type == "enum":
        allowed = re.findall(r"'([^']*)'", str(fault.context["expected"]))
        guess = did_you_mean(str(fault.found), allowed)
        return f"found {describe(fault.found)}; expected {one_of(allowed)}{guess}"
    if fault.type in _LIMITS:
        name, words = _LIMITS[fault.type]
        return f"found {describe(fault.found)}; expected {words} {fault.context[name]}"
    if fault.type == "string_pattern_mismatch":
        return f"found {describe(fault.found)}; expected the form {fault.context['pattern']}"
    if fault.type in {"too_short", "too_long"} and not _only_faulty(fault):
        wanted = fault.context.get("min_length", fault.context.get("max_length"))
        bound = "at least" if fault.type == "too_short" else "at most"
        return f"found {len(fault.found)} items; expected {bound} {wanted}"
    return None


def _only_faulty(fault: Fault) -> bool:
    """Return whether a list is long enough but for items that have faults of their own."""
    return fault.type == "too_short" and len(fault.found) >= fault.context["min_length"]
