"""Write many small files quickly."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from closecodes.manifest import UNFINISHED


__all__ = ["replace_files", "write_files"]

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_files(root: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write each path (relative to ``root``, with slashes) and its bytes; return the number of files.

    Several processes may write below the same root at once. Raises OSError where the disk refuses.
    """
    if os.open in os.supports_dir_fd and os.mkdir in os.supports_dir_fd:
        folder = os.open(root, os.O_RDONLY)
        try:
            return _write_all(
                files,
                make_folder=lambda name: os.mkdir(name, dir_fd=folder),
                open_file=lambda name: os.open(name, _NEW, 0o666, dir_fd=folder),
            )
        finally:
            os.close(folder)
    return _write_all(
        files,
        make_folder=lambda name: (root / name).mkdir(),
        open_file=lambda name: os.open(root / name, _NEW, 0o666),
    )


def _write_all(
    files: Iterable[tuple[str, bytes]],
    *,
    make_folder: Callable[[str], None],
    open_file: Callable[[str], int],
) -> int:
    made = {""}
    count = 0
    for name, data in files:
        _make_folders(name.rpartition("/")[0], made, make_folder)
        descriptor = open_file(name)
        try:
            _write(descriptor, data)
        finally:
            os.close(descriptor)
        count += 1
    return count


def _make_folders(name: str, made: set[str], make_folder: Callable[[str], None]) -> None:
    if name in made:
        return
    _make_folders(name.rpartition("/")[0], made, make_folder)
    with suppress(FileExistsError):
        make_folder(name)
    made.add(name)


def _write(descriptor: int, data: bytes) -> None:
    written = os.write(descriptor, data)
    while written < len(data):
        written += os.write(descriptor, data[written:])


def replace_files(root: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write each path and its bytes so that at every moment it is whole, the old one or the new.

    Leaves alone what has these bytes already; returns the number of files written. Raises OSError where the
    disk refuses.
    """
    return sum(_replace(root, name, data) for name, data in files)


def _replace(root: Path, name: str, data: bytes) -> bool:
    path = root / name
    with suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = root / UNFINISHED
    new.write_bytes(data)
    new.replace(path)
    return True
