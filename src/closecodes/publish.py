"""The last stage: put the bytes on disk, all or nothing.

The new site is written beside the old one and swapped in when it is complete, so that a build that
stops for any reason leaves the previous site whole.
"""

from __future__ import annotations

import glob
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from closecodes.exchange import exchange
from closecodes.manifest import MARKER, Manifest, Structure, write_manifest
from closecodes.static import static_files, static_names
from closecodes.writing import write_files


__all__ = [
    "MARKER",
    "ForeignOutputError",
    "copy_static",
    "publication",
    "publish",
    "remove_files",
    "revision",
]


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


NOTHING_KNOWN = Manifest({}, Structure())
"""The manifest of a site of which nothing is known: the next build makes it anew."""


@contextmanager
def publication(output: Path, manifest: Manifest = NOTHING_KNOWN) -> Iterator[Path]:
    """Give a folder to write a new site into; when the block ends well, it takes the place of ``output``.

    Raises ForeignOutputError rather than replace a folder that is not a site.
    """
    _refuse_foreign(output)
    with _staging_beside(output) as staging:
        yield staging
        write_manifest(staging, manifest)
        _swap_in(staging, output)


@contextmanager
def revision(output: Path, before: Manifest, after: Manifest) -> Iterator[None]:
    """Let the block change files of the site at ``output`` one by one, from ``before`` to ``after``.

    Should the block not end, the manifest says what was being replaced, and the next build completes it.
    Raises ForeignOutputError rather than change a folder that is not a site.
    """
    _refuse_foreign(output)
    write_manifest(output, before)
    yield
    write_manifest(output, after)


def remove_files(output: Path, names: Iterable[str]) -> int:
    """Delete files of a site and the folders that this leaves empty; return how many there were."""
    count = 0
    for name in names:
        with suppress(FileNotFoundError):
            (output / name).unlink()
            count += 1
        for folder in (output / name).relative_to(output).parents:
            with suppress(OSError):
                (output / folder).rmdir()
    return count


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
    """Publish the files below ``source`` in the folder ``static`` of a site; return their number."""
    return write_files(root, static_files(source, static_names(source)))


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
