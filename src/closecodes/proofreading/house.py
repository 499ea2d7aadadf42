"""The rules of this house, which ``check`` knows from the records: typography and the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from closecodes.check.terms import Rejections
from closecodes.check.typography import slips
from closecodes.i18n import typeset
from closecodes.proofreading.pieces import Piece, Remark


__all__ = ["GlossaryReader", "TypographyReader"]

_AROUND = 24
"""How much of the text around a slip a message quotes."""

_INVISIBLE = str.maketrans({"\u00a0": "\\u00a0", "\u202f": "\\u202f", "\u2009": "\\u2009"})


@dataclass(frozen=True)
class TypographyReader:
    """Reads for signs and spaces; on a finished page for no-break spaces and apostrophes as well."""

    codes: AbstractSet[int]
    """Numbers that are never grouped on a page; in sources, ``check`` looks after them."""

    missing = None

    def read(self, pieces: Sequence[Piece]) -> Iterator[Remark]:
        """Yield each slip, and each text of a finished page that typesetting would change."""
        for piece in pieces:
            codes = self.codes if piece.typeset else frozenset[int]()
            for slip in slips(piece.text, piece.language, codes):
                around = piece.text[max(0, slip.start - _AROUND) : slip.end + _AROUND]
                yield Remark(
                    piece, slip.start, "typography", f"found `{around.translate(_INVISIBLE)}`; {slip.why}"
                )
            if piece.typeset and (right := typeset(piece.text, piece.language)) != piece.text:
                yield _not_typeset(piece, right)


def _not_typeset(piece: Piece, right: str) -> Remark:
    pairs = enumerate(zip(piece.text, right, strict=False))
    at = next((index for index, (found, wanted) in pairs if found != wanted), 0)
    found, wanted = (
        text[max(0, at - _AROUND) : at + _AROUND].translate(_INVISIBLE) for text in (piece.text, right)
    )
    return Remark(piece, at, "typography", f"found `{found}`, which was not typeset; it should be `{wanted}`")


@dataclass(frozen=True)
class GlossaryReader:
    """Reads for words that the glossary rejects."""

    rejections: Mapping[str, Rejections]
    """What is rejected in each language."""

    missing = None

    def read(self, pieces: Sequence[Piece]) -> Iterator[Remark]:
        """Yield each rejected word, but for those of texts that speak of words."""
        for piece in pieces:
            if piece.quotes or piece.language not in self.rejections:
                continue
            for start, end, term in self.rejections[piece.language].in_text(piece.text):
                right = term.term.get(piece.language) or term.id
                message = f"found `{piece.text[start:end]}`, which the glossary rejects; write `{right}`"
                yield Remark(piece, start, "glossary", f"{message} (term `{term.id}`)")
