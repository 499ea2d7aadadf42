"""Tests of the command ``github``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from closecodes.cli import main
from closecodes.commands import github


_RUN = {
    "head_sha": "aaaa",
    "head_branch": "correct-1013",
    "head_repository": {"owner": {"login": "somebody"}},
    "html_url": "https://github.com/owner/name/actions/runs/5",
}


@pytest.fixture(name="told")
def _told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Return what the command tells GitHub, which here is a dictionary; the environment is a runner's."""
    told: dict[str, object] = {}
    monkeypatch.chdir(tmp_path)
    (tmp_path / "event.json").write_text(json.dumps({"workflow_run": _RUN}), encoding="utf-8")
    monkeypatch.setenv("GITHUB_API_URL", "http://127.0.0.1:1/")
    monkeypatch.setenv("GITHUB_REPOSITORY", "owner/name")
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setenv("GITHUB_EVENT_PATH", "event.json")
    monkeypatch.setattr(github, "pull_request_of", lambda *_: 7)
    monkeypatch.setattr(github, "keep_comment", lambda *call: told.update(zip("hnmb", call, strict=True)))
    monkeypatch.setattr(github, "keep_labels", lambda *call: told.update(zip("hnwo", call, strict=True)))
    monkeypatch.setattr(github, "keep_issue", lambda _, title, report: told.update({title: report}))
    return told


def test_comment(tmp_path: Path, told: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    """The difference stands under the address of the run, and cannot do anything."""
    (tmp_path / "difference.md").write_text("- 1013: ask @octocat\n", encoding="utf-8")

    assert 0 == main(["github", "comment", "difference.md"])
    assert "Commented on pull request 7.\n" == capsys.readouterr().out
    assert "https://github.com/owner/name/actions/runs/5" in str(told["b"])
    assert str(told["b"]).endswith("\n\n- 1013: ask @\u2060octocat\n")


def test_no_difference(tmp_path: Path, told: dict[str, object]) -> None:
    """A proposal that changes no page says so."""
    (tmp_path / "difference.md").write_bytes(b"\n")

    main(["github", "comment", "difference.md"])

    assert "Nothing that the pages say." in str(told["b"])


def test_no_pull_request(
    tmp_path: Path,
    told: dict[str, object],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A run whose proposal has gone on or was closed is left alone."""
    (tmp_path / "difference.md").write_bytes(b"x")
    monkeypatch.setattr(github, "pull_request_of", lambda *_: None)

    assert 0 == main(["github", "comment", "difference.md"])
    assert "No open pull request ends with this commit.\n" == capsys.readouterr().out
    assert {} == told


def test_label(tmp_path: Path, told: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    """The difference becomes labels."""
    (tmp_path / "difference.json").write_text(
        json.dumps({"changes": [{"fields": [{"language": "fr"}]}]}), encoding="utf-8"
    )

    assert 0 == main(["github", "label", "difference.json"])
    assert {"records in French"} == told["w"]
    assert "Labelled pull request 7.\n" == capsys.readouterr().out


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("depth", [3, 500_000])
def test_label_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str], depth: int) -> None:
    """A file that is no JSON, or nested without end, is refused with a sentence."""
    (tmp_path / "difference.json").write_bytes(b"[" * depth)

    assert 2 == main(["github", "label", "difference.json"])
    assert "difference.json is no JSON" in capsys.readouterr().err


def test_strange_bytes(tmp_path: Path, told: dict[str, object]) -> None:
    """A file that is no text, or far too large, is shown as far as it goes."""
    (tmp_path / "difference.md").write_bytes(b"\xff" * 3_000_000)

    assert 0 == main(["github", "comment", "difference.md"])
    assert len(str(told["b"])) < 65_536


def test_issue(tmp_path: Path, told: dict[str, object]) -> None:
    """The report becomes the issue of that title."""
    (tmp_path / "report.md").write_text("- gone\n", encoding="utf-8")

    assert 0 == main(["github", "issue", "--title", "Lost links", "report.md"])
    assert {"Lost links": "- gone\n"} == told


@pytest.mark.usefixtures("told")
def test_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Away from GitHub, the message names what is not set."""
    (tmp_path / "report.md").write_bytes(b"x")
    monkeypatch.delenv("GITHUB_TOKEN")

    assert 2 == main(["github", "issue", "--title", "Lost links", "report.md"])
    assert "GITHUB_TOKEN is not set; this command is for workflows on GitHub" in capsys.readouterr().err


@pytest.mark.usefixtures("told")
def test_other_event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A comment needs the event of another workflow's run."""
    (tmp_path / "event.json").write_text("{}", encoding="utf-8")
    (tmp_path / "difference.md").write_bytes(b"x")

    assert 2 == main(["github", "comment", "difference.md"])
    assert "`on: workflow_run`" in capsys.readouterr().err


@pytest.mark.usefixtures("told")
def test_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where GitHub does not answer, the run fails with a sentence and no traceback."""
    (tmp_path / "report.md").write_bytes(b"x")
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_API_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("GITHUB_REPOSITORY", "owner/name")
    monkeypatch.setenv("GITHUB_TOKEN", "secret")

    assert 2 == main(["github", "issue", "--title", "Lost links", "report.md"])
    assert "GitHub does not answer GET issues?" in capsys.readouterr().err
