"""Tests of common misspellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from closecodes.proofreading.misspellings import MisspellingReader


if TYPE_CHECKING:
    from tests.proofreading.conftest import MakePiece


def test_misspellings(piece: MakePiece) -> None:
    """English misspellings are told with what was meant; French and code are left alone."""
    pieces = [
        piece("A fine line.", "en"),
        piece("You recieve\nteh frame.", "en"),
        piece("La raison, sur la connexion."),
        piece("The term is « connexion ».", "en"),
    ]

    remarks = list(MisspellingReader().read(pieces))

    assert [
        (4, "found `recieve`; did you mean `receive`?"),
        (12, "found `teh`; did you mean `the`?"),
    ] == [(remark.start, remark.message) for remark in remarks]
    assert {pieces[1]} == {remark.piece for remark in remarks}


def test_missing() -> None:
    """Without codespell the reader says how to install it."""
    assert None is MisspellingReader().missing
    assert "codespell is not installed" in str(MisspellingReader("no_such_module").missing)
