"""Every fact and every text has a source.

A source backs what its `supports` lists: names of facts (`sent_by`, `retry`, …) and of texts (`meaning`,
`fix`, …). A source with `verified: false` counts, and the page then says that the statement is
unconfirmed.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.check.sources import needed_support
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each fact or text that no source of its record supports."""
    for parsed in records.all():
        for path, part in parsed.sourced_parts:
            supported = {name for source in part.sources for name in source.supports}
            for name, place in needed_support(part):
                if name not in supported:
                    message = f"`{name}` has no source; add it to `supports` of the source it comes from"
                    yield Finding(parsed.document, (*path, *place), message, at_key=True)
