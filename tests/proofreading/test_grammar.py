"""Tests of French grammar, with Grammalecte itself."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from closecodes.check.prose import HIDDEN
from closecodes.proofreading.grammar import PROGRAM, GrammarReader
from closecodes.proofreading.lists import Accepted


if TYPE_CHECKING:
    from tests.proofreading.conftest import MakePiece

needs_grammalecte = pytest.mark.skipif(
    not shutil.which(PROGRAM), reason="Grammalecte is not here: install the Debian package grammalecte-cli"
)

WRONG = "Les trames masquée arrivent."
RIGHT = (
    "Les trames masquées arrivent.",
    f"Le {HIDDEN * 5} qu'envoie le serveur ferme la connexion : attendez, puis réessayez.",
    "Un 1006 isolé n'appelle rien ; des *1006* répétés, si.",
    "Attendez 30 secondes.",
    "Fermer lors d’un déploiement · Les raisons de fermeture",
)


@needs_grammalecte
def test_mistakes(piece: MakePiece) -> None:
    """A wrong agreement is told with what is right; right French, typed with plain spaces, is left alone."""
    pieces = [*map(piece, RIGHT), piece(WRONG)]

    remarks = list(GrammarReader().read(pieces))

    assert {WRONG} == {remark.piece.text for remark in remarks}
    assert "masquées" in remarks[0].message


@needs_grammalecte
def test_no_break_spaces(piece: MakePiece) -> None:
    """A page without its no-break spaces would be told; typesetting puts them in."""
    assert [] == list(GrammarReader().read([piece("Qui ferme ? L'autre pair : le serveur.", typeset=True)]))


@needs_grammalecte
def test_other_languages(piece: MakePiece) -> None:
    """English is not read, nor are descriptions, where code has no marks."""
    pieces = [piece("Les trames masquée", "en"), piece(WRONG, typeset=True, quotes=True)]

    assert [] == list(GrammarReader().read(pieces))


@needs_grammalecte
def test_accepted(piece: MakePiece) -> None:
    """A phrase on the list is accepted, with plain spaces, and known to be needed."""
    reader = GrammarReader(Accepted(phrases={"trames masquée": 1, "rien": 2}))

    assert [] == list(reader.read([piece(WRONG)]))
    assert {"trames masquée"} == reader.used


@needs_grammalecte
def test_rules_off(piece: MakePiece) -> None:
    """A rule that is turned off is not heard."""
    (rule, *others) = {
        remark.message.rpartition("; ")[2].strip(")") for remark in GrammarReader().read([piece(WRONG)])
    }

    assert [] == others
    assert [] == list(GrammarReader(Accepted(rules_off=(rule,))).read([piece(WRONG)]))


def test_missing() -> None:
    """Where the program is not installed, the reader says so and how to install it."""
    assert "apt install grammalecte-cli" in str(GrammarReader(program="no-such-program").missing)
