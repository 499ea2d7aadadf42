"""A delay says who published it.

Delays are what other references get wrong most; a number without a source is a guess. Where nobody has
published a delay, leave `retry_delay` out: the page says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each delay without a source."""
    for parsed in records.codes:
        delay = parsed.record.facts.retry_delay
        if delay and not delay.source:
            message = "the delay has no source; add `source: <id of a source below>`, or leave the delay out"
            yield Finding(parsed.document, ("facts", "retry_delay"), message, at_key=True)
