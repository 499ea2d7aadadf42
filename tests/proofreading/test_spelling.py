"""Tests of spelling, with dictionaries of a few words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from closecodes.proofreading.spelling import SpellingReader


if TYPE_CHECKING:
    from tests.proofreading.conftest import MakePiece

ENGLISH = ("the", "connection", "code", "is", "a", "read", "only")
FRENCH = ("la", "connexion", "code", "ferme", "un")


@pytest.fixture(name="dictionaries", scope="module")
def _dictionaries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dictionaries")
    for name, words in (("en_GB", ENGLISH), ("fr", FRENCH)):
        (folder / f"{name}.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (folder / f"{name}.dic").write_text("\n".join([str(len(words)), *words]) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "la connection ferme", ["connection"]),
        ("en", "the connexion", ["connexion"]),
        ("fr", "l'connexion l’connexion", []),
        ("en", "the code's connection’s", []),
        ("en", "a read-only code, a read-onli code", ["read-onli"]),
        ("en", "a wasClean, my_name, conn.go, cloudflare/worker#2, h2o, {count} code", []),
        ("fr", "la \ue000\ue000\ue000-xyz ferme", []),
        ("fr", "un Load Balancer, un Load", ["Load"]),
        ("en", "the nginx's code", []),
        ("en", "the «ferme» code", []),
    ],
)
def test_words(dictionaries: Path, piece: MakePiece, language: str, text: str, expected: list[str]) -> None:
    """Words that neither the dictionary nor a list knows are told; code, names of files and the like are not words."""
    reader = SpellingReader(language, {"nginx", "Load Balancer"}, dictionaries)

    remarks = list(reader.read([piece(text, language)]))

    assert expected == [text[remark.start :].split(maxsplit=1)[0].strip(",") for remark in remarks]


def test_told_once(dictionaries: Path, piece: MakePiece) -> None:
    """A word is told where it stands first, with what was meant."""
    reader = SpellingReader("fr", set(), dictionaries)

    (remark,) = reader.read([piece("connexionn"), piece("la connexionn"), piece("connexionn", "en")])

    assert "`connexionn` is not in the dictionary; did you mean `connexion`?" in remark.message


def test_quoted_pages_are_not_read(dictionaries: Path, piece: MakePiece) -> None:
    """Descriptions, where code has no marks, are not read again."""
    reader = SpellingReader("fr", set(), dictionaries)

    assert [] == list(reader.read([piece("Heartbeat", typeset=True, quotes=True)]))


def test_used(dictionaries: Path, piece: MakePiece) -> None:
    """What of the lists was needed is kept, so that the rest can be taken out."""
    reader = SpellingReader("en", {"nginx", "ws", "code"}, dictionaries)

    assert [] == list(reader.read([piece("the nginx code", "en")]))
    assert {"nginx"} == reader.used


def test_missing(tmp_path: Path) -> None:
    """Without its dictionary the reader says which package has it."""
    assert (
        f"no dictionary fr.dic in {tmp_path}: install hunspell-fr-classical"
        == SpellingReader("fr", set(), tmp_path).missing
    )


def test_nothing_missing(dictionaries: Path) -> None:
    """With program and dictionary the reader can read."""
    assert None is SpellingReader("en", set(), dictionaries).missing
