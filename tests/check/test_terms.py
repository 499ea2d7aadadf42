"""The words that a glossary rejects."""

from __future__ import annotations

import pytest

from closecodes.check.terms import Rejections
from closecodes.records import LocalizedText, Term


@pytest.fixture(name="rejections", scope="module")
def _rejections() -> Rejections:
    """Return what two terms reject in French."""

    def term(id_: str, french: str, rejected: tuple[str, ...], allowed: tuple[str, ...] = ()) -> Term:
        return Term(
            id=id_,
            term=LocalizedText({"en": id_, "fr": french}),
            definition=LocalizedText({"en": "A word."}),
            rejected={"fr": rejected},
            allowed={"fr": allowed},
            sources=("manual",),
        )

    timeout = term("timeout", "délai d'attente", ("timeout", "temps mort"), ("Request Timeout",))
    return Rejections((timeout, term("close-code", "code de fermeture", ("code d'état de fermeture",))), "fr")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un timeout de 60 s", [("timeout", "timeout")]),
        ("Un Timeout, un temps\nmort", [("Timeout", "timeout"), ("temps\nmort", "timeout")]),
        ("Le code d’état de fermeture", [("code d’état de fermeture", "close-code")]),
        ("Des timeouts, un pré-timeout", []),
        ("La raison « Request Timeout »", []),
        ("Le réglage `timeout`, et “timeout”", []),
        ("Voyez [ici](https://example.org/timeout)", []),
        ("Le temps est mort", []),
    ],
)
def test_in_text(rejections: Rejections, text: str, expected: list[tuple[str, str]]) -> None:
    """Whole words are found, however typed; code, links, what is quoted and what is allowed are not."""
    assert expected == [(text[start:end], term.id) for start, end, term in rejections.in_text(text)]
