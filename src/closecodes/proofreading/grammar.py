"""French grammar, by Grammalecte: agreement, conjugation, confusions, elisions and no-break spaces."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from closecodes.check.prose import HIDDEN
from closecodes.i18n import typeset
from closecodes.proofreading.lists import Accepted
from closecodes.proofreading.pieces import Piece, Remark


__all__ = ["GrammarReader"]

PROGRAM = "grammalecte-cli"

BLOCKING = {"conf", "conj", "eleu", "gn", "imp", "infi", "inte", "nbsp", "ppas", "vmode"}
"""Groups of rules that are heard; others are matters of taste, or ours (apostrophes, capitals, units)."""

_OFF = ("apos", "num", "typo", "virg", "maj", "unit", "esp", "tu", "pleo", "loc", "bs", "eepi", "minis", "nf")
_NAME = re.compile(rf"{HIDDEN}+|(?<![\d.,])\d{{3,5}}(?![\d\u00a0]|[.,]\d)")
"""Code, and numbers such as 1006: those before a unit have a no-break space after them."""

_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|\[(?=[^\]]*\])|\](?=$|\W)")


@dataclass(frozen=True)
class GrammarReader:
    """Reads French texts, as they are when typeset."""

    accepted: Accepted = field(default_factory=Accepted)
    program: str = PROGRAM
    used: set[str] = field(default_factory=set)
    """The accepted phrases that some text needed."""

    @property
    def missing(self) -> str | None:
        """Say that Grammalecte is not here."""
        if shutil.which(self.program):
            return None
        return (
            f"{self.program} is not installed, and French grammar was not read: apt install grammalecte-cli"
        )

    def read(self, pieces: Sequence[Piece]) -> Iterator[Remark]:
        """Yield each mistake, once where Grammalecte tells it of both words that disagree."""
        by_line = {_line(piece): piece for piece in reversed(pieces) if _is_read(piece)}
        lines, french = list(by_line), list(by_line.values())
        for paragraph in self._remarks("".join(f"{line}\n" for line in lines)):
            index = paragraph["iParagraph"] - 1
            for found in paragraph["lGrammarErrors"]:
                if self._is_heard(found) and not self._is_accepted(lines[index], found["nStart"]):
                    yield _remark(french[index], lines[index], found)

    def _is_heard(self, found: dict[str, Any]) -> bool:
        return found["sType"] in BLOCKING and found["sRuleId"] not in self.accepted.rules_off

    def _is_accepted(self, line: str, start: int) -> bool:
        phrase = self.accepted.covers(line.replace("\u00a0", " ").replace("\u202f", " "), start)
        self.used.update(filter(None, [phrase]))
        return phrase is not None

    def _remarks(self, text: str) -> list[dict[str, Any]]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "texts.txt")
            path.write_text(text, encoding="utf-8", newline="\n")
            command = [self.program, "--file", str(path), "--json", "--only_when_errors", "--opt_off", *_OFF]
            result = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ours
        remarks: list[dict[str, Any]] = json.loads(result.stdout)["data"]
        return remarks


def _is_read(piece: Piece) -> bool:
    return piece.language == "fr" and not (piece.typeset and piece.quotes)


def _line(piece: Piece) -> str:
    """Return the text on one line and typeset; code, and numbers that count nothing, are names in it.

    What middle dots separate are no parts of one sentence.
    """
    text = typeset(" ".join(_EMPHASIS.sub("", piece.text).split()), piece.language)
    return _NAME.sub("Xyz", text.replace(" · ", ". "))


def _remark(piece: Piece, line: str, found: dict[str, Any]) -> Remark:
    start, end = found["nStart"], found["nEnd"]
    around = line[max(0, start - 30) : end + 30]
    wanted = ", ".join(f"`{word}`" for word in found["aSuggestions"][:3])
    message = f"found `{line[start:end]}` in `{around}`: {found['sMessage']}"
    at = max(0, piece.text.find(line[start:end].strip()))
    return Remark(piece, at, "grammar", f"{message} ({wanted or 'no suggestion'}; {found['sRuleId']})")
