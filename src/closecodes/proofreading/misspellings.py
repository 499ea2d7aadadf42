"""Common misspellings in English, by codespell, which finds those that are words too."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from closecodes.check.prose import HIDDEN
from closecodes.proofreading.pieces import Piece, Remark, own_words


__all__ = ["MisspellingReader"]

_FOUND = re.compile(r"^(\d+): .*\n\t(\S+) ==> (.+)$", re.MULTILINE)
_COMMAND = (sys.executable, "-m", "codespell_lib", "--builtin", "clear,rare", "-")


@dataclass(frozen=True)
class MisspellingReader:
    """Reads English texts; the others would be full of English mistakes."""

    module: str = "codespell_lib"

    @property
    def missing(self) -> str | None:
        """Say that codespell is not here."""
        here = find_spec(self.module)
        return None if here else "codespell is not installed: pip install 'closecodes[proofreading]'"

    def read(self, pieces: Sequence[Piece]) -> Iterator[Remark]:
        """Yield each misspelling with what was meant."""
        english = [piece for piece in pieces if piece.language == "en"]
        lines = "".join(f"{_line(piece)}\n" for piece in english)
        result = subprocess.run(_COMMAND, input=lines, capture_output=True, text=True, check=False)  # noqa: S603 - ours
        for line, word, meant in _FOUND.findall(result.stdout):
            piece = english[int(line) - 1]
            message = f"found `{word}`; did you mean `{meant}`?"
            yield Remark(piece, max(0, piece.text.find(word)), "misspelling", message)


def _line(piece: Piece) -> str:
    return " ".join(own_words(piece).replace(HIDDEN, " ").split())
