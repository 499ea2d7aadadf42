"""Micro-typography of running text: the spaces and signs that authors need not type.

French follows the Imprimerie nationale: a narrow no-break space (U+202F) before ``; ! ?``, a no-break
space (U+00A0) before ``:`` and inside « ». In every language, a number stays with its unit and with its “RFC”.
Code, addresses and placeholders are left alone, and numbers but for the space of those of five digits or six.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from closecodes.i18n.shield import OPAQUE, PLACEHOLDER, SPACE, TAG, Shielded, shield_html, shield_text


__all__ = ["NARROW_NO_BREAK_SPACE", "NO_BREAK_SPACE", "typeset", "typeset_html"]

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"


class _Step(NamedTuple):
    """One thing that is put right."""

    sign: str
    """What a text without it need not be searched for; empty where every text must be."""
    pattern: re.Pattern[str]
    replacement: str


_UNITS = "%|€|ms|s|min|h|[kKMG]?i?o|octets?|bits?|secondes?|minutes?|heures?|jours?|codes?"
_BEFORE_SIGN = rf"(?<=[^\s:;!?«(\[“{SPACE}])"
_AFTER_SIGN = rf"(?=[\s)\]»”{TAG}{SPACE}]|$)"
_SPACES = r"[ \u00a0\u202f\u2009]*"

_COMMON: tuple[_Step, ...] = (
    _Step("...", re.compile(r"\.\.\."), "…"),
    _Step("'", re.compile(rf"(?<=\w)'(?={TAG}*\w)"), "’"),
    _Step("-", re.compile(r"(?<![\w–-])(\d{4})-(\d{4})(?![\w–-])"), r"\1–\2"),
    _Step("RFC ", re.compile(r"\bRFC (?=\d)"), "RFC\u00a0"),
)
_ENGLISH: tuple[_Step, ...] = (
    *_COMMON,
    _Step("« ", re.compile(r"« "), "«\u00a0"),
    _Step(" »", re.compile(r" »"), "\u00a0»"),
    _Step(" ", re.compile(rf"(?<=[\d{PLACEHOLDER}]) (?=(?:ms|s|min|h|[kKMG]i?B)(?![\w'’]))"), "\u00a0"),
    _Step("'", re.compile(r"(?<=s)'(?=\s)"), "’"),
    _Step('"', re.compile(r'"([^"]*)"'), "“\\1”"),
)
_ELIDED = r"\b([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)"
_FRENCH: tuple[_Step, ...] = (
    *_COMMON,
    _Step("'", re.compile(rf"{_ELIDED}'(?={TAG}*[{OPAQUE}{PLACEHOLDER}«“\"])", re.IGNORECASE), r"\1’"),
    _Step('"', re.compile(r'"([^"]*)"'), r"«\1»"),
    _Step("«", re.compile(rf"«{_SPACES}"), "«\u00a0"),
    _Step("»", re.compile(rf"{_SPACES}»"), "\u00a0»"),
    _Step("", re.compile(rf"{_BEFORE_SIGN}{_SPACES}([;!?]+){_AFTER_SIGN}"), "\u202f\\1"),
    _Step(":", re.compile(rf"{_BEFORE_SIGN}{_SPACES}:(?=[\s{TAG}{SPACE}]|$)"), "\u00a0:"),
    _Step("", re.compile(rf"(?<=[\d{PLACEHOLDER}])[ \u202f](?=(?:{_UNITS})(?![\w'’]))"), "\u00a0"),
    _Step("%", re.compile(r"(?<=\d)(?=%)"), "\u00a0"),
    _Step(" ", re.compile(r"(?<![\d.,])(\d{2,3}) (?=\d{3}(?!\d))"), "\\1\u202f"),
    _Step("°", re.compile(r"\b([nN]°) ?(?=\d)"), "\\1\u00a0"),
    _Step("ex.", re.compile(r"(?<=\bp\.) (?=ex\.)"), "\u00a0"),
)
_STEPS = {"en": _ENGLISH, "fr": _FRENCH}


def typeset(text: str, language: str) -> str:
    r"""Return plain ``text`` with the signs and spaces of ``language``.

    >>> typeset("Qui ferme ? L'autre pair.", "fr")
    'Qui ferme\u202f? L’autre pair.'
    """
    steps = _STEPS.get(language.partition("-")[0])
    return _run(shield_text(text), steps) if steps else text


def typeset_html(html: str, language: str) -> str:
    """Return ``html`` with its text typeset, but for code and parts in another language."""
    steps = _STEPS.get(language.partition("-")[0])
    return _run(shield_html(html), steps) if steps else html


def _run(shielded: Shielded, steps: tuple[_Step, ...]) -> str:
    text = shielded.text
    for sign, pattern, replacement in steps:
        if sign in text:
            text = pattern.sub(replacement, text)
    return shielded.restore(text)
