"""Tests of what a change of the content means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from closecodes.check.texts import digest
from closecodes.difference.changes import Changes


After = Callable[..., Changes]
Code = Callable[..., str]

_1002 = "families/websocket/1002.yaml"


def test_nothing(changes_after: After) -> None:
    """Content that did not change has no changes."""
    assert Changes((), 0) == changes_after({})


def test_layout(changes_after: After, code_record: Code) -> None:
    """A record that says the same in another layout did not change."""
    same = code_record(1002, {"retry": "never"})

    assert Changes((), 0) == changes_after({_1002: f"# A comment.\n\n{same}"})


def test_fact(changes_after: After, code_record: Code) -> None:
    """A fact that changes also changes the comparisons with the family, namesakes and those who name the code."""
    changes = changes_after({_1002: code_record(1002, {"retry": "depends"})})
    (change,) = changes.changes

    assert ("1002", "Number 1002 in English", "changed") == (change.name, change.title, change.how)
    assert ["retry"] == [field.field for field in change.fields]
    assert (7, 7) == (change.comparisons, changes.comparisons)


def test_twice(changes_after: After, code_record: Code) -> None:
    """A comparison of two codes that both change is counted once."""
    changes = changes_after(
        {
            _1002: code_record(1002, {"retry": "depends"}),
            "families/websocket/1003.yaml": code_record(1003, {"retry": "depends"}),
        }
    )

    assert [7, 6] == [change.comparisons for change in changes.changes]
    assert 12 == changes.comparisons


def test_not_compared(changes_after: After, code_record: Code) -> None:
    """What comparisons do not show changes none."""
    changes = changes_after({_1002: code_record(1002, {"retry": "never"}, constants={"netty": "X"})})

    assert 0 == changes.comparisons
    assert 1 == len(changes.changes)


def test_added(changes_after: After, code_record: Code) -> None:
    """A new code is compared with all of its family, and with its namesakes."""
    (change,) = changes_after({"families/acme/3008.yaml": code_record(3008)}).changes

    assert ("acme-3008", "added", 6) == (change.name, change.how, change.comparisons)


def test_removed(changes_after: After) -> None:
    """A code that goes takes its comparisons along."""
    (change,) = changes_after({"families/acme/3001.yaml": None}).changes

    assert ("acme-3001", "removed", 5) == (change.name, change.how, change.comparisons)


@pytest.mark.parametrize("text", ["code: [", "code: 1002\n"])
def test_unreadable(changes_after: After, text: str) -> None:
    """A record that cannot be read is told as such, without values."""
    (change,) = changes_after({_1002: text}).changes

    assert ("unreadable", (), 0) == (change.how, change.fields, change.comparisons)
    assert "1002" == change.name


def test_never_readable(changes_after: After) -> None:
    """A new record that cannot be read is called by its family and its file."""
    (change,) = changes_after({"families/acme/3009.yaml": "code: TODO\n"}).changes

    assert ("acme-3009", "", "unreadable") == (change.name, change.title, change.how)


def test_family(changes_after: After) -> None:
    """A family is called by its id."""
    text = (
        '{"id": "acme", "name": {"en": "Acme Inc"}, "document": "https://www.iana.org/", '
        '"range": {"min": 3000, "max": 4000}, '
        '"text": {"defined_by": {"en": "x"}, "description": {"en": "x"}, "reconnect": {"en": "x"}}, '
        '"sources": [{"id": "iana", "url": "https://www.iana.org/", "verified": true}]}'
    )
    (change,) = changes_after({"families/acme/family.yaml": text}).changes

    assert ("acme", "Acme Inc") == (change.name, change.title)
    assert ("3000–3999", "3000–4000") in [(field.before, field.after) for field in change.fields]


def test_comparison(changes_after: After) -> None:
    """An authored comparison is called by its two codes."""
    (change,) = changes_after({"comparisons/1000-1001.yaml": None}).changes

    assert ("1000 / 1001", "removed") == (change.name, change.how)


def test_prose(changes_after: After) -> None:
    """Of a page of prose, the lines that come and go are counted."""
    (change,) = changes_after({"pages/about.en.md": "# About\n\nThis is another site.\nIndeed.\n"}).changes
    (field,) = change.fields

    assert ("content/pages/about.en.md", "1", "2") == (change.name, field.before, field.after)


class TestTranslations:
    """Tests of what a change means for translations."""

    def test_stale(self, changes_after: After, code_record: Code) -> None:
        """Where the English changes, the French is stale."""
        name = {"en": "Another name", "fr": "Numéro 1002 en français"}
        old = {"fr": {"name": digest("Number 1002 in English")}}
        (change,) = changes_after(
            {_1002: code_record(1002, {"retry": "never"}, name=name, translation=old)}
        ).changes

        (translation,) = change.translations
        assert ("fr", ("name",), ()) == (translation.language, translation.stale, translation.missing)

    def test_missing(self, changes_after: After, code_record: Code) -> None:
        """A new text in English only lacks its French."""
        causes = [{"en": "somebody left"}]
        (change,) = changes_after({_1002: code_record(1002, {"retry": "never"}, causes=causes)}).changes

        (translation,) = change.translations
        assert ("causes.0",) == translation.missing

    def test_current(self, changes_after: After, code_record: Code) -> None:
        """French that comes is told too; that of the first time is part of the record."""
        (change,) = changes_after({"families/acme/family.yaml": _FAMILY_IN_FRENCH}).changes

        (translation,) = change.translations
        assert ("name",) == translation.current
        (added,) = changes_after({"families/acme/3008.yaml": code_record(3008)}).changes
        assert () == added.translations


_FAMILY_IN_FRENCH = """\
id: acme
name: {en: Acme, fr: Acmé}
document: https://www.iana.org/assignments/websocket/websocket.xhtml
range: {min: 3000, max: 3999}
text:
  defined_by: {en: the registry, fr: le registre}
  description: {en: The registered codes., fr: Les codes enregistrés.}
  reconnect: {en: Read the code., fr: Lisez le code.}
sources:
  - id: iana
    url: https://www.iana.org/assignments/websocket/websocket.xhtml
    supports: [defined_by, description, reconnect]
    verified: true
"""
