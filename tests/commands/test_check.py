"""Tests of the options of ``check`` that choose what is reported, and how."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.cli import main


Edit = Callable[[Path, str, str], None]
Capture = pytest.CaptureFixture[str]
Commit = Callable[[Path], None]

needs_git = pytest.mark.skipif(
    shutil.which("git") is None, reason="git is not installed: apt-get install git"
)

_RECORD = "content/families/websocket/1000.yaml"
_OTHER = "content/families/websocket/1001.yaml"


@pytest.fixture(name="project")
def _project(small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """Return a small project without problems; it is the current folder."""
    monkeypatch.chdir(small_project)
    for name in ("FORCE_COLOR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    assert 0 == main(["check", "--fix"])
    capsys.readouterr()
    return small_project


def _break(project: Path, edit: Edit, record: str = _RECORD) -> None:
    edit(project / record, "retry: never", "retry: nevr")


class TestFormats:
    """Tests of --format."""

    def test_json(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """The standard output is JSON and nothing else; the exit code is that of any check."""
        _break(project, edit)

        assert 1 == main(["check", "--format", "json", "--fix"])
        report = json.loads(capsys.readouterr().out)
        assert [(_RECORD, "wrong-value")] == [(p["path"], p["rule"]) for p in report["problems"]]
        assert 9 == report["files"]

    def test_json_after_fix(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """What was mended is told on the standard error."""
        edit(project / _RECORD, "translation:\n  fr:\n    name:", "translation:\n  fr:\n    nome:")

        assert 0 == main(["check", "--format", "json", "--fix"])
        captured = capsys.readouterr()
        assert f"fixed {_RECORD}\n" == captured.err
        assert [] == json.loads(captured.out)["problems"]

    def test_sarif(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """The standard output is one SARIF log that leads to the rules in the site's repository."""
        _break(project, edit)

        assert 1 == main(["check", "--format", "sarif"])
        (run,) = json.loads(capsys.readouterr().out)["runs"]
        assert ["wrong-value"] == [result["ruleId"] for result in run["results"]]
        page = run["tool"]["driver"]["informationUri"]
        assert "https://example.org/small/blob/main/docs/rules.md" == page

    def test_github(
        self, project: Path, capsys: Capture, edit: Edit, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Annotations are printed; all problems are added to the summary of the job, whatever it holds."""
        _break(project, edit)
        summary = project / "summary.md"
        summary.write_text("before\n", encoding="utf-8")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

        assert 1 == main(["check", "--format", "github"])
        assert f"::error file={_RECORD},line=12,col=10,title=wrong-value::found" in capsys.readouterr().out
        assert summary.read_text(encoding="utf-8").startswith("before\n### 1 error\n")

    def test_github_in_order(self, project: Path, capsys: Capture) -> None:
        """Without problems there is one line, and no annotation."""
        assert project.is_dir()
        assert 0 == main(["check", "--format", "github"])
        assert "9 files are in order.\n" == capsys.readouterr().out

    def test_unknown(self, project: Path, capsys: Capture) -> None:
        """A format that is not there is a wrong use."""
        assert project.is_dir()
        assert 2 == main(["check", "--format", "xml"])
        assert "'xml' is not one of" in capsys.readouterr().err


class TestSummary:
    """Tests of what somebody at a terminal is told at the end."""

    def test_terminal(
        self, project: Path, capsys: Capture, edit: Edit, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Problems are counted, and the way to learn more of the worst is shown."""
        _break(project, edit)
        edit(project / _OTHER, "    fr: Regardez 1001.\n", "")
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

        assert 1 == main(["check"])
        assert capsys.readouterr().err.endswith(
            "\n1 error and 1 warning; `closecodes explain wrong-value` says why that rule is there.\n"
        )

    def test_nothing(self, project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where nothing is wrong, nothing is counted."""
        assert project.is_dir()
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

        assert 0 == main(["check"])
        assert "" == capsys.readouterr().err


class TestPaths:
    """Tests of PATHs."""

    @pytest.mark.parametrize("name", ["notes.txt", "content/families/websocket/1002.json"])
    def test_not_read(self, name: str, project: Path, capsys: Capture) -> None:
        """A file that the site does not read is a wrong use: to call it in order would mislead."""
        (project / name).write_text("{}", encoding="utf-8")

        assert 2 == main(["check", name])
        assert (
            f"the site does not read {name}; it reads records, content/families/" in capsys.readouterr().err
        )

    def test_empty_folder(self, project: Path, capsys: Capture) -> None:
        """A folder without content files is not in order: nothing was looked at."""
        (project / "content/families/acme").mkdir()

        assert 0 == main(["check", "content/families/acme"])
        assert "There was no file to check.\n" == capsys.readouterr().out

    def test_same_as_whole(self, repository: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is said of each file alone is what is said of it among all others."""
        monkeypatch.chdir(repository)
        content = "tests/data/invalid/content"
        main(["check", "--content", content])
        whole = capsys.readouterr().err.splitlines()

        for name in ("prose", "texts", "names"):
            folder = f"{content}/families/{name}"
            main(["check", "--content", content, folder])
            assert [
                line for line in whole if line.startswith(f"{folder}/")
            ] == capsys.readouterr().err.splitlines()

    def test_fix(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """--fix with a PATH leaves other files as they are."""
        for record in (_RECORD, _OTHER):
            edit(project / record, "translation:\n  fr:\n    name:", "translation:\n  fr:\n    nome:")

        assert 0 == main(["check", "--fix", _RECORD])
        assert [f"fixed {_RECORD}", "1 file is in order."] == capsys.readouterr().out.splitlines()


@needs_git
class TestChangedSince:
    """Tests of --changed-since."""

    @pytest.fixture(autouse=True)
    def _committed(self, project: Path, commit_all: Commit) -> None:
        commit_all(project)

    def test_nothing(self, capsys: Capture) -> None:
        """Where nothing changed, that is said."""
        assert 0 == main(["check", "--changed-since", "HEAD"])
        assert "There was no file to check.\n" == capsys.readouterr().out

    def test_warnings(self, project: Path, capsys: Capture, edit: Edit, commit_all: Commit) -> None:
        """Warnings of files that did not change are not reported."""
        edit(project / _OTHER, "    fr: Regardez 1001.\n", "")
        commit_all(project)
        edit(project / _RECORD, "    fr: Regardez 1000.\n", "")

        assert 0 == main(["check", "--changed-since", "HEAD"])
        captured = capsys.readouterr()
        assert [_RECORD] == [line.partition(":")[0] for line in captured.err.splitlines()]
        assert "1 file is in order.\n" == captured.out

    def test_errors_anywhere(self, project: Path, capsys: Capture) -> None:
        """An error that a change causes in another file is reported: here, of a code that is gone."""
        (project / _OTHER).unlink()

        assert 1 == main(["check", "--changed-since", "HEAD"])
        assert (
            "1000-1001.yaml:2:17: error[unknown-reference] no code is called `1001`"
            in capsys.readouterr().err
        )

    def test_strict(self, project: Path, edit: Edit, commit_all: Commit) -> None:
        """Strictness is for what changed only."""
        edit(project / _OTHER, "    fr: Regardez 1001.\n", "")
        commit_all(project)

        assert 0 == main(["check", "--strict", "--changed-since", "HEAD"])
        assert 1 == main(["check", "--strict", "--changed-since", "HEAD~1"])

    def test_with_path(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """With a PATH, only what changed below it is reported."""
        _break(project, edit)
        _break(project, edit, _OTHER)

        assert 1 == main(["check", "--changed-since", "HEAD", _OTHER])
        assert [_OTHER] == [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]

    def test_unknown_revision(self, capsys: Capture) -> None:
        """A revision that git does not know is a wrong use."""
        assert 2 == main(["check", "--changed-since", "mian"])
        assert "git knows no revision `mian`" in capsys.readouterr().err


class TestExplain:
    """Tests of --explain."""

    def test_rule(self, capsys: Capture) -> None:
        """A rule is explained, and nothing is checked."""
        assert 0 == main(["check", "--explain", "clause-style"])
        assert capsys.readouterr().out.startswith("clause-style (error)\n\nA clause joins a sentence: ")

    def test_unknown(self, capsys: Capture) -> None:
        """The message about a misspelt rule names the right one."""
        assert 2 == main(["check", "--explain", "clause-stile"])
        assert "no rule is called `clause-stile`; did you mean `clause-style`?" in capsys.readouterr().err
