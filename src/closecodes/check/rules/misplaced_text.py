"""A code has the advice that fits it: `send` if it may be sent, `instead` if not.

“Send 1012 when …” is for codes that may stand in a Close frame; “Never send 1006: …” is for the others. A code of a
vendor needs neither: the page says whose protocol it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Parsed, Records
from closecodes.check.rules.base import Finding
from closecodes.problems import Level
from closecodes.records import CodeRecord, SpecifiedIn


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each record that lacks the advice it needs or has the other."""
    for parsed in records.codes:
        yield from _check_record(parsed)


def _check_record(parsed: Parsed[CodeRecord]) -> Iterator[Finding]:
    sent = parsed.record.facts.on_the_wire
    wanted, unwanted = ("send", "instead") if sent else ("instead", "send")
    texts, why = parsed.record.text, f"on_the_wire is {str(sent).lower()}"
    of_vendor = parsed.record.facts.specified_in is SpecifiedIn.VENDOR
    if getattr(texts, wanted) is None and not of_vendor:
        yield Finding(parsed.document, ("text",), f"the text `{wanted}` is missing; {why}", at_key=True)
    if getattr(texts, unwanted) is not None:
        message = f"the text `{unwanted}` does not fit; {why}, so write `{wanted}`"
        yield Finding(parsed.document, ("text", unwanted), message, at_key=True)
