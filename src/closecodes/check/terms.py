"""Find in a text the words that the glossary rejects."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from closecodes.check.prose import hidden, masked
from closecodes.records import Term


__all__ = ["Rejections"]

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')


@dataclass(frozen=True)
class Rejections:
    """The words that the terms of a glossary reject in one language."""

    terms: tuple[Term, ...]
    language: str

    def in_text(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Yield where a rejected word begins and ends in ``text``, and the term to use in its place.

        Code, addresses and what stands in “quotes” are left out, for they are the words of somebody else.
        """
        if not self._may_stand_in(text):
            return
        prose = _QUOTED.sub(hidden, masked(text))
        if self._allowed:
            prose = self._allowed.sub(hidden, prose)
        for found in self._rejected.finditer(prose):
            yield found.start(), found.end(), self._by_word[_key(found[0])]

    def unneeded(self, texts: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Yield the places, by term and phrase, of allowed phrases that stand in none of ``texts``."""
        phrases = {
            (number, index): _key(phrase)
            for number, term in enumerate(self.terms)
            for index, phrase in enumerate(term.allowed.get(self.language, ()))
        }
        prose = [_QUOTED.sub(hidden, masked(text)) for text in texts if phrases and self._may_stand_in(text)]
        for place, phrase in phrases.items():
            pattern = _any_of([phrase])
            if not any(pattern.search(text) for text in prose):
                yield place

    @cached_property
    def _by_word(self) -> dict[str, Term]:
        return {_key(word): term for term in self.terms for word in term.rejected.get(self.language, ())}

    def _may_stand_in(self, text: str) -> bool:
        """Return whether all parts of some rejected word stand in ``text``: few texts need a closer look."""
        there = set(_WORD.findall(text.casefold()))
        return any(parts <= there for longest in self._parts.keys() & there for parts in self._parts[longest])

    @cached_property
    def _parts(self) -> dict[str, list[frozenset[str]]]:
        """Return the parts of each rejected word, by the longest of them."""
        parts = defaultdict[str, list[frozenset[str]]](list)
        for word in self._by_word:
            found = _WORD.findall(word)
            parts[max(found, key=len)].append(frozenset(found))
        return parts

    @cached_property
    def _rejected(self) -> re.Pattern[str]:
        return _any_of(self._by_word)

    @cached_property
    def _allowed(self) -> re.Pattern[str] | None:
        phrases = [phrase for term in self.terms for phrase in term.allowed.get(self.language, ())]
        return _any_of(map(_key, phrases)) if phrases else None


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds each of ``words`` whole, the longest first, however its letters and spaces are typed."""
    patterns = (re.escape(word).replace("\\ ", r"\s+").replace("'", "['’]") for word in words)
    either = "|".join(sorted(patterns, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)


def _key(word: str) -> str:
    return " ".join(word.casefold().replace("’", "'").split())
