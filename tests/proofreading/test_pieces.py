"""Tests of what is proofread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closecodes.check.prose import HIDDEN
from closecodes.proofreading.pieces import distinct, own_words, paragraphs


if TYPE_CHECKING:
    from tests.proofreading.conftest import MakePiece


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo\nlines.", ["One.", "Two\nlines."]),
        ("Do:\n- this\n- that", ["Do:", "this", "that"]),
        ("1. one\n2. two", ["one", "two"]),
        ("| a | b |\n| c | d |", ["a", "b", "c", "d"]),
        ("# Title\n\nText", ["Title", "Text"]),
        ("> quoted", ["quoted"]),
        ("", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    """Paragraphs, items, cells and headings are read by themselves."""
    assert expected == [found for _, found in paragraphs(text)]


@given(st.text(alphabet="ab .\n-#|1", max_size=60))
def test_paragraphs_stand_where_they_say(text: str) -> None:
    """Each paragraph stands in the text where it is said to begin."""
    for start, found in paragraphs(text):
        assert text.startswith(found, start)


def test_distinct(piece: MakePiece) -> None:
    """The same text is read once in a language, and once more where it is typeset."""
    pieces = [piece("a"), piece("a"), piece("a", "en"), piece("a", typeset=True)]

    assert [pieces[0], pieces[2], pieces[3]] == list(distinct(iter(pieces)))


def test_own_words(piece: MakePiece) -> None:
    """French words in an English text are left out, and a French text is read whole."""
    assert ("say " + HIDDEN * 5, "dites « ça »") == (
        own_words(piece("say «ici»", "en")),
        own_words(piece("dites « ça »")),
    )
