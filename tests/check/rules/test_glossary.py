"""The glossary: its rejected words in the texts of records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]

_GLOSSARY = {
    "terms": [
        {
            "id": "frame",
            "term": {"en": "frame", "fr": "trame"},
            "definition": {"en": "Never say package.", "fr": "Ne dites jamais paquet."},
            "rejected": {"en": ["package"], "fr": ["paquet"]},
            "sources": ["manual"],
        }
    ],
    "sources": [{"id": "manual", "url": "https://example.org/manual", "verified": True}],
}


def test_rejected(find: Find, make_code: Make) -> None:
    """A rejected word is told in its own language, with the word to use; the glossary itself may name it."""
    fix = {"en": "Send the package.", "fr": "Envoyez le paquet, not the package."}

    found = find("glossary", make_code(1012, text__fix=fix), files={"glossary.yaml": _GLOSSARY})

    assert [
        ("text.fix.en", "found `package`, which the glossary rejects; write `frame` (term `frame`)"),
        ("text.fix.fr", "found `paquet`, which the glossary rejects; write `trame` (term `frame`)"),
    ] == found


def test_no_glossary(find: Find, make_code: Make) -> None:
    """Without a glossary no word is rejected."""
    assert [] == find("glossary", make_code(1012, text__fix={"en": "Send the package.", "fr": "Un paquet."}))
