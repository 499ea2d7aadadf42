"""Micro-typography of running text: the spaces and signs that authors need not type.

French follows the Imprimerie nationale: a narrow no-break space (U+202F) before ``; ! ?``, a no-break
space (U+00A0) before ``:`` and inside « ». Code, addresses, placeholders and numbers are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


__all__ = ["NARROW_NO_BREAK_SPACE", "NO_BREAK_SPACE", "typeset", "typeset_html"]

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"

_Step = tuple[re.Pattern[str], str]

_LEFT_ALONE = re.compile(
    r"""
    [a-z][a-z0-9+.-]*://[^\s<>«»"]*[^\s<>«»".,;:!?)]   # addresses
    | [\w.+-]+@[\w-]+\.[\w.-]+\b                       # mail addresses
    | `[^`]*`                                          # code in Markdown
    | %\(\w+\)[sd]                                     # placeholders of messages
    | &\#?\w+;                                         # entities of HTML
    """,
    re.VERBOSE,
)
_TAG = re.compile(r"(<[^>]*>)")
_VERBATIM_ELEMENTS = {"code", "pre", "kbd", "samp", "script", "style", "svg"}
_OPENING = re.compile(r"<([a-z0-9]+)([^>]*?)(/?)>", re.IGNORECASE)
_OTHER_LANGUAGE = re.compile(r"""\blang=["']""")
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}

_COMMON: tuple[_Step, ...] = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"(?<![\w–-])(\d{4})-(\d{4})(?![\w–-])"), r"\1–\2"),
)
_ENGLISH: tuple[_Step, ...] = (
    *_COMMON,
    (re.compile(r"(?<=s)'(?=\s)"), "’"),
    (re.compile(r'"([^"]*)"'), "“\\1”"),
)
_UNITS = "%|€|ms|s|min|h|[kKMG]?i?o|octets?|bits?|secondes?|minutes?|heures?|jours?|codes?"
_FRENCH: tuple[_Step, ...] = (
    *_COMMON,
    (re.compile(r"\b([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=$|[«“])", re.IGNORECASE), r"\1’"),
    (re.compile(r'"([^"]*)"'), r"« \1 »"),
    (re.compile(r"«[ \u00a0\u202f]*"), "«\u00a0"),
    (re.compile(r"[ \u00a0\u202f]*»"), "\u00a0»"),
    (re.compile(r"(?:(?<=\S)|^)[ \u00a0\u202f\u2009]?([;!?]+)(?=[\s)\]\u00a0»”]|$)"), "\u202f\\1"),
    (re.compile(r"(?:(?<=\S)|^)[ \u00a0\u202f\u2009]?:(?=\s|$)"), "\u00a0:"),
    (re.compile(rf"(?<=\d)[ \u202f](?=(?:{_UNITS})(?!\w))"), "\u00a0"),
    (re.compile(r"(?<=\d)(?=%)"), "\u00a0"),
    (re.compile(r"\b([nN]°) ?(?=\d)"), "\\1\u00a0"),
    (re.compile(r"(?<=\bp\.) (?=ex\.)"), "\u00a0"),
)
_STEPS = {"en": _ENGLISH, "fr": _FRENCH}
_PLACEHOLDER_AND_UNIT = re.compile(rf"(?<=\))([sd]) (?=(?:{_UNITS})(?!\w))")


def typeset(text: str, language: str) -> str:
    r"""Return plain ``text`` with the signs and spaces of ``language``.

    >>> typeset("Qui ferme ? L'autre pair.", "fr")
    'Qui ferme\u202f? L’autre pair.'
    """
    steps = _STEPS.get(language.partition("-")[0])
    if not steps:
        return text
    if steps is _FRENCH and "%(" in text:
        text = _PLACEHOLDER_AND_UNIT.sub("\\1\u00a0", text)
    return _outside(_LEFT_ALONE, text, _runner(steps))


def typeset_html(html: str, language: str) -> str:
    """Return ``html`` with its text nodes typeset, but for code and parts in another language."""
    if language.partition("-")[0] not in _STEPS:
        return html
    pieces = _TAG.split(html)
    verbatim: list[str] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            _track(piece, verbatim)
        elif piece and not verbatim:
            pieces[index] = typeset(piece, language)
    return "".join(pieces)


def _track(tag: str, verbatim: list[str]) -> None:
    """Keep in ``verbatim`` the open elements in which nothing may change."""
    if tag.startswith("</"):
        if verbatim and tag[2:-1].strip() == verbatim[-1]:
            verbatim.pop()
        return
    if (found := _OPENING.match(tag)) and not found[3] and found[1] not in _VOID:
        name = found[1]
        if verbatim or name in _VERBATIM_ELEMENTS or _OTHER_LANGUAGE.search(found[2]):
            verbatim.append(name)


@cache
def _runner(steps: tuple[_Step, ...]) -> Callable[[str], str]:
    def run(text: str) -> str:
        for pattern, replacement in steps:
            text = pattern.sub(replacement, text)
        return text

    return run


def _outside(left_alone: re.Pattern[str], text: str, change: Callable[[str], str]) -> str:
    pieces, end = [], 0
    for found in left_alone.finditer(text):
        pieces += [change(text[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*pieces, change(text[end:])]) if end else change(text)
