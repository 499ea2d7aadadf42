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
