"""Tests of the command ``proofread``."""

from __future__ import annotations

from pathlib import Path

import pytest

from closecodes import proofreading
from closecodes.cli import main
from closecodes.problems import Level, Place, Problem
from closecodes.proofreading import Proof


@pytest.fixture(name="here")
def _here(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in the folder of a small project."""
    monkeypatch.chdir(small_project)


SLIP = Problem(
    Place("content/pages/about.fr.md", 1, 3), Level.ERROR, "spelling", "`wrongg` is not in the dictionary."
)


@pytest.mark.parametrize(
    ("proof", "options", "expected"),
    [
        (Proof((), (), 7), [], (0, "7 texts are in order.\n", "")),
        (Proof((), ("no grammar",), 7), [], (0, "7 texts are in order.\n", "notice: no grammar\n")),
        (Proof((), ("no grammar",), 7), ["--complete"], (1, "", "error: no grammar\n")),
        (Proof((SLIP,), (), 7), [], (1, "", f"{SLIP}\n")),
    ],
)
@pytest.mark.usefixtures("here")
def test_report(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    proof: Proof,
    options: list[str],
    expected: tuple[int, str, str],
) -> None:
    """Problems fail; what is not installed is a notice, and fails where the reading must be complete."""
    monkeypatch.setattr(proofreading, "proofread", lambda *_: proof)

    code = main(["proofread", *options])

    assert expected == (code, *capsys.readouterr())


@pytest.mark.usefixtures("here")
def test_damaged_catalogue(small_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A catalogue that cannot be read is told without a traceback."""
    small_project.joinpath("locales/fr/LC_MESSAGES/messages.po").write_text('msgid "x\n', encoding="utf-8")

    assert 2 == main(["proofread"])
    assert "a catalogue in locales/ cannot be read" in capsys.readouterr().err
