"""Sentences of a text."""

from __future__ import annotations

import pytest

from closecodes.check.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read it. Then wait!", ["read it", "then wait"]),
        ("Who closed? Look.", ["who closed", "look"]),
        ("the server restarts", ["the server restarts"]),
        ("Do:\n- this\n- that", ["do:", "this", "that"]),
        ("One\nline.\n\nTwo.", ["one line", "two"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """Full stops, paragraphs and items end a sentence; capitals and line breaks make no difference."""
    assert expected == [sentence.says for sentence in sentences(text)]


def test_places() -> None:
    """A sentence stands where it is said to stand."""
    text = "Read it.  Then wait."

    assert ["Read it.", "Then wait."] == [text[one.start : one.end].strip() for one in sentences(text)]


@pytest.mark.parametrize(("text", "expected"), [("Call `f(a, b)` now.", 3), ("C'est l'autre pair.", 3)])
def test_words(text: str, expected: int) -> None:
    """Code counts as one word, and so does what an apostrophe joins."""
    (sentence,) = sentences(text)

    assert expected == sentence.words
