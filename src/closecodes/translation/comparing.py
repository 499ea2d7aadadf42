"""The English that a translation was made from, the English now, and the translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from closecodes.check.parsing import MODELS, Parsed
from closecodes.check.texts import FoundText, digest, texts_of
from closecodes.load.strict_yaml import read_yaml
from closecodes.records import Record
from closecodes.revisions import GitError, versions_of


__all__ = ["Piece", "Then", "Translated", "changed_pieces", "stale_texts"]

_RECENT = 300
"""Versions of a file that are looked through for an English text."""


@dataclass(frozen=True, slots=True)
class Then:
    """An English text as it was, and the commit that had it."""

    text: str
    commit: str
    day: str


@dataclass(frozen=True, slots=True)
class Translated:
    """One text in both languages."""

    path: str
    line: int
    field: str
    english: str
    translation: str
    recorded: str | None
    """Digest of the English that the translation was made from; None if nobody noted it."""
    then: Then | None = None

    @property
    def stale(self) -> bool:
        """Return whether the English has changed since."""
        return self.recorded is not None and self.recorded != digest(self.english)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that two texts share, or that one of them has alone."""

    text: str
    changed: bool


def stale_texts(
    parsed: Parsed[Record], texts: Sequence[FoundText], language: str, file: Path
) -> Iterator[Translated]:
    """Yield those of ``texts`` that have a translation, stale ones with the English they were made from.

    That is looked for in the history of ``file``; where git does not know it, only its digest is known.
    """
    recorded = getattr(parsed.record, "translation", {}).get(language, {})
    wanted = {
        found.key: recorded[found.key]
        for found in texts
        if found.key in recorded and recorded[found.key] != digest(found.text.english)
    }
    history = _english_then(parsed, wanted, file)
    for found in texts:
        if own := found.text.get(language):
            yield Translated(
                parsed.document.path,
                parsed.document.marks.key((*found.path, language))[0],
                found.key,
                found.text.english,
                own,
                recorded.get(found.key),
                history.get(found.key),
            )


def _english_then(parsed: Parsed[Record], wanted: dict[str, str], file: Path) -> dict[str, Then]:
    """Return the English texts that have the ``wanted`` digests, by field, from the newest version that has them."""
    found: dict[str, Then] = {}
    try:
        for version in versions_of(file, most=_RECENT) if wanted else ():
            for key, text in _texts_in(parsed, version.data):
                if key not in found and wanted.get(key) == digest(text):
                    found[key] = Then(text, version.commit, version.day)
            if found.keys() == wanted.keys():
                break
    except GitError:
        pass
    return found


def _texts_in(parsed: Parsed[Record], data: bytes) -> Iterator[tuple[str, str]]:
    """Yield field and English of each text of an earlier version; nothing where it is no record of today's shape."""
    model = MODELS[parsed.document.kind]
    try:
        record = model.model_validate(read_yaml(data).value, strict=False)
    except ValueError:
        return
    yield from ((found.key, found.text.english) for found in texts_of(record))


def changed_pieces(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Return both texts cut into what they share and what each has alone, word by word.

    >>> changed_pieces("wait a second", "wait two seconds")[1]
    [Piece(text='wait ', changed=False), Piece(text='two seconds', changed=True)]
    """
    words, others = one.split(), other.split()
    first: list[Piece] = []
    second: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        for pieces, part in ((first, words[a:b]), (second, others[c:d])):
            if part:
                pieces.append(Piece(" ".join(part) + " ", what != "equal"))
    return _without_last_space(first), _without_last_space(second)


def _without_last_space(pieces: list[Piece]) -> list[Piece]:
    return [*pieces[:-1], Piece(pieces[-1].text.rstrip(), pieces[-1].changed)] if pieces else []
