"""Spelling, by Hunspell with one dictionary for each language and the words that people have added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from closecodes.check.prose import HIDDEN, hidden
from closecodes.check.words import nearest
from closecodes.proofreading.pieces import Piece, Remark, own_words


__all__ = ["DICTIONARIES", "SpellingReader"]

DICTIONARIES = Path("/usr/share/hunspell")
"""Where Debian installs dictionaries."""

NAMES = {"en": "en_GB", "fr": "fr"}
_PACKAGES = {"en": "hunspell-en-gb", "fr": "hunspell-fr-classical"}

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_FILES = "c|com|cpp|dev|ex|go|html|java|js|kt|mdx?|mjs|php|po|py|rs|rst|toml|ts|xml|ya?ml"
_NO_WORD = re.compile(
    rf"{HIDDEN}[\w'’.-]*|[\w.-]+\.(?:{_FILES})\b|[\w.-]*\d[\w.-]*|\w*_\w*|\{{\w+\}}|[\w.-]+/[\w./#-]+"
    r"|\b[a-z]+[A-Z]\w*"
)
"""Code with what is joined to it; names of files, hosts and variables; words with digits, underscores or slashes."""

_ELIDED = re.compile(r"(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)")
_POSSESSIVE = re.compile(r"'s?$")


@dataclass(frozen=True)
class SpellingReader:
    """Reads one language for words that neither its dictionary nor the lists know."""

    language: str
    known: AbstractSet[str]
    """Words that are right though no dictionary has them."""
    folder: Path = DICTIONARIES
    used: set[str] = field(default_factory=set)
    """Those of them that some text needed."""

    @property
    def missing(self) -> str | None:
        """Say which program or dictionary is not here."""
        if find_spec("hunspell") is None:
            return "chunspell is not installed: pip install 'closecodes[proofreading]'"
        name = NAMES[self.language]
        if not (self.folder / f"{name}.dic").is_file():
            return f"no dictionary {name}.dic in {self.folder}: install {_PACKAGES[self.language]}"
        return None

    def read(self, pieces: Sequence[Piece]) -> Iterator[Remark]:
        """Yield each word that is unknown, where it stands first."""
        told, seen = set[str](), set[str]()
        for piece in pieces:
            if piece.language == self.language and not (piece.typeset and piece.quotes):
                tokens = set(self._without_phrases(own_words(piece)).split()) - seen
                seen |= tokens
                for word in sorted(word for token in tokens for word in _words(token)):
                    if word not in told and not self._is_right(word.replace("’", "'")):
                        told.add(word)
                        yield Remark(piece, max(0, piece.text.find(word)), "spelling", self._message(word))

    def _without_phrases(self, text: str) -> str:
        """Return ``text`` with the known phrases hidden, whose words may be wrong elsewhere."""
        return self._phrases.sub(self._hidden_phrase, text) if self._phrases else text

    def _hidden_phrase(self, found: re.Match[str]) -> str:
        self.used.add(found[0])
        return hidden(found)

    @cached_property
    def _phrases(self) -> re.Pattern[str] | None:
        phrases = sorted((entry for entry in self.known if " " in entry), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b") if phrases else None

    def _is_right(self, word: str) -> bool:
        if word not in self._verdicts:
            self._verdicts[word] = self._judge(word)
        return self._verdicts[word]

    def _judge(self, word: str) -> bool:
        if self._dictionary.spell(word) or ("-" in word and all(map(self._is_right, word.split("-")))):
            return True
        bare = _ELIDED.sub("", word, count=1) if self.language == "fr" else _POSSESSIVE.sub("", word)
        for form in (word, bare):
            if form in self.known:
                self.used.add(form)
                return True
        return bare != word and bool(self._dictionary.spell(bare))

    def _message(self, word: str) -> str:
        guess = nearest(word, self._dictionary.suggest(word))
        meant = f"; did you mean `{guess}`?" if guess else "."
        return f"`{word}` is not in the dictionary{meant} If it is right, add it to a list in proofreading/"

    @cached_property
    def _dictionary(self) -> Any:
        return import_module("hunspell").Hunspell(NAMES[self.language], hunspell_data_dir=str(self.folder))

    @cached_property
    def _verdicts(self) -> dict[str, bool]:
        return {}


def _words(token: str) -> list[str]:
    """Return the words of what stands between two spaces."""
    return _WORD.findall(_NO_WORD.sub(HIDDEN, token))
