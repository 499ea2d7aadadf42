"""The last stage: put the bytes on disk, all or nothing.

The new site is written beside the old one and swapped in when it is complete, so that a build that
stops for any reason leaves the previous site whole.
"""

from __future__ import annotations

import glob
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from closecodes.exchange import exchange
from closecodes.writing import write_files


__all__ = ["MARKER", "ForeignOutputError", "copy_static", "publication", "publish"]

MARKER = ".closecodes"
"""A file at the root of every published site: only folders that have it are ever replaced."""


class ForeignOutputError(Exception):
    """The output folder holds something that no build of ours wrote; carries its ``path``."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} exists, is not empty and was not made by this program; "
            "choose another --output, or empty it yourself"
        )
        self.path = path


def publish(output: Path, files: Iterable[tuple[str, bytes]], static: Path) -> int:
    """Write ``files`` (path and bytes) and a copy of ``static`` as the new content of ``output``.

    Returns the number of files written, static ones included. Raises ForeignOutputError rather than
    replace a folder that is not a site, and OSError where the disk refuses.
    """
    with publication(output) as staging:
        return copy_static(static, staging) + write_files(staging, files)


@contextmanager
def publication(output: Path) -> Iterator[Path]:
    """Give a folder to write a new site into; when the block ends well, it takes the place of ``output``.

    Raises ForeignOutputError rather than replace a folder that is not a site.
    """
    _refuse_foreign(output)
    with _staging_beside(output) as staging:
        yield staging
        (staging / MARKER).write_bytes(b"Made by closecodes; replaced by the next build.\n")
        _swap_in(staging, output)


def _refuse_foreign(output: Path) -> None:
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise ForeignOutputError(output)
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).is_file():
        raise ForeignOutputError(output)


@contextmanager
def _staging_beside(output: Path) -> Iterator[Path]:
    output.parent.mkdir(parents=True, exist_ok=True)
    _recover(output)
    staging = output.parent / f".{output.name}.building-{os.getpid()}"
    staging.mkdir()
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _recover(output: Path) -> None:
    """Undo what builds that were killed left behind: a site moved aside, half-written new ones."""
    for previous in _abandoned(output, "previous"):
        if not output.exists():
            previous.rename(output)
    for folder in (*_abandoned(output, "previous"), *_abandoned(output, "building")):
        shutil.rmtree(folder, ignore_errors=True)


def _abandoned(output: Path, state: str) -> list[Path]:
    folders = sorted(output.parent.glob(f".{glob.escape(output.name)}.{state}-*"))
    return [folder for folder in folders if not _is_running(folder.name.rpartition("-")[2])]


def _is_running(process: str) -> bool:
    if process == str(os.getpid()) or not hasattr(os, "getpgid"):
        return False  # a process before us had our number, or (Windows) a signal would end the process asked about
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except OSError:
        return True
    return True


def copy_static(source: Path, root: Path) -> int:
    """Copy the files below ``source`` to the folder ``static`` of a site; return their number."""
    files = sorted(path for path in source.rglob("*") if path.is_file())
    return write_files(
        root, ((f"static/{path.relative_to(source).as_posix()}", path.read_bytes()) for path in files)
    )


def _swap_in(staging: Path, output: Path) -> None:
    if output.exists() and exchange(staging, output):
        return
    previous = staging.with_name(f".{output.name}.previous-{os.getpid()}")
    if output.exists():
        output.rename(previous)
    try:
        staging.rename(output)
    except BaseException:
        if previous.exists():
            previous.rename(output)
        raise
    shutil.rmtree(previous, ignore_errors=True)
