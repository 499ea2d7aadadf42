"""The page for translators, and the badge."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.cli import main


Edit = Callable[[Path, str, str], None]

_RECORD = "content/families/websocket/1000.yaml"


@pytest.fixture(name="project")
def _project(
    small_project: Path, with_real_templates: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Return a small project with the real templates; it is the current folder."""
    monkeypatch.chdir(with_real_templates(small_project))
    return small_project


def _build(project: Path) -> Path:
    assert 0 == main(["build"])
    return project / "public"


_SOURCES = """\
sources:
  - id: rfc
    title: RFC 6455
    url: https://www.rfc-editor.org/rfc/rfc6455
    verified: true
"""
_GLOSSARY = f"""\
terms:
  - id: peer
    term:
      en: peer
      fr: pair
    definition:
      en: Each of the two ends.
    sources: [rfc]
{_SOURCES}"""
_ERROR_TEXTS = f"""\
id: acme
name: Acme
language: Rust
texts:
  - text: it is over
    printed_as: log
    explanation:
      en: The peer is gone.
    sources: [rfc]
{_SOURCES}"""


def _written(project: Path, file: str, text: str, english: str) -> int:
    """Write a record, and return the line of a text in it."""
    (project / file).parent.mkdir(exist_ok=True)
    (project / file).write_text(text, encoding="utf-8")
    return text.splitlines().index(f"      en: {english}") + 1


def _assert_noticed(page: str, english: str, place: str, field: str) -> None:
    assert f'<span lang="en">{english}</span>' in page
    assert "Un texte de cette page n’est pas encore traduit" in page
    assert f'<a href="https://example.org/small/blob/main/{place}"><code>{field}</code></a>' in page


class TestListsOfTexts:
    """The glossary and the error texts where French borrows from English."""

    def test_glossary(self, project: Path) -> None:
        """A definition that is not translated is marked as English, and a notice leads to its line."""
        english = "Each of the two ends."
        line = _written(project, "content/glossary.yaml", _GLOSSARY, english)

        page = (_build(project) / "fr/glossary/index.html").read_text(encoding="utf-8")

        _assert_noticed(page, english, f"content/glossary.yaml#L{line}", "terms.peer.definition")

    def test_error_texts(self, project: Path) -> None:
        """So is an explanation of an error text; the English page has no notice."""
        english, file = "The peer is gone.", "content/error-texts/acme.yaml"
        line = _written(project, file, _ERROR_TEXTS, english)

        public = _build(project)

        page = (public / "fr/errors/index.html").read_text(encoding="utf-8")
        _assert_noticed(page, english, f"{file}#L{line}", "texts.0.explanation")
        assert 'class="notice"' not in (public / "en/errors/index.html").read_text(encoding="utf-8")

    def test_nothing_borrowed(self, project: Path) -> None:
        """Where everything is translated, there is no notice."""
        french = _GLOSSARY.replace("two ends.", "two ends.\n      fr: Chacune des deux extrémités.")
        (project / "content/glossary.yaml").write_text(french, encoding="utf-8")

        page = (_build(project) / "fr/glossary/index.html").read_text(encoding="utf-8")

        assert 'class="notice"' not in page


class TestTranslationPage:
    """The page for translators."""

    def test_done(self, project: Path) -> None:
        """Where everything is translated, it says so, in the language of the page."""
        page = (_build(project) / "fr/translation/index.html").read_text(encoding="utf-8")

        assert "Tous les textes sont traduits" in page
        assert "100\u00a0%" in page

    def test_open(self, project: Path, edit: Edit) -> None:
        """Each text that is open is a link to its exact line, in both languages."""
        edit(project / _RECORD, "    fr: Regardez 1000.\n", "")
        lines = (project / _RECORD).read_text(encoding="utf-8").splitlines()
        line = lines.index("    en: Look at 1000.") + 1

        public = _build(project)

        wanted = f'<a href="https://example.org/small/blob/main/{_RECORD}#L{line}"><code>check</code></a>'
        for language in ("en", "fr"):
            page = (public / language / "translation/index.html").read_text(encoding="utf-8")
            assert wanted in page
            assert 'id="missing-fr"' in page
            assert "#L" not in re.sub(re.escape(wanted), "", page.partition("<main")[2])

    def test_too_many(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A language that has just begun does not fill the page; the command that names all texts is named."""
        monkeypatch.setattr("closecodes.render.contents.translation._MOST", 3)
        assert 0 == main(["i18n", "add", "he"])

        page = (_build(project) / "en/translation/index.html").read_text(encoding="utf-8")

        assert 3 == page.partition("<main")[2].count("#L")
        assert re.search(
            r"[0-9]+ more are not listed here; <code>closecodes i18n status</code> names all\.", page
        )

    def test_way_there(self, project: Path) -> None:
        """The start page leads there."""
        assert 'href="../fr/translation/"' in (_build(project) / "fr/index.html").read_text(encoding="utf-8")


class TestBadge:
    """The badge, in the endpoint format of shields.io."""

    def test_done(self, project: Path) -> None:
        """A finished language is green."""
        badge = json.loads((_build(project) / "fr/translation.json").read_text(encoding="utf-8"))

        assert {
            "schemaVersion": 1,
            "label": "Français",
            "message": "100\u00a0%",
            "color": "brightgreen",
        } == badge

    def test_open(self, project: Path) -> None:
        """One that has just begun is red."""
        assert 0 == main(["i18n", "add", "de"])

        badge = json.loads((_build(project) / "de/translation.json").read_text(encoding="utf-8"))

        assert ("Deutsch", "0%", "red") == (badge["label"], badge["message"], badge["color"])
