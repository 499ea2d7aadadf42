"""Keep bytes in a file together with their checksum, so that damage is noticed when they are read again."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path


__all__ = ["KEPT", "forget_old", "keep", "recall"]

KEPT = 8
"""Files of each sort that are left alone: as many projects, branches or options can share a folder."""

_DIGEST_SIZE = hashlib.sha256().digest_size


def keep(path: Path, data: bytes) -> None:
    """Keep ``data`` at ``path``: all of it or, where the disk refuses, what was there before."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{os.getpid()}")
        with new.open("wb") as file:
            file.write(hashlib.sha256(data).digest())
            file.write(data)
        new.replace(path)


def recall(path: Path) -> memoryview | None:
    """Return what was kept at ``path``; None where there is nothing, or something else."""
    try:
        found = memoryview(path.read_bytes())
    except OSError:
        return None
    data = found[_DIGEST_SIZE:]
    return data if hashlib.sha256(data).digest() == found[:_DIGEST_SIZE] else None


def forget_old(path: Path, kept: int = KEPT) -> None:
    """Delete all but the newest ``kept`` of what is beside ``path`` for the same purpose, its name up to a hyphen."""
    prefix = path.name.rpartition("-")[0]
    with suppress(OSError):
        found = (other for other in path.parent.iterdir() if other.name.rpartition("-")[0] == prefix)
        others = sorted(found, key=lambda other: other.stat().st_mtime)
        for old in others[:-kept]:
            for file in old.iterdir() if old.is_dir() else ():
                file.unlink()
            old.rmdir() if old.is_dir() else old.unlink()
