"""Messages taken apart once, so that their placeholders are filled quickly."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from closecodes.i18n.clauses import awaits_elision, elide


__all__ = ["Filling"]

_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


@dataclass(frozen=True, slots=True)
class Filling:
    """A message as the texts between its placeholders, and the names of those."""

    texts: tuple[str, ...]
    names: tuple[str, ...]
    language: str
    awaiting: tuple[bool, ...]
    """For each placeholder, whether a word before it may lose its e to what fills it."""

    @classmethod
    def of(cls, message: str, language: str) -> Filling:
        """Return ``message`` taken apart; ``%%`` in it stands for a per cent sign."""
        pieces = _PLACEHOLDER.split(message)
        texts = tuple(text.replace("%%", "%") for text in pieces[::2])
        awaiting = tuple(awaits_elision(text, language) for text in texts[:-1])
        return cls(texts, tuple(pieces[1::2]), language, awaiting)

    def fill(self, parts: dict[str, object]) -> Markup:
        """Return the message with ``parts`` in their places, escaped where they are not markup.

        Raises KeyError where a part is missing.
        """
        pieces = []
        for text, name, awaits in zip(self.texts, self.names, self.awaiting, strict=False):
            piece = f"{text}{escape(parts[name])}"  # not a sum, in which markup would escape our own text
            pieces.append(elide(piece, self.language) if awaits else piece)
        return Markup("".join((*pieces, self.texts[-1])))  # noqa: S704 - our own, parts escaped
