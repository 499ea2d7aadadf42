"""Keep on disk what only saves time: rendered parts of codes, and compiled templates.

Everything here may be deleted at any moment, and is thrown away when anything that it was made from has changed
or when its checksum does not fit.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from closecodes.keeping import forget_old, keep, recall


if TYPE_CHECKING:
    from jinja2 import FileSystemBytecodeCache

__all__ = ["Cache", "Parts"]

Parts = Mapping[str, dict[tuple[object, ...], bytes]]
"""By the id of a code, its rendered parts by their keys."""


@dataclass(frozen=True)
class Cache:
    """What is kept for sites that have everything in common but their records."""

    folder: Path
    basis: str
    """Digest of all that concerns every page."""
    codes: Mapping[str, str]
    """By the id of a code, the digest of what its parts show."""

    def load_parts(self, language: str) -> Parts:
        """Return the parts that are still true; nothing where none were kept, or they cannot be trusted."""
        data = recall(self._parts_file(language))
        try:
            kept = marshal.loads(data) if data else {}  # noqa: S302 - our own file, whose checksum fits
        except (ValueError, EOFError, TypeError):
            return {}
        return {id_: parts for id_, (of, parts) in kept.items() if self.codes.get(id_) == of}

    def save_parts(self, language: str, parts: Parts) -> None:
        """Keep the parts of all codes; a disk that refuses costs the next build its time, nothing else."""
        path = self._parts_file(language)
        known = {id_: (self.codes[id_], own) for id_, own in parts.items() if id_ in self.codes}
        with suppress(ValueError):  # a part that depends on more than words cannot be written down
            keep(path, marshal.dumps(known))
            forget_old(path)

    def templates(self, language: str) -> FileSystemBytecodeCache | None:
        """Return where Jinja keeps compiled templates; None where nothing can be written."""
        from jinja2 import FileSystemBytecodeCache  # noqa: PLC0415 - only what renders needs Jinja

        folder = self.folder / f"templates-{language}-{self.basis}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        forget_old(folder)
        if not os.access(folder, os.W_OK):
            return None
        return FileSystemBytecodeCache(str(folder))

    def picture(self, shown: str, draw: Callable[[], bytes]) -> bytes:
        """Return the picture of ``shown``: the one that is kept, or what ``draw`` makes, to be kept.

        It depends on nothing else, so that no build ever needs to draw it again.
        """
        path = self.folder / "pictures" / hashlib.sha256(shown.encode()).hexdigest()[:32]
        found = recall(path)
        if found is not None:
            return bytes(found)
        picture = draw()
        keep(path, picture)
        return picture

    def _parts_file(self, language: str) -> Path:
        return self.folder / f"parts-{language}-{self.basis}"
