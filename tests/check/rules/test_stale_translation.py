"""Stale translations: those whose English has changed since."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from closecodes.check.rules import stale_translation
from closecodes.load import Document, Kind, Marks


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


_FIX = {"en": "Start it again.", "fr": "Relancez-le."}


def test_stale(find: Find, make_code: Make) -> None:
    """A digest of other English tells of it, with both digests and the command that shows what changed."""
    code = make_code(1000, text__fix=_FIX, translation={"fr": {"fix": "00000000"}})
    changed = "the English of `fix` has changed since its French was written (digest 00000000, now 0a8be156)"

    assert [("text.fix.fr", f"{changed}; `i18n diff 1000 fr` shows how")] == find("stale-translation", code)


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("content/families/websocket/1000.yaml", Kind.CODE, "1000"),
        ("content/families/discord/4004.yaml", Kind.CODE, "discord-4004"),
        ("content/families/discord/family.yaml", Kind.FAMILY, "discord"),
        ("content/comparisons/1000-1012.yaml", Kind.COMPARISON, "1000-1012"),
        ("content/glossary.yaml", Kind.GLOSSARY, "content/glossary.yaml"),
    ],
)
def test_name(path: str, kind: Kind, name: str) -> None:
    """Each record is named as the commands of translation call it."""
    assert name == stale_translation._name(Document(path, kind, None, Marks(), ""))  # noqa: SLF001 - shown in messages


@pytest.mark.parametrize("english", ["Start it again.", "Start it\nagain. "])
def test_fresh(find: Find, make_code: Make, english: str) -> None:
    """The same English, folded otherwise or not, is today's."""
    code = make_code(1000, text__fix=_FIX | {"en": english}, translation={"fr": {"fix": "0a8be156"}})

    assert [] == find("stale-translation", code)


@pytest.mark.parametrize(
    "translation", [{}, {"fr": {}}, {"fr": {"name": ""}}, {"fr": {"causes.7": "00000000"}}]
)
def test_no_digest(find: Find, make_code: Make, translation: dict[str, object]) -> None:
    """Without a digest of a text that is there, nothing is known, so nothing is said."""
    assert [] == find("stale-translation", make_code(1000, translation=translation))


def test_no_translation(find: Find, make_code: Make) -> None:
    """A translation that is gone cannot be stale."""
    code = make_code(1000, text__fix={"en": "Start it again."}, translation={"fr": {"fix": "00000000"}})

    assert [] == find("stale-translation", code)


def test_item(find: Find, make_code: Make) -> None:
    """A statement of a list is known by its number."""
    code = make_code(1000, causes=[{"en": "a", "fr": "b"}], translation={"fr": {"causes.0": "00000000"}})

    assert ["causes.0.fr"] == [place for place, _ in find("stale-translation", code)]


def test_english_gone(find: Find, make_code: Make) -> None:
    """Where the English is missing, that is the trouble, not the translation."""
    code = make_code(1000, text__fix={"fr": "Relancez-le."}, translation={"fr": {"fix": "0a8be156"}})

    assert [] == find("stale-translation", code)
