"""Tests of the command ``i18n``."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from closecodes.cli import main
from closecodes.project import find_project


Capture = pytest.CaptureFixture[str]
Edit = Callable[[Path, str, str], None]
Commit = Callable[[Path], None]

_RECORD = "content/families/websocket/1000.yaml"
_CATALOGUE = "locales/fr/LC_MESSAGES/messages.po"

needs_git = pytest.mark.skipif(
    shutil.which("git") is None, reason="git is not installed: apt-get install git"
)


@pytest.fixture(name="project")
def _project(small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """Return a small project whose translations have digests; it is the current folder."""
    monkeypatch.chdir(small_project)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    assert 0 == main(["check", "--fix"])
    capsys.readouterr()
    return small_project


def _line(project: Path, text: str) -> int:
    lines = (project / _RECORD).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


class TestStatus:
    """What is done, stale and missing."""

    @pytest.mark.usefixtures("project")
    def test_all_done(self, capsys: Capture) -> None:
        """Where nothing is open, the table says so, and nothing follows it."""
        assert 0 == main(["i18n", "status"])

        out = capsys.readouterr().out
        assert "French (fr)" in out
        assert " 100 " in out
        assert _RECORD not in out

    def test_open(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """Missing texts come first, then stale ones, each with its file, line and field."""
        edit(project / _RECORD, "    en: the meaning of 1000", "    en: the sense of 1000")
        edit(project / _RECORD, "    fr: Regardez 1000.\n", "")

        assert 0 == main(["i18n", "status", "fr"])

        assert [
            f"{_RECORD}:{_line(project, 'en: Look at 1000.')}: missing fr check",
            f"{_RECORD}:{_line(project, 'fr: le sens de 1000')}: stale fr meaning",
        ] == [line for line in capsys.readouterr().out.splitlines() if line.startswith(_RECORD)]

    def test_json(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """Scripts get the numbers and what is open, pages of prose and messages included."""
        (project / "content/pages/about.fr.md").unlink()
        edit(project / _CATALOGUE, 'msgstr "Comparer"', 'msgstr ""')

        assert 0 == main(["i18n", "status", "--format", "json"])

        french = json.loads(capsys.readouterr().out)["fr"]
        page = {"path": "content/pages/about.en.md", "line": 1, "field": "page", "state": "missing"}
        assert [page] == french["open"]
        assert (french["total"] - 1, 0, 1) == (french["done"], french["stale"], french["missing"])
        assert 99 >= french["percent"]
        assert (0, 1) == (french["messages"]["stale"], french["messages"]["missing"])

    def test_guessed_message(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """A message that a tool has guessed is named with its line, and counts as not translated."""
        message = 'msgctxt "navigation"\nmsgid "Compare"'
        edit(project / _CATALOGUE, message, f"#, fuzzy\n{message}")
        lines = (project / _CATALOGUE).read_text(encoding="utf-8").splitlines()

        assert 0 == main(["i18n", "status"])

        line = next(number for number, text in enumerate(lines) if text == "#, fuzzy") + 2
        found = [line for line in capsys.readouterr().out.splitlines() if "stale message" in line]
        assert 1 == len(found)
        assert found[0].startswith(f"{_CATALOGUE}:")
        assert abs(int(found[0].split(":")[1]) - line) <= 2

    @pytest.mark.usefixtures("project")
    def test_unknown_language(self, capsys: Capture) -> None:
        """A language that the site does not have is a wrong use."""
        assert 2 == main(["i18n", "status", "fra"])
        assert "the site is not translated into `fra`; did you mean `fr`?" in capsys.readouterr().err


class TestDiff:
    """The English then and now, beside the translation."""

    @needs_git
    def test_history(self, project: Path, capsys: Capture, edit: Edit, commit_all: Commit) -> None:
        """The English that the translation was made from is found in git, however long ago it changed."""
        commit_all(project)
        edit(project / _RECORD, "the meaning of 1000", "the sense of 1000")
        commit_all(project)
        edit(project / _RECORD, "the sense of 1000", "the point of 1000")

        assert 0 == main(["i18n", "diff", "1000", "fr"])

        out = capsys.readouterr().out
        assert f"{_RECORD}:{_line(project, 'fr: le sens de 1000')}: meaning" in out
        (row,) = [line for line in out.splitlines() if "point" in line]
        assert ["the meaning of 1000", "the point of 1000", "le sens de 1000"] == [
            cell.strip() for cell in row.strip("│").split("│")
        ]

    def test_no_history(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """Where git does not have it, its digest is told."""
        edit(project / _RECORD, "the meaning of 1000", "the sense of 1000")

        assert 0 == main(["i18n", "diff", "1000", "fr"])
        assert "its digest was" in " ".join(capsys.readouterr().out.replace("│", " ").split())

    @pytest.mark.usefixtures("project")
    def test_field(self, capsys: Capture) -> None:
        """A field that is asked for is shown even if nothing changed."""
        assert 0 == main(["i18n", "diff", _RECORD, "fr", "text.meaning"])
        assert "as now" in capsys.readouterr().out

    @pytest.mark.usefixtures("project")
    def test_nothing(self, capsys: Capture) -> None:
        """Where nothing is stale, that is said."""
        assert 0 == main(["i18n", "diff", "1000-1001", "fr"])
        assert "No French text of content/comparisons/1000-1001.yaml is stale.\n" == capsys.readouterr().out

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["1002", "fr"], "no record is called `1002`; did you mean"),
            (["websocket", "fr", "reconect"], "has no text called `reconect`; did you mean `reconnect`?"),
            (["1000", "de"], "the site is not translated into `de`; there is `fr`"),
        ],
    )
    @pytest.mark.usefixtures("project")
    def test_unknown(self, capsys: Capture, arguments: list[str], message: str) -> None:
        """What is not there is a wrong use; the message names what is meant."""
        assert 2 == main(["i18n", "diff", *arguments])
        assert message in " ".join(capsys.readouterr().err.split())


class TestAccept:
    """Translations that fit the English of today."""

    def test_accept(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """The digests of stale translations are those of today, and nothing else of the file changes."""
        before = (project / _RECORD).read_text(encoding="utf-8").splitlines()
        edit(project / _RECORD, "the meaning of 1000", "the sense of 1000")

        assert 0 == main(["i18n", "accept", "1000", "fr"])

        after = (project / _RECORD).read_text(encoding="utf-8").splitlines()
        changed = [new.split(":")[0].strip() for old, new in zip(before, after, strict=True) if old != new]
        assert ["en", "meaning"] == changed
        assert f"{_RECORD}: meaning accepted in French\n" == capsys.readouterr().out
        assert 0 == main(["check", "--strict"])

    def test_one_field(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """Of two stale translations, one can be accepted alone."""
        edit(project / _RECORD, "the meaning of 1000", "the sense of 1000")
        edit(project / _RECORD, "en: Look at 1000.", "en: Look hard at 1000.")

        assert 0 == main(["i18n", "accept", "1000", "fr", "check"])
        capsys.readouterr()
        assert 0 == main(["i18n", "status", "--format", "json"])

        assert ["meaning"] == [text["field"] for text in json.loads(capsys.readouterr().out)["fr"]["open"]]

    def test_nothing(self, project: Path, capsys: Capture) -> None:
        """Where nothing is stale, nothing is written."""
        before = (project / _RECORD).read_bytes()

        assert 0 == main(["i18n", "accept", "1000", "fr"])

        assert "is stale; nothing to accept" in capsys.readouterr().out
        assert before == (project / _RECORD).read_bytes()


class TestCatalogues:
    """The catalogues, brought up to date."""

    @pytest.fixture(name="checkout")
    def _checkout(self, project: Path, repository: Path) -> Path:
        """Return the project as a checkout, with a template and a program of its own."""
        shutil.copy(repository / "pyproject.toml", project)
        (project / "templates/code.html").write_text(
            '{{ pgettext("new", "Something new") }}', encoding="utf-8"
        )
        (project / "src/closecodes").mkdir(parents=True)
        return project

    def test_extract(self, checkout: Path) -> None:
        """The template has the messages that are there, and is left alone where only the day has changed."""
        assert 0 == main(["i18n", "extract"])
        template = checkout / "locales/messages.pot"
        text = template.read_text(encoding="utf-8").replace("POT-Creation-Date: 2", "POT-Creation-Date: 1")
        template.write_text(text, encoding="utf-8")

        assert 0 == main(["i18n", "extract"])

        assert 'msgctxt "new"\nmsgid "Something new"' in text
        assert text == template.read_text(encoding="utf-8")

    def test_update(self, checkout: Path, capsys: Capture) -> None:
        """New messages are in the catalogue, not translated; none is guessed."""
        assert 0 == main(["i18n", "update"])

        catalogue = (checkout / _CATALOGUE).read_text(encoding="utf-8")
        assert 'msgctxt "new"\nmsgid "Something new"\nmsgstr ""' in catalogue
        assert "fuzzy" not in catalogue
        assert "French: 0 messages done, 1 missing" in capsys.readouterr().out

    @pytest.mark.parametrize("command", ["extract", "update"])
    def test_broken_template(self, checkout: Path, capsys: Capture, command: str) -> None:
        """Where a template cannot be read, its line is told, and neither template nor catalogue of messages changes."""
        files = [checkout / "locales/messages.pot", checkout / _CATALOGUE]
        before = [path.read_bytes() for path in files]
        (checkout / "templates/code.html").write_text("{% if x %}", encoding="utf-8")

        assert 1 == main(["i18n", command])

        assert capsys.readouterr().err.startswith(
            "templates/code.html:1:1: error[template] TemplateSyntaxError"
        )
        assert before == [path.read_bytes() for path in files]

    @pytest.mark.parametrize("command", ["extract", "update"])
    @pytest.mark.usefixtures("project")
    def test_no_checkout(self, capsys: Capture, command: str) -> None:
        """Without the source there are no messages to look for."""
        assert 2 == main(["i18n", command])
        assert "is not a checkout of the program" in capsys.readouterr().err


class TestAdd:
    """A language that comes."""

    @pytest.mark.parametrize(
        ("language", "message"),
        [
            ("fr", "the site has French already"),
            ("xx", "`xx` is no language that CLDR knows"),
            ("../x", "CLDR"),
        ],
    )
    @pytest.mark.usefixtures("project")
    def test_refused(self, capsys: Capture, language: str, message: str) -> None:
        """A language that is there, or that nobody knows, is refused."""
        assert 2 == main(["i18n", "add", language])
        assert message in capsys.readouterr().err

    @pytest.mark.usefixtures("project")
    def test_installed(self, capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """The catalogues of an installed program are not written to."""
        here = find_project(Path.cwd(), Path.cwd())
        elsewhere = replace(here, locales=tmp_path / "elsewhere")
        monkeypatch.setattr("closecodes.commands.i18n.project_here", lambda: elsewhere)

        assert 2 == main(["i18n", "add", "de"])
        assert "in a clone of its repository" in " ".join(capsys.readouterr().err.split())
        assert not (tmp_path / "elsewhere").exists()

    def test_variant(self, project: Path) -> None:
        """A language of a country has its catalogue where gettext looks for it."""
        assert 0 == main(["i18n", "add", "pt-BR"])
        assert (project / "locales/pt_BR/LC_MESSAGES/messages.po").is_file()

    def test_right_to_left(
        self, project: Path, with_real_templates: Callable[[Path], Path], capsys: Capture, edit: Edit
    ) -> None:
        """A third language, from right to left, costs a catalogue and texts, and no line of the program."""
        with_real_templates(project)
        assert 0 == main(["i18n", "add", "he"])
        _speak_backwards(project / "locales/he/LC_MESSAGES/messages.po")
        edit(project / _RECORD, "    fr: le sens de 1000", "    fr: le sens de 1000\n    he: המשמעות של 1000")

        assert 0 == main(["build"])
        assert 0 == main(["i18n", "status", "he"])

        page = (project / "public/he/1000/index.html").read_text(encoding="utf-8")
        assert '<html lang="he" dir="rtl"' in page
        assert "המשמעות של 1000" in page
        assert _backwards("How to fix it") in page
        assert '<div lang="en"><p>Nothing needs fixing after 1000.</p></div>' in page
        assert 'hreflang="he"' in (project / "public/fr/1000/index.html").read_text(encoding="utf-8")
        assert f"{_RECORD}:{_line(project, 'en: Look at 1000.')}: missing he check" in capsys.readouterr().out

    def test_untranslated(self, project: Path, with_real_templates: Callable[[Path], Path]) -> None:
        """Until anything is translated, the site is there in English, plurals too."""
        with_real_templates(project)
        assert 0 == main(["i18n", "add", "ar"])

        assert 0 == main(["build"])

        page = (project / "public/ar/1000/index.html").read_text(encoding="utf-8")
        assert 'dir="rtl"' in page
        assert "How to fix it" in page
        assert "texts of this page are not translated yet" in page
        assert f'{_RECORD}#L{_line(project, "en: Number 1000 in English")}"><code>name</code>' in page


def _backwards(text: str) -> str:
    """Return a text that nobody could take for English."""
    return " ".join(f"{word[::-1]}\u05d0" for word in text.split())


def _speak_backwards(path: Path) -> None:
    """Translate every message without placeholders and plurals."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale="he")
    for message in catalogue:
        if message.id and isinstance(message.id, str) and not re.search("[%{<]", message.id):
            message.string = _backwards(message.id)
    with path.open("wb") as file:
        write_po(file, catalogue)
