"""Tests of closecodes.keeping."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from closecodes.keeping import KEPT, forget_old, keep, recall


@given(st.binary(max_size=100))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_kept(tmp_path: Path, data: bytes) -> None:
    """What was kept is found again, even if that is nothing."""
    keep(tmp_path / "new folder" / "kept", data)

    found = recall(tmp_path / "new folder" / "kept")
    assert found is not None
    assert data == bytes(found)


def test_nothing_there(tmp_path: Path) -> None:
    """Where there is no file, nothing is found."""
    assert recall(tmp_path / "kept") is None


@pytest.mark.parametrize("size", [0, 31, 32, 40])
def test_cut(tmp_path: Path, size: int) -> None:
    """A file that was cut anywhere is not believed."""
    keep(tmp_path / "kept", b"ten bytes.")

    (tmp_path / "kept").write_bytes((tmp_path / "kept").read_bytes()[:size])

    assert recall(tmp_path / "kept") is None


@given(st.integers(min_value=0, max_value=41), st.integers(min_value=1, max_value=255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged(tmp_path: Path, place: int, change: int) -> None:
    """A file of which one byte is another is not believed."""
    keep(tmp_path / "kept", b"ten bytes.")

    data = bytearray((tmp_path / "kept").read_bytes())
    data[place] ^= change
    (tmp_path / "kept").write_bytes(data)

    assert recall(tmp_path / "kept") is None


def test_disk_refuses(tmp_path: Path) -> None:
    """Where the disk takes no more, what was kept before stays, and nothing is raised."""
    resource = pytest.importorskip("resource", reason="needs limits of file sizes, which Unix has")
    keep(tmp_path / "kept", b"before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        keep(tmp_path / "kept", b"x" * 2000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert bytes(recall(tmp_path / "kept") or b"?") == b"before"


def test_forget_old(tmp_path: Path) -> None:
    """Of what is kept for the same purpose, the newest stay; what is kept for another is left alone."""
    for age in range(KEPT + 2):
        for name in (f"content-{age}", f"parts-en-{age}"):
            keep(tmp_path / name, b"")
            os.utime(tmp_path / name, (10**9 - age,) * 2)

    forget_old(tmp_path / "content-0")

    left = {path.name for path in tmp_path.iterdir()}
    assert {f"content-{age}" for age in range(KEPT)} == {name for name in left if name.startswith("content")}
    assert KEPT + 2 == sum(name.startswith("parts") for name in left)
