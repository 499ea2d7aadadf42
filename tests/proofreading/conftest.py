"""Pieces for the tests of readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from closecodes.problems import Place
from closecodes.proofreading.pieces import Piece


MakePiece = Callable[..., Piece]


@pytest.fixture(name="piece", scope="session")
def _piece() -> MakePiece:
    """Return a function that makes a piece whose signs stand in one line of a file."""

    def piece(text: str, language: str = "fr", *, typeset: bool = False, quotes: bool = False) -> Piece:
        return Piece(language, text, lambda offset: Place("text.md", 1, offset + 1), typeset, quotes)

    return piece
