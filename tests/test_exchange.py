"""Tests of closecodes.exchange."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest

from closecodes.exchange import exchange


@pytest.fixture(name="folders")
def _folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return two folders, each with a file that says its name."""
    folders = tmp_path / "one", tmp_path / "été"
    for folder in folders:
        folder.mkdir()
        (folder / "name").write_text(folder.name, encoding="utf-8")
    return folders


def _names(folders: tuple[Path, Path]) -> list[str]:
    return [(folder / "name").read_text(encoding="utf-8") for folder in folders]


def test_exchanged_or_not(folders: tuple[Path, Path]) -> None:
    """The answer says whether the two folders have changed places; nothing in between can be."""
    done = exchange(*folders)

    assert (["été", "one"] if done else ["one", "été"]) == _names(folders)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can exchange folders")
def test_linux(folders: tuple[Path, Path]) -> None:
    """Linux exchanges two folders."""
    assert exchange(*folders)


def test_other_system(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Another system is not even asked."""
    monkeypatch.setattr(sys, "platform", "win32")

    assert not exchange(*folders)
    assert _names(folders) == ["one", "été"]


def test_old_library(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A C library without the call changes nothing and says so."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name, **_options: object())

    assert not exchange(*folders)
    assert _names(folders) == ["one", "été"]


def test_missing_folder(folders: tuple[Path, Path]) -> None:
    """Where one of the two is missing, the other stays."""
    one, _ = folders

    assert not exchange(one, one.with_name("missing"))
    assert (one / "name").is_file()
