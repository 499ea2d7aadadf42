"""The files that are published as they are, but for a style sheet in pieces, which is published as one file.

A folder with the name of a style sheet (``style.css/``) holds its pieces; they are joined in the order of their names,
so that a page asks for one file and nobody reads a long one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath


__all__ = ["static_bytes", "static_files", "static_names"]

_IN_PIECES = ".css"


def static_names(folder: Path) -> list[str]:
    """Return the name of each file that ``folder`` is published as, in their order."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted({_published(file).as_posix() for file in files})


def static_bytes(folder: Path, name: str) -> bytes:
    """Return what the file ``name`` holds once it is published. Raises OSError where it cannot be read."""
    path = folder / name
    pieces = sorted(path.glob(f"*{_IN_PIECES}")) if path.is_dir() else [path]
    return b"\n".join(piece.read_bytes() for piece in pieces)


def static_files(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes that the files ``names`` of ``folder`` have in a site."""
    return ((f"static/{name}", static_bytes(folder, name)) for name in names)


def _published(file: PurePath) -> PurePath:
    """Return the style sheet that ``file`` is a piece of, or ``file`` itself."""
    return next((parent for parent in file.parents if parent.suffix == _IN_PIECES), file)
