"""Find the record that somebody means, and its texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from closecodes.check.parsing import Parsed, Records
from closecodes.check.texts import FoundText
from closecodes.check.words import did_you_mean
from closecodes.load import Kind
from closecodes.model import code_id
from closecodes.records import Record


__all__ = ["UnknownNameError", "find_record", "find_texts"]


class UnknownNameError(Exception):
    """No record, or no text of a record, has this name."""


def find_record(records: Records, name: str) -> Parsed[Record]:
    """Return the record called ``name``: the id of a code (`discord-4004`) or family, a pair (`1000-1012`), a file.

    Raises UnknownNameError where there is none.
    """
    named = {names: parsed for parsed in records.all() for names in _names(parsed)}
    if name not in named:
        message = f"no record is called `{name}`{did_you_mean(name, named)}"
        raise UnknownNameError(message)
    return named[name]


def _names(parsed: Parsed[Record]) -> Iterator[str]:
    document = parsed.document
    yield document.path
    match document.kind:
        case Kind.CODE:
            yield code_id(document.folder, document.stem)
        case Kind.FAMILY:
            yield document.folder
        case _:
            yield document.stem


def find_texts(parsed: Parsed[Record], field: str | None) -> Sequence[FoundText]:
    """Return the text called ``field`` (`meaning`, `causes.0`), or all; raises UnknownNameError where there is none."""
    texts = {found.key: found for found in parsed.texts}
    if field is None:
        return tuple(texts.values())
    key = field.removeprefix("text.")
    if key not in texts:
        message = f"{parsed.document.path} has no text called `{field}`{did_you_mean(key, texts)}"
        raise UnknownNameError(message)
    return (texts[key],)
