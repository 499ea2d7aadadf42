"""Tests of the package as such: its version, its types, its entry points."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import closecodes


@pytest.fixture(name="pyproject")
def _pyproject(repository: Path) -> dict[str, Any]:
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))


def test_version(pyproject: dict[str, Any]) -> None:
    """The version of the package is the one of pyproject.toml."""
    assert pyproject["project"]["version"] == closecodes.__version__


def test_typed() -> None:
    """The package tells type checkers that it is typed."""
    assert resources.files("closecodes").joinpath("py.typed").is_file()


def test_script(pyproject: dict[str, Any]) -> None:
    """The installed command is the same program as ``python -m closecodes``."""
    assert pyproject["project"]["scripts"] == {"closecodes": "closecodes.__main__:main"}


def test_run_as_module(tmp_path: Path) -> None:
    """The package runs as a module, from any folder."""
    done = subprocess.run(
        [sys.executable, "-m", "closecodes", "--version"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )

    assert (0, f"closecodes, version {closecodes.__version__}\n", "") == (
        done.returncode,
        done.stdout,
        done.stderr,
    )


def test_exit_code_of_module(tmp_path: Path) -> None:
    """The exit code of the program becomes that of the process."""
    command = [sys.executable, "-m", "closecodes", "--colour"]

    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)

    assert done.returncode == 2
    assert "--colour" in done.stderr
