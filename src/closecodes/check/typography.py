"""How French and English are typed: the signs and spaces that typesetting does not put right by itself.

No-break spaces and curved apostrophes may be typed or not: the page sets them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from closecodes.check.prose import hidden, masked


__all__ = ["Slip", "slips"]

Wanted = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Slip:
    """A part of a text that is typed wrongly, what should stand there, and why."""

    start: int
    end: int
    wanted: str
    why: str
    certain: bool = True
    """Whether it can be mended without thought."""


@dataclass(frozen=True, slots=True)
class _Habit:
    """Something that is typed wrongly; ``signs`` are those without one of which a text cannot have it."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    wanted: Wanted
    why: str

    def slips(self, prose: str) -> Iterator[Slip]:
        for found in self.pattern.finditer(prose):
            wanted = self.wanted(found) if callable(self.wanted) else found.expand(self.wanted)
            yield Slip(found.start(), found.end(), wanted, self.why)


def _habit(signs: tuple[str, ...], pattern: str, wanted: Wanted, why: str) -> _Habit:
    return _Habit(signs, re.compile(pattern, re.MULTILINE), wanted, why)


_AT_START = r"(?:^|(?<=[.!?…:*-] )|(?<=« )|(?<=\*\*)|(?<=\())"
_AFTER_GRAVE = (
    "propos|partir|moins|cause|défaut|droite|gauche|nouveau|savoir|noter|condition|chaque|cet|cette|ces|ce|votre|vos"
    "|son|sa|ses|part|peine|travers|vous|quoi|qui|la|le|les|un|une|l['’]"
)
_AFTER_ACUTE = (
    r"tats?\b|crans?\b|cri(?:re|t|s|vez|ture)|tapes?\b|che[ac]|chou|vit(?:er|ez|e\b)|mett|mis(?:es?)?\b|tabli|tant\b"
    r"|cart|chang|chantillon|gal(?:e|es|ement)?\b|tend(?:re|ez|ue?)|troit|tudi|v[eéè]nement|cout(?:e|er|ez)\b|puis"
    r"|coul"
)
_UNITS = "%|€|ms|s|min|h|[kKMG]i?o|octets?|bits?|secondes?|minutes?|heures?|jours?|codes?"
_ACCENT = "capitals keep their accents"
_ORDINAL = "ordinals are short"
_ABBREVIATION = "French has an abbreviation of its own"

_COMMON = (
    _habit(("etc.", "etc…", "etc …"), r"\betc ?(?:…|\.{2,})", "etc.", "“etc.” needs no ellipsis"),
    _habit(("...",), r"(?<!\.)\.{3}(?!\.)", "…", "an ellipsis is one sign"),
    _habit((" ,", " ."), r"(?<=\S) +(?=[,.](?:\s|$))", "", "no space stands before a comma or a full stop"),
    _habit(
        (" -", " –", " —"), r"(?<![\w–-])(\d{4}) [–—-] (\d{4})(?![\w–-])", r"\1–\2", "a range has no spaces"
    ),
    _habit((" - ", " -- "), r"(?<=[^\s|]) --? (?=[^\s|])", " – ", "a dash is longer than a hyphen"),
    _habit(("  ",), r"(?<=[^\s|]) {2,}(?=[^\s|])", " ", "one space stands between two words"),
    _habit(("( ",), r"(?<=\() +(?=\S)", "", "no space stands inside parentheses"),
    _habit((" )",), r"(?<=\S) +(?=\))", "", "no space stands inside parentheses"),
)
_ENGLISH = (
    *_COMMON,
    _habit(
        (" ;", " :", " !", " ?"),
        r"(?<=\S) +(?=[;:!?]+(?:\s|$))",
        "",
        "English has no space before `;`, `:`, `!` and `?`",
    ),
    _habit((" %",), r"(?<=\d) +(?=%)", "", "English has no space before `%`"),
)
_FRENCH = (
    *_COMMON,
    _habit(
        (";", ":", "!", "?"),
        r"(?<=[^\s;:!?«(\[“\"])(?=[;!?]+(?:[\s)\]»”*_]|$)|:(?:[\s*_»]|$))",
        " ",
        "French has a space before `;`, `:`, `!` and `?`",
    ),
    _habit(("«", "»"), r"(?<=«)(?=\S)|(?<=\S)(?=»)", " ", "French has a space inside « »"),
    _habit(("oeu", "oei"), r"oe(?=u|il\b|ill)", "œ", "the word is written with `œ`"),
    _habit(("Oeu", "Oei"), r"Oe(?=u|il\b|ill)", "Œ", "the word is written with `Œ`"),
    _habit(("A ",), rf"{_AT_START}A(?= (?:{_AFTER_GRAVE})\b)", "À", _ACCENT),
    _habit(("E",), rf"\bE(?={_AFTER_ACUTE})", "É", _ACCENT),
    _habit(("Etre", "Etes"), r"\bE(?=tre\b|tes\b)", "Ê", _ACCENT),
    _habit(("Ca ",), rf"{_AT_START}Ca(?= )", "Ça", "capitals keep their cedillas"),
    _habit(("1è", "1e"), r"\b1[èe]re(s?)\b", r"1re\1", _ORDINAL),
    _habit(("1ier",), r"\b1ier(s?)\b", r"1er\1", _ORDINAL),
    _habit(("me",), r"\b(\d+)i?[èe]me(s?)\b", r"\1e\2", _ORDINAL),
    _habit(
        tuple("0123456789"),
        rf"(?<=\d)(?=(?:{_UNITS})(?![\w'’]))",
        " ",
        "French has a space between a number and its unit",
    ),
    _habit(("i.e.",), r"\bi\.e\.", "c.-à-d.", _ABBREVIATION),
    _habit(("e.g.",), r"\be\.g\.", "p. ex.", _ABBREVIATION),
    _habit(("cad", "càd"), r"\bc[aà]d\b", "c.-à-d.", _ABBREVIATION),
    _habit(
        ("' ", "’ "),
        r"(?:(?<=\b[cdjlmnstCDJLMNST]['’])|(?<=\b[qQ]u['’])) +(?=\w)",
        "",
        "no space follows an elision",
    ),
)
_HABITS = {"en": _ENGLISH, "fr": _FRENCH}
_BY_SIGN = {
    language: [(sign, number) for number, habit in enumerate(habits) for sign in habit.signs]
    for language, habits in _HABITS.items()
}
"""Each sign and the number of the habit that a text with it may have: most texts have few."""

