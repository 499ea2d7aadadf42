"""Every text exists in English.

English is the language of reference: where a translation is missing, the page shows the English.
If you write French only, add what English you can; somebody will improve it.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each text without English."""
    for parsed in records.all():
        for found in parsed.texts:
            if not found.text.english.strip():
                message = f"the English text (`en`) of `{found.key}` is missing"
                yield Finding(parsed.document, found.path, message, at_key=True)
