"""The texts that authors write, one language each, and where each letter of them stands in its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from closecodes.check.parsing import Records
from closecodes.load import Document, Kind, ValuePath
from closecodes.load.marks import Position


__all__ = ["HIDDEN", "Passage", "hidden", "masked", "offsets_of", "passages", "position_of", "without_code"]

HIDDEN = "\ue000"
"""What stands for each sign of code, of an address or of a placeholder."""

_CODE = re.compile(r"^```.*?^```|``.*?``|`[^`]*`", re.DOTALL | re.MULTILINE)
_NO_PROSE = (
    (("`",), _CODE),
    (("](",), re.compile(r"(?<=\])\([^)]*\)")),
    (("://",), re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s<>«»\"]*[^\s<>«»\".,;:!?)]")),
    (("@",), re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\b")),
    (("{{", "%("), re.compile(r"\{\{.*?\}\}|%\(\w+\)[sd]")),
    (("<",), re.compile(r"<[a-zA-Z/!][^>]*>")),
)
"""What is no prose, each with the signs without which a text has none of it: code, where links lead, addresses, mail
addresses, placeholders, tags."""

_PIECE = re.compile(r"\s+|\S+")
_SPACE = re.compile(r"\s*")
_BLOCK = re.compile(r"[|>][^\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a record in one language, or a whole page of prose."""

    document: Document
    path: ValuePath
    """Where the text stands in its record; empty for a page of prose."""
    language: str
    text: str


def passages(records: Records) -> Iterator[Passage]:
    """Yield every text of the records, pages and guides in each language; only those of the focus, if there is one."""
    focus = records.focus
    for parsed in records.all():
        if focus is not None and parsed.document.path not in focus:
            continue
        for found in parsed.texts:
            for language, text in found.text.root.items():
                yield Passage(parsed.document, (*found.path, language), language, text)
    for document in records.content.documents:
        seen = focus is None or document.path in focus
        if seen and document.kind in {Kind.PAGE, Kind.GUIDE} and not document.problems:
            language = document.path.removesuffix(".md").rpartition(".")[2]
            yield Passage(document, (), language, document.text)


@lru_cache(maxsize=50_000)
def masked(text: str) -> str:
    """Return ``text`` with every sign hidden that is no prose, at its old length.

    >>> masked("Call `close()`.").replace(HIDDEN, "_")
    'Call _________.'
    """
    for signs, pattern in _NO_PROSE:
        if any(sign in text for sign in signs):
            text = pattern.sub(hidden, text)
    return text


def without_code(text: str) -> str:
    """Return ``text`` with its code hidden, at its old length."""
    return _CODE.sub(hidden, text)


def hidden(found: re.Match[str]) -> str:
    """Return what stands for a match that is hidden."""
    return HIDDEN * len(found[0])


def offsets_of(passage: Passage) -> list[int] | None:
    """Return where each sign of a passage, and its end, stands in the text of its file.

    Lines of a record may be folded; a text written with escapes has no such places.
    """
    source, text = passage.document.text, passage.text
    if not passage.path:
        return list(range(len(text) + 1))
    at = _begin(source, passage.document.marks.value(passage.path))
    offsets: list[int] = []
    for found in _PIECE.finditer(text):
        piece = found[0]
        end = _run_end(source, at) if piece.isspace() else at + len(piece)
        if not piece.isspace() and not source.startswith(piece, at):
            return None
        offsets += [min(at + index, end) for index in range(len(piece))]
        at = end
    return [*offsets, at]


def position_of(source: str, offset: int) -> Position:
    """Return line and column, both from 1, of a sign of ``source``."""
    before = source[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _begin(source: str, position: Position) -> int:
    """Return where the text begins whose value stands at ``position``: behind its quote or block sign."""
    line, column = position
    lines = source.split("\n", line)
    at = sum(len(line) + 1 for line in lines[: line - 1]) + column - 1
    if found := _BLOCK.match(source, at):
        return found.end()
    return at + 1 if source[at : at + 1] in {'"', "'"} else at


def _run_end(source: str, at: int) -> int:
    found = _SPACE.match(source, at)
    return found.end() if found else at
