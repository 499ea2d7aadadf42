"""The trial of a program whose source has changed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from closecodes.serving import trial
from closecodes.serving.trial import fault_of_program


class TestFaultOfProgram:
    """What keeps a program from being loaded."""

    def test_sound(self, tmp_path: Path) -> None:
        """A program that can be loaded has no fault."""
        assert asyncio.run(fault_of_program(tmp_path)) is None

    def test_broken(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """One that cannot is a problem at the line of its own that is wrong."""
        path = tmp_path / "broken.py"
        path.write_text("\nimport json\njson.loads('{')\n", encoding="utf-8")
        monkeypatch.setattr(
            trial, "_LOAD_ALL", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import broken"
        )

        problem = asyncio.run(fault_of_program(tmp_path))

        assert problem
        assert (str(path), 3, "program") == (problem.place.path, problem.place.line, problem.rule)
        assert "JSONDecodeError" in problem.message

    def test_elsewhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A fault that no line of the program shows is told all the same."""
        monkeypatch.setattr(trial, "_LOAD_ALL", "raise SystemExit('no such interpreter')")

        problem = asyncio.run(fault_of_program(tmp_path))

        assert problem
        assert "no such interpreter" == problem.message
