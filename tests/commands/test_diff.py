"""Tests of the command ``diff``."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.cli import main


Capture = pytest.CaptureFixture[str]
Edit = Callable[[Path, str, str], None]
Commit = Callable[[Path], None]

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None, reason="git is not installed: apt-get install git"
)

_RECORD = "content/families/websocket/1000.yaml"


@pytest.fixture(name="project", autouse=True)
def _project(small_project: Path, monkeypatch: pytest.MonkeyPatch, commit_all: Commit) -> Path:
    """Return a small project whose files are committed; it is the current folder."""
    monkeypatch.chdir(small_project)
    commit_all(small_project)
    return small_project


def test_files(project: Path, capsys: Capture, edit: Edit) -> None:
    """With one revision, the files are compared as they are."""
    edit(project / _RECORD, "retry: never", "retry: at-once")

    assert 0 == main(["diff", "HEAD"])
    assert capsys.readouterr().out.splitlines() == [
        "1 record (1 changed); 1 comparison changes",
        "",
        "1000 Number 1000 in English",
        "  retry: never → at-once",
        "  1 comparison changes",
    ]


def test_revisions(project: Path, capsys: Capture, edit: Edit, commit_all: Commit) -> None:
    """With two, these are compared, whatever the files are."""
    edit(project / _RECORD, "retry: never", "retry: at-once")
    commit_all(project)
    (project / _RECORD).unlink()

    assert 0 == main(["diff", "HEAD~1", "HEAD", "--format", "markdown"])
    assert "- `retry`: `never` → `at-once`\n" in capsys.readouterr().out


def test_json(project: Path, capsys: Capture) -> None:
    """Scripts get JSON and nothing else."""
    (project / _RECORD).unlink()

    assert 0 == main(["diff", "HEAD", "--format", "json"])
    assert ["removed"] == [change["how"] for change in json.loads(capsys.readouterr().out)["changes"]]


def test_nothing(capsys: Capture) -> None:
    """Where nothing changed, that is said."""
    assert 0 == main(["diff", "HEAD", "HEAD"])
    assert "Nothing that the pages say has changed.\n" == capsys.readouterr().out


@pytest.mark.parametrize("revisions", [["mian"], ["HEAD", "mian"]])
def test_unknown_revision(revisions: list[str], capsys: Capture) -> None:
    """A revision that git does not know is a wrong use."""
    assert 2 == main(["diff", *revisions])
    assert "git knows no revision `mian`" in capsys.readouterr().err
