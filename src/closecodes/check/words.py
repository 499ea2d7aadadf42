"""Say what was found and what was meant, in words for people."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any


__all__ = ["describe", "did_you_mean", "nearest", "one_of", "shortened"]

CLOSE_ENOUGH = 0.6


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like ``word``, or None if none is close.

    >>> nearest("meanning", ["meaning", "when"])
    'meaning'
    """
    scored = [(_likeness(word, candidate), candidate) for candidate in sorted(candidates)]
    score, best = max(scored, default=(0.0, ""), key=lambda pair: pair[0])
    return best if score >= CLOSE_ENOUGH else None


def _likeness(word: str, candidate: str) -> float:
    return SequenceMatcher(None, word.casefold(), candidate.casefold(), autojunk=False).ratio()


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return “; did you mean `x`?”, or nothing if no candidate is close."""
    best = nearest(word, candidates)
    return f"; did you mean `{best}`?" if best else ""


def one_of(candidates: Iterable[str]) -> str:
    """Return the candidates as a list for people, in their own order.

    >>> one_of(["a", "b", "c"])
    '`a`, `b` or `c`'
    """
    quoted = [f"`{candidate}`" for candidate in candidates]
    return " or ".join(filter(None, [", ".join(quoted[:-1]), *quoted[-1:]]))


def describe(value: Any) -> str:
    """Return what a value of a record is, shortly.

    >>> describe("yes"), describe(3), describe([])
    ('the text `yes`', 'the number 3', 'a list')
    """
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, datetime.date):
        return f"the date {value}"
    for kind, words in ((str, "the text `{}`"), ((int, float), "the number {}")):
        if isinstance(value, kind):
            return words.format(shortened(str(value)))
    return "a list" if isinstance(value, list) else "a mapping"


def shortened(text: str, limit: int = 40) -> str:
    """Return ``text`` on one line, cut where it is longer than ``limit``."""
    text = " ".join(text.splitlines())
    return text if len(text) <= limit else text[: limit - 1] + "…"
