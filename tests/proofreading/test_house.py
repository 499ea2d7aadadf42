"""Tests of the rules of this house, read in any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from closecodes.check.terms import Rejections
from closecodes.proofreading.house import GlossaryReader, TypographyReader
from closecodes.records import LocalizedText, Term


if TYPE_CHECKING:
    from tests.proofreading.conftest import MakePiece

_FRAME = Term(
    id="frame",
    term=LocalizedText({"en": "frame", "fr": "trame"}),
    definition=LocalizedText({"en": "A unit."}),
    rejected={"fr": ("frame",)},
    sources=("rfc",),
)


def test_slips_in_sources(piece: MakePiece) -> None:
    """A source may be typed with plain spaces, but not without spaces."""
    remarks = list(TypographyReader({1006}).read([piece("Qui ferme ? L'autre."), piece("Qui ferme?")]))

    assert [("typography", "Qui ferme?", 9)] == [(r.rule, r.piece.text, r.start) for r in remarks]


def test_finished_pages_are_typeset(piece: MakePiece) -> None:
    """On a page, a plain space before a sign is a fault, and the message shows what cannot be seen."""
    right = piece("Qui ferme\u202f? L’autre.", typeset=True)
    wrong = piece("Qui ferme ? L’autre.", typeset=True)

    (remark,) = TypographyReader(set()).read([right, wrong])

    assert (wrong, 9) == (remark.piece, remark.start)
    assert "it should be `Qui ferme\\u202f? L’autre.`" in remark.message


def test_grouped_codes(piece: MakePiece) -> None:
    """A grouped number is a code on an English page, and may be an amount in a document."""
    reader = TypographyReader({1006})

    remarks = list(reader.read([piece("about 1,006 pages", "en"), piece("code 1,006", "en", typeset=True)]))

    assert ["code 1,006"] == [remark.piece.text for remark in remarks]


def test_rejected_words(piece: MakePiece) -> None:
    """A rejected word is named with the right one, but not where words are quoted, nor in another language."""
    reader = GlossaryReader({"fr": Rejections((_FRAME,), "fr")})

    (remark,) = reader.read([piece("Une frame."), piece("Une frame.", quotes=True), piece("A frame.", "en")])

    assert ("glossary", 4) == (remark.rule, remark.start)
    assert "found `frame`, which the glossary rejects; write `trame` (term `frame`)" == remark.message
