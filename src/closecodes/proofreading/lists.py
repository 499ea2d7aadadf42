"""The lists that people keep: names and words that no dictionary has, and what grammar may not refuse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml


__all__ = ["Accepted", "WordList", "read_accepted", "read_words"]


@dataclass(frozen=True)
class WordList:
    """Words of one file, one on each line; what follows a ``#`` is a comment."""

    path: str
    words: Mapping[str, int]
    """Each word with its line."""


@dataclass(frozen=True)
class Accepted:
    """What Grammalecte may not refuse."""

    path: str = ""
    rules_off: tuple[str, ...] = ()
    """Rules, by Grammalecte's names, that do not fit our subject."""
    phrases: Mapping[str, int] = field(default_factory=dict)
    """Right phrases that it takes for wrong, each with its line."""

    def covers(self, text: str, start: int) -> str | None:
        """Return the phrase that accepts what was found at ``start`` of ``text``, or None."""
        for phrase in self.phrases:
            at = text.find(phrase)
            while at >= 0:
                if at <= start < at + len(phrase):
                    return phrase
                at = text.find(phrase, at + 1)
        return None


def read_words(path: Path, shown: str) -> WordList:
    """Return the words of a list; none where there is no file."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    words = ((line.partition("#")[0].strip(), number) for number, line in enumerate(lines, start=1))
    return WordList(shown, {word: number for word, number in words if word})


def read_accepted(path: Path, shown: str) -> Accepted:
    """Return what grammar may not refuse; nothing where there is no file."""
    if not path.is_file():
        return Accepted()
    source = path.read_text(encoding="utf-8")
    value = yaml.safe_load(source)
    lines = source.splitlines()
    phrases = {
        phrase: next(n for n, line in enumerate(lines, 1) if phrase in line) for phrase in value["phrases"]
    }
    return Accepted(shown, tuple(value["rules_off"]), phrases)
