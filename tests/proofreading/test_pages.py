"""Tests of the texts of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from closecodes.check.prose import HIDDEN
from closecodes.problems import Place
from closecodes.proofreading.pages import pieces_of_page, pieces_of_site


def _texts(body: str) -> list[tuple[str, str]]:
    page = f'<!doctype html><html lang="fr"><body>\n{body}</body></html>'
    return [(piece.language, piece.text.replace(HIDDEN, "_")) for piece in pieces_of_page(page, "page.html")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Un <em>seul</em>\nbloc</p><p>Deux</p>", [("fr", "Un seul bloc"), ("fr", "Deux")]),
        ("<p>Un <code>close()</code> ici</p>", [("fr", "Un _______ ici")]),
        (
            '<p>Nom <span lang="en">Bad Gateway</span> ici</p>',
            [("en", "Bad Gateway"), ("fr", "Nom ___________ ici")],
        ),
        ('<div lang="en"><p>English</p></div><p>Ici</p>', [("en", "English"), ("fr", "Ici")]),
        ('<p>Vrai.<a aria-label="Source 2">2</a></p>', [("fr", "Source 2"), ("fr", "Vrai.")]),
        ('<p>Lisez <a href="x" rel="noopener">Their tittle</a></p>', [("fr", "Lisez ____________")]),
        ("<p>a &amp; b</p>", [("fr", "a & b")]),
        ("<script>let x</script><style>p {}</style><!-- no -->", []),
        ('<code title="CloseCode">X</code>', []),
        ("<p>1000</p>", []),
        (
            '<svg><title>Titre</title><g><text x="1">Client</text><path d="M0"/></g></svg>',
            [("fr", "Titre"), ("fr", "Client")],
        ),
        ('<input placeholder="Cherchez"><br>', [("fr", "Cherchez")]),
        ("<p>Un<br>deux</p>", [("fr", "Un"), ("fr", "deux")]),
    ],
)
def test_texts(body: str, expected: list[tuple[str, str]]) -> None:
    """What a reader sees or hears is read block by block, each in its language, without code."""
    assert expected == _texts(body)


def test_description_may_quote() -> None:
    """A description is read, but code has no marks in it."""
    page = '<html lang="fr"><head><meta name="description" content="Le Heartbeat"></head></html>'

    (found,) = pieces_of_page(page, "page.html")

    assert ("fr", "Le Heartbeat", True) == (found.language, found.text, found.quotes)


def test_place() -> None:
    """A text is said to stand where its block begins."""
    (found,) = pieces_of_page('<html lang="fr">\n<p>\n Bonjour</p></html>', "fr/index.html")

    assert Place("fr/index.html", 2, 4) == found.place(0)


def test_site(tmp_path: Path) -> None:
    """Every page below a folder is read; the glossary may name what it rejects."""
    for name in ("fr/index.html", "fr/glossary/index.html", "static/no.js"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'<html lang="fr"><p>{name}</p></html>', encoding="utf-8")

    assert [("fr/glossary/index.html", True), ("fr/index.html", False)] == [
        (piece.text, piece.quotes) for piece in pieces_of_site(tmp_path)
    ]
