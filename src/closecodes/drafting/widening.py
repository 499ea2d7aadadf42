"""Let the record of a family say that it uses one number more."""

from __future__ import annotations

import re

from closecodes.load import Document
from closecodes.load.strict_yaml import read_yaml
from closecodes.records import NumberRange


__all__ = ["widened"]

_RANGE = re.compile(r"^range: *\{ *min: *[0-9]+ *, *max: *[0-9]+ *\}", re.MULTILINE)


def widened(document: Document, known: NumberRange, number: int) -> str | None:
    """Return the text of a family's record whose range takes in ``number``; None if its layout does not allow it."""
    low, high = min(known.min, number), max(known.max, number)
    text, count = _RANGE.subn(f"range: {{min: {low}, max: {high}}}", document.text)
    wanted = {**document.value, "range": {"min": low, "max": high}}
    return text if count == 1 and read_yaml(text.encode()).value == wanted else None
