"""Tests of the command ``registry``."""

from __future__ import annotations

from pathlib import Path

import pytest

from closecodes.cli import main


_HEAD = "Status Code,Meaning,Contact,Reference\n"


@pytest.fixture(name="here")
def _here(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small_project)
    return small_project


def test_differences(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A code that one side lacks, and one with two names, is a line each, and a failure."""
    rows = "1000,Number 1000 in English,,\n1002,Protocol error,,\n1016-2999,Unassigned,,\n"
    (here / "list.csv").write_text(_HEAD + rows, encoding="utf-8")

    assert 1 == main(["registry", "list.csv"])
    assert [
        "- 1001 “Number 1001 in English” has a record and is not in the list.",
        "- 1002 “Protocol error” is registered and has no record.",
    ] == capsys.readouterr().out.splitlines()


def test_agreement(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two lists that agree say nothing; a sentence in place of a name is not compared."""
    rows = f"1000,Number 1000 in English,,\n1001,{'The server was acting as a gateway or proxy' * 2},,\n"
    (here / "list.csv").write_text(_HEAD + rows, encoding="utf-8")

    assert 0 == main(["registry", "list.csv"])
    assert "" == capsys.readouterr().out


def test_other_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without the columns of the list is a wrong use."""
    (here / "list.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    assert 2 == main(["registry", "list.csv"])
    assert "has no column Meaning or Status Code" in capsys.readouterr().err
