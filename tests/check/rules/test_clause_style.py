"""Clauses: how they may begin and end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from closecodes.check.fixing import fix_content
from closecodes.load import load_content


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]

_STOP = "`meaning` completes a sentence, so it has no full stop at its end"


@pytest.mark.parametrize(
    "clause",
    [
        "the worker is gone",
        "`close()` was called",
        "1012 was sent",
        "TLS failed",
        "HTTP/2 was refused",
        "WebSocket was refused",
        "Discord restarts its gateway",
        "Discord's gateway restarts",
        "wait and see …",
        "l'IANA tient la liste",
        "état inconnu",
        "",
    ],
)
def test_right(find: Find, make_code: Make, clause: str) -> None:
    """A clause begins with a small letter, code, a number, an abbreviation or a proper name."""
    assert [] == find("clause-style", make_code(1000, text__meaning={"en": clause}))


@pytest.mark.parametrize(
    ("clause", "word"),
    [
        ("The worker is gone", "the"),
        ("A worker is gone", "a"),
        ("État inconnu", "état"),
        ("Wait, then retry", "wait"),
    ],
)
def test_capital(find: Find, make_code: Make, clause: str, word: str) -> None:
    """A capital is refused, and the word shown as it should be."""
    message = (
        f"`meaning` completes a sentence, so it begins with a small letter: `{word}`; "
        f"if `{word.capitalize()}` is a name, add it to `proper_names` in site.yaml"
    )

    assert [("text.meaning.fr", message)] == find(
        "clause-style", make_code(1000, text__meaning={"fr": clause})
    )


@pytest.mark.parametrize(
    "clause",
    [
        "L'IANA tient la liste",
        "L’IANA tient la liste",
        "D'autres partent",
        "Qu'un pair parte",
        "L'agent part",
    ],
)
def test_elided_capital(find: Find, make_code: Make, clause: str) -> None:
    """The capital of an elided word is refused, whatever follows the apostrophe."""
    ((place, message),) = find("clause-style", make_code(1000, text__meaning={"fr": clause}))

    assert "text.meaning.fr" == place
    assert f"begins with a small letter: `{clause[0].lower()}" in message


def test_elided_word(find: Find, make_code: Make) -> None:
    """The word that is shown is not torn at its apostrophe."""
    ((_, message),) = find("clause-style", make_code(1000, text__meaning={"fr": "L'agent part"}))

    assert "lgent" not in message


def test_full_stop(find: Find, make_code: Make) -> None:
    """A full stop at the end is refused in each language, spaces after it or not."""
    code = make_code(1000, text__meaning={"en": "the worker is gone.", "fr": "le processus a disparu. "})

    assert [("text.meaning.en", _STOP), ("text.meaning.fr", _STOP)] == find("clause-style", code)


def test_sentences(find: Find, make_code: Make) -> None:
    """Sentences begin and end as sentences do."""
    code = make_code(1000, text__check={"en": "Look."}, pitfalls=[{"en": "Nobody looks."}])

    assert [] == find("clause-style", code)


@pytest.mark.parametrize("name", ["when", "received", "send", "instead"])
def test_texts(find: Find, make_code: Make, name: str) -> None:
    """Every text of a code that joins a sentence is a clause."""
    found = find("clause-style", make_code(1000, **{f"text__{name}": {"en": "Gone"}}))

    assert [f"text.{name}.en"] == [place for place, _ in found]


def test_cause(find: Find, make_code: Make) -> None:
    """A cause is a clause, known by its number."""
    code = make_code(1000, causes=[{"en": "the disk is full"}, {"en": "The disk is gone"}])

    assert ["causes.1.en"] == [place for place, _ in find("clause-style", code)]


def test_family(find: Find, make_family: Make) -> None:
    """Who defines a family is a clause."""
    family = make_family("websocket", text__defined_by={"en": "The manual"})

    assert ["text.defined_by.en"] == [
        place for place, _ in find("clause-style", files={"families/websocket/family.yaml": family})
    ]


@pytest.mark.parametrize(
    ("key", "clause", "word"),
    [
        ("meaning.en", "that the worker is gone", "that"),
        ("meaning.fr", "que le processus a disparu", "que"),
        ("meaning.fr", "qu’un pair est parti", "qu’"),
        ("when.en", "when a worker dies", "when"),
        ("when.fr", "qu'un processus meurt", "qu'"),
        ("when.fr", "lorsqu'un processus meurt", "lorsqu'"),
        ("send.fr", "Quand un processus meurt", "Quand"),
    ],
)
def test_said_again(find: Find, make_code: Make, key: str, clause: str, word: str) -> None:
    """A clause does not say again the word that the page puts before it."""
    name, _, language = key.partition(".")
    ((place, message),) = find("clause-style", make_code(1000, **{f"text__{name}": {language: clause}}))

    assert f"text.{name}.{language}" == place
    if word[0].islower():
        assert (
            f"`{name}` completes a sentence, so it does not begin with `{word}`: the page puts that in"
            == message
        )


@pytest.mark.parametrize(
    ("key", "clause"),
    [
        ("meaning.en", "thatched roofs burn"),
        ("meaning.fr", "quelqu'un est parti"),
        ("received.en", "when in doubt, wait"),
        ("received.fr", "quand vous doutez, attendez"),
        ("when.fr", "votre pair part ou que le réseau se coupe"),
    ],
)
def test_other_words(find: Find, make_code: Make, key: str, clause: str) -> None:
    """The same letters in another word or place, or before a clause of another kind, are none of that."""
    name, _, language = key.partition(".")
    assert [] == find("clause-style", make_code(1000, **{f"text__{name}": {language: clause}}))


@pytest.mark.parametrize(
    "written", ["the worker is gone.", '"the worker is gone."', ">-\n      the worker\n      is gone."]
)
def test_fix(write_content: Callable[..., Path], make_code: Make, written: str) -> None:
    """`check --fix` takes the full stop away, however the text is written."""
    text = yaml.safe_dump(make_code(1000, text__meaning={"en": "HERE"}), allow_unicode=True, sort_keys=False)
    folder = write_content(files={"families/websocket/1000.yaml": text.replace("HERE", written)})
    fixed = dict(fix_content(load_content(folder), ("en", "fr")))["content/families/websocket/1000.yaml"]

    assert "the worker is gone" == " ".join(yaml.safe_load(fixed)["text"]["meaning"]["en"].split())
    assert written.replace(".", "") in fixed
