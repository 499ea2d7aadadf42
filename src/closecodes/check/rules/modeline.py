"""The first line of a record names its schema.

`# yaml-language-server: $schema=../../../schema/close-code.schema.json` makes editors complete fields, show what
each is for, and underline mistakes while one types, without any setting. A note, never a hurdle: `check --fix`
writes the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from closecodes.check.parsing import MODELS, Records
from closecodes.check.rules.base import Finding, Mend
from closecodes.load import Document
from closecodes.problems import Level


__all__ = ["LEVEL", "MANY", "check", "modeline"]

LEVEL = Level.NOTE

MANY = "{count} records do not name their schema in the first line; run `check --fix`"

_MODELINE = re.compile(r"^#\s*yaml-language-server\s*:.*\n?", re.MULTILINE)


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each readable record whose first line does not lead editors to its schema."""
    for document in records.content.documents:
        if document.kind in MODELS and document.value is not None and not document.problems:
            wanted = modeline(document, records.content.folder)
            if document.text.partition("\n")[0].rstrip() != wanted:
                message = f"the first line does not name the schema; run `check --fix`, or write `{wanted}`"
                yield Finding(document, (), message, position=(1, 1), mend=_mend(document.text, wanted))


def modeline(document: Document, folder: str) -> str:
    """Return the line that leads editors from a record below ``folder`` to its schema, beside that folder."""
    depth = document.path.removeprefix(folder).count("/")
    return f"# yaml-language-server: $schema={'../' * depth}schema/{document.kind}.schema.json"


def _mend(text: str, wanted: str) -> Mend:
    """Return the change that writes the line on top, in the place of one that stands elsewhere."""
    misplaced = _MODELINE.search(text)
    if misplaced is None:
        return Mend(0, 0, f"{wanted}\n")
    return Mend(0, misplaced.end(), f"{wanted}\n{text[: misplaced.start()]}")
