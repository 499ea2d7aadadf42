"""Nothing is left to be filled in.

`TODO` stands where a value is still missing; `closecodes new` writes it for each answer that it did not get. The
message says what belongs there. A record with gaps is not published, so that you may stop in the middle and go on
later, or leave the rest to somebody else in a proposal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from closecodes.check.fields import description_at, field_at, words_of
from closecodes.check.gaps import gaps_in
from closecodes.check.parsing import MODELS, Records
from closecodes.check.rules.base import Finding
from closecodes.check.words import one_of
from closecodes.load import Document, ValuePath
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR

_PARTS = {"facts", "text"}
_NUMBER = re.compile(r"\b1[0-9]{3}\b")


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each value that is still to be filled in."""
    for document in records.content.documents:
        if document.kind in MODELS and not document.problems:
            for path in gaps_in(document.value):
                yield Finding(document, path, _message(document, path))


def _message(document: Document, path: ValuePath) -> str:
    model = MODELS[document.kind]
    field, description = field_at(model, path), description_at(model, path)
    wanted = [f"`{_name(path, document)}` is not filled in yet"]
    if description:
        wanted.append(_about(description, document))
    if field and (words := words_of(field)):
        wanted.append(f"expected {one_of(words)}")
    return "; ".join(wanted)


def _name(path: ValuePath, document: Document) -> str:
    steps = path[1:] if len(path) > 1 and path[0] in _PARTS else path
    return ".".join(map(str, steps)) or document.stem


def _about(description: str, document: Document) -> str:
    """Return the description of a field inside a message, its examples about the number of the record."""
    code = document.value.get("code") if isinstance(document.value, dict) else None
    if isinstance(code, int):
        description = _NUMBER.sub(str(code), description)
    return description[0].lower() + description[1:].removesuffix(".")
