"""Terms, and the words under which people look for them."""

from __future__ import annotations

from closecodes.records import Term


_TERM = Term.model_validate(
    {
        "id": "keepalive",
        "term": {"en": "keepalive", "fr": "maintien de la connexion"},
        "definition": {"en": "Small exchanges."},
        "rejected": {"fr": ("keepalive", "heartbeat")},
        "searched": {"en": ("heartbeat", "ping pong"), "fr": ("intervalle de ping",)},
        "sources": ("rfc",),
    }
)


def test_other_words_are_rejected_and_searched_ones() -> None:
    """In each language, words not to use come before those that are only searched, and none comes twice."""
    assert ("heartbeat", "ping pong") == _TERM.other_words("en")
    assert ("keepalive", "heartbeat", "intervalle de ping", "ping pong") == _TERM.other_words("fr", "en")


def test_other_words_of_unknown_language() -> None:
    """A language in which nobody noted any has none."""
    assert () == _TERM.other_words("de")
