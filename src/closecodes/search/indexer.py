"""Pagefind, if it is installed: pages in, the files of an index out."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from closecodes.search import conversation


__all__ = ["Indexer", "Indexing", "IndexingError", "find_indexer"]

_UNUSED = (
    "pagefind-component-ui",
    "pagefind-highlight",
    "pagefind-modular-ui",
    "pagefind-ui",
    "wasm.unknown",
)
"""What Pagefind adds for sites that have no field of their own."""

_ENTRY = "pagefind-entry.json"


class IndexingError(Exception):
    """Pagefind could not make an index."""


@dataclass(frozen=True, slots=True)
class Indexer:
    """A program that indexes pages, and its version."""

    program: Path
    version: str

    def start(self, pages: Iterable[tuple[str, str]], language: str) -> Indexing:
        """Begin to index ``pages``, address and HTML, in a process of its own."""
        return Indexing(self.program, pages, language)


class Indexing:
    """An index in the making."""

    def __init__(self, program: Path, pages: Iterable[tuple[str, str]], language: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="closecodes-")
        self._made = Path(self._folder.name, "index")
        job = Path(self._folder.name, "job.json")
        described = {
            "program": str(program),
            "language": language,
            "pages": list(pages),
            "output": str(self._made),
        }
        job.write_text(json.dumps(described), encoding="utf-8")
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-I", "-S", conversation.__file__, str(job)],
            cwd=self._folder.name,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process if it still runs, and leave nothing behind."""
        with self._process:
            self._process.terminate()
        self._folder.cleanup()

    def files(self) -> list[tuple[str, bytes]]:
        """Wait for the index, and return its files, by name; raises IndexingError where there is none."""
        _, said = self._process.communicate()
        if self._process.returncode:
            message = f"pagefind could not index the words: {said.strip()}"
            raise IndexingError(message)
        return list(_files_of(self._made))


def _files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(_UNUSED):
            data = path.read_bytes()
            yield path.relative_to(folder).as_posix(), _in_order(data) if path.name == _ENTRY else data


def _in_order(data: bytes) -> bytes:
    """Return JSON with its keys in order; Pagefind writes them in any."""
    return json.dumps(json.loads(data), sort_keys=True, separators=(",", ":")).encode()


def find_indexer() -> Indexer | None:
    """Return Pagefind as installed in this environment; None where it is not."""
    with suppress(ImportError, OSError):
        import importlib.metadata  # noqa: PLC0415 - only builds need it

        from pagefind_bin import get_executable  # noqa: PLC0415 - not for every machine

        return Indexer(Path(get_executable()), importlib.metadata.version("pagefind_bin"))
    return None
