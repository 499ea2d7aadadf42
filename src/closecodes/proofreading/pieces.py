"""What is proofread: runs of text in one language; and what a reader remarks about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from closecodes.check.prose import hidden
from closecodes.problems import Place


__all__ = ["Piece", "Reader", "Remark", "distinct", "own_words", "paragraphs"]

_FRENCH_WORDS = re.compile("«[^»]*»")
_BREAK = re.compile(
    r"\s*\n\s*\n\s*|\s*\n\s*(?=[-*#|>] |\d+\. |\|)|\s*\|\s*|^(?:[-*#>]+|\d+\.)\s+", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading or label in one language; signs that are no prose are hidden (``check.prose.HIDDEN``)."""

    language: str
    text: str
    place: Callable[[int], Place] = field(compare=False)
    """Where a sign of the text stands."""
    typeset: bool = False
    """Whether its spaces and signs are those of a finished page."""
    quotes: bool = False
    """Whether it may name words that are not its own: a glossary, or a description, where code has no marks."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader found in a piece, and where it begins."""

    piece: Piece
    start: int
    rule: str
    message: str


class Reader(Protocol):
    """Somebody who reads pieces for one kind of mistake."""

    @property
    def missing(self) -> str | None:
        """What is not installed that the reader needs, as a notice; None if it can read."""

    def read(self, pieces: Sequence[Piece]) -> Iterator[Remark]:
        """Yield what is wrong with ``pieces``, some of which may be in languages that the reader leaves out."""


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield each paragraph, heading, item of a list and cell of a Markdown text that has letters, and where it begins.

    >>> list(paragraphs("# Title\n\n- one\n- two"))
    [(2, 'Title'), (11, 'one'), (17, 'two')]
    """
    start = 0
    for end, following in [*(found.span() for found in _BREAK.finditer(text)), (len(text), len(text))]:
        if any(sign.isalpha() for sign in text[start:end]):
            yield start, text[start:end]
        start = following


def own_words(piece: Piece) -> str:
    """Return the text of ``piece`` with words of another language hidden: in English, what stands in « »."""
    return piece.text if piece.language == "fr" else _FRENCH_WORDS.sub(hidden, piece.text)


def distinct(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield each text once in each language, where it stands first."""
    seen = set[Piece]()
    for piece in pieces:
        if piece not in seen:
            seen.add(piece)
            yield piece
