"""Write a text as an index of words needs it; what readers see stays as it was typeset.

Pagefind divides words at straight apostrophes, hyphens and spaces only, and takes a ligature for a letter of its own.
"""

from __future__ import annotations

import re


__all__ = ["normalised", "without_markdown"]

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "’": "'", "‘": "'"})
_RANGE = re.compile(r"(?<=\d)[–—−](?=\d)")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")

_LINK = re.compile(r"\[([^]]*)\]\([^)\s]*\)")
_MARKS = re.compile(r"`+|\*\*|^\s*(?:#+|[>*+-]|\d+\.)\s+|^\s*\|?[\s|:-]+\|\s*$|\|", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\{\{[^}]*\}\}")


def normalised(text: str) -> str:
    """Return ``text`` with its words apart and spelled as they are typed.

    >>> normalised("l’élève du nœud, 1000–1015")
    "l'élève du noeud, 1000 – 1015"
    """
    return _SPACES.sub(" ", _RANGE.sub(" – ", text.translate(_LIGATURES))).strip()


def without_markdown(text: str) -> str:
    """Return the words of a Markdown ``text``, without its marks, addresses and placeholders.

    >>> without_markdown("Call `close()`, see [1006](code:1006) and **wait**.")
    'Call close(), see 1006 and wait.'
    """
    return _MARKS.sub(" ", _LINK.sub(r"\1", _PLACEHOLDER.sub(" ", text)).replace("`", "").replace("**", ""))
