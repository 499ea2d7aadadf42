"""Join clauses into sentences: French elision, and capitals at the start."""

from __future__ import annotations

import re


__all__ = ["elide", "sentence_case"]

_BEFORE_VOWEL = re.compile(
    r"\b(qu|lorsqu|puisqu|quoiqu|jusqu)e "
    r"(?=[aeiouyàâäéèêëîïôöùûüœæ]|h(?!éros|aut|ors|asard|uit|iérarchi))(?!onz|oui\b|yaourt)",
    re.IGNORECASE,
)
_FIRST_LETTER = re.compile(r"\A((?:\s|<(?!code|kbd|samp)[^>]*>|[«“(\u00a0])*)(\w)")


def elide(text: str, language: str) -> str:
    """Return ``text`` with « que », « lorsque » and their kin elided where French wants it.

    >>> elide("1001 signifie que un point de terminaison s’en va", "fr")
    '1001 signifie qu’un point de terminaison s’en va'
    """
    return _BEFORE_VOWEL.sub("\\1’", text) if language.partition("-")[0] == "fr" else text


def sentence_case(html: str) -> str:
    """Return ``html`` with a capital at its start, unless it starts with code.

    >>> sentence_case("<em>après</em> 1000"), sentence_case("<code>close()</code> ferme")
    ('<em>Après</em> 1000', '<code>close()</code> ferme')
    """
    return _FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), html, count=1)