_NO_BREAK = "\u00a0\u202f\u2009"
_IN_FRENCH_QUOTES = re.compile("«[^»]*»")
_QUOTED = re.compile(r'«[^»]*»|"[^"]+"|“[^”]+”')
_GROUPED = re.compile(r"(?<![\d.,])([1-9])([ ,])(\d{3})(?![.,]?\d)(?! \d{3}(?!\d))")


def slips(text: str, language: str, codes: AbstractSet[int] = frozenset()) -> Iterator[Slip]:
    """Yield what is typed wrongly in ``text``, in order; ``codes`` are numbers that are never grouped.

    >>> [slip.wanted for slip in slips("L'Etat ferme; 2ème essai.", "fr")]
    ['É', ' ', '2e']
    """
    prose, end = masked(text), 0
    for space in _NO_BREAK:
        prose = prose.replace(space, " ")
    if language == "en":
        prose = _IN_FRENCH_QUOTES.sub(hidden, prose)
    found = [slip for habit in _suspected(prose, language) for slip in habit.slips(prose)]
    found += _grouped(prose, language, codes)
    if language == "fr":
        found += _quotes(prose, text)
    for slip in sorted(found, key=lambda slip: (slip.start, slip.end)):
        if slip.start >= end:
            yield slip
            end = max(slip.end, slip.start + 1)


def _suspected(prose: str, language: str) -> Iterator[_Habit]:
    numbers = {number for sign, number in _BY_SIGN.get(language, ()) if sign in prose}
    return (_HABITS[language][number] for number in sorted(numbers))


def _grouped(prose: str, language: str, codes: AbstractSet[int]) -> Iterator[Slip]:
    """Yield numbers of four digits written in two groups; in English, where amounts are, only those of codes."""
    for found in _GROUPED.finditer(prose):
        number = found[1] + found[3]
        if language == "fr" and found[2] == " ":
            yield Slip(
                found.start(), found.end(), number, "a number of four digits, as a code, is not grouped"
            )
        elif language == "en" and int(number) in codes:
            yield Slip(found.start(), found.end(), number, "a close code is never grouped", certain=False)


def _quotes(prose: str, text: str) -> Iterator[Slip]:
    for found in _QUOTED.finditer(prose):
        if not found[0].startswith("«"):
            inner = text[found.start() + 1 : found.end() - 1].strip()
            yield Slip(found.start(), found.end(), f"« {inner} »", "French quotes are « »")
