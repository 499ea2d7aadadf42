"""Take texts apart into sentences, and recognise the same one again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


__all__ = ["Sentence", "sentences"]

_BETWEEN = re.compile(r"(?<=[.!?…])\s+|\n\s*\n\s*|\n\s*(?=[-*] )")
_WORD = re.compile(r"`[^`]*`|[^\W_]+(?:['’-][^\W_]+)*")


class Sentence(NamedTuple):
    """A sentence of a text: where it begins and ends, and what it says, whatever its line breaks and capitals."""

    start: int
    end: int
    says: str

    @property
    def words(self) -> int:
        """Return the number of words; a piece of code is one."""
        return len(_WORD.findall(self.says))


@lru_cache(maxsize=50_000)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of ``text``, a Markdown text; a clause without a full stop is one.

    >>> [sentence.says for sentence in sentences("Call `f()`. Then wait.")]
    ['call `f()`', 'then wait']
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    breaks = [found.span() for found in _BETWEEN.finditer(text)]
    for end, following in [*breaks, (len(text), len(text))]:
        if says := " ".join(text[start:end].casefold().split()).strip(" .!?…*-"):
            yield Sentence(start, end, says)
        start = following
