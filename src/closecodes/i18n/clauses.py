"""Join clauses into sentences: French elision, and capitals at the start."""

from __future__ import annotations

import re

from closecodes.i18n.shield import TAG, shield_html


__all__ = ["awaits_elision", "elide", "sentence_case"]

_ASPIRATED = (
    "ach aie aine aïr alet all alt amac amster anche andicap angar ant app arcel ard arnais asard ât auss aut "
    "ennir érisson ernie éron éros être eurt ibou ideu iérarchi iss obby ochet ockey omard ont oquet ors oul "
    "ouss uée uit url utte"
)
_H = "|".join(_ASPIRATED.split())
_ELIDABLE = re.compile(r"\b(?:qu|lorsqu|puisqu|quoiqu|jusqu)e ", re.IGNORECASE)
_BEFORE_VOWEL = re.compile(
    rf"\b(qu|lorsqu|puisqu|quoiqu|jusqu)e ({TAG}*)"
    rf"(?=[aeiouyàâäéèêëîïôöùûüœæ]|h(?!{_H}))(?!onz|oui\b|yaourt)",
    re.IGNORECASE,
)
_FIRST_LETTER = re.compile(r"\A((?:\s|<(?!code|kbd|samp)[^>]*>|[«“(\u00a0])*)(\w)")


def awaits_elision(text: str, language: str) -> bool:
    """Return whether ``text`` ends with a word that is elided before a vowel."""
    return language.partition("-")[0] == "fr" and bool(
        re.search(_ELIDABLE.pattern + r"\Z", text, re.IGNORECASE)
    )


def elide(html: str, language: str) -> str:
    """Return ``html`` with « que », « lorsque » and their kin elided where French wants it.

    >>> elide("1001 signifie que un point de terminaison s’en va", "fr")
    '1001 signifie qu’un point de terminaison s’en va'
    """
    if language.partition("-")[0] != "fr" or not _ELIDABLE.search(html):
        return html
    shielded = shield_html(html)
    return shielded.restore(_BEFORE_VOWEL.sub(r"\1’\2", shielded.text))


def sentence_case(html: str) -> str:
    """Return ``html`` with a capital at its start, unless it starts with code.

    >>> sentence_case("<em>après</em> 1000"), sentence_case("<code>close()</code> ferme")
    ('<em>Après</em> 1000', '<code>close()</code> ferme')
    """
    return _FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), html, count=1)
