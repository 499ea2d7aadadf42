"""Say the facts of codes in a language: table cells, differences, agreements."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from markupsafe import Markup

from closecodes.compare import FACTS_BY_NAME, Value, Verdict
from closecodes.i18n import Language, Message
from closecodes.i18n import pgettext_noop as N_
from closecodes.model import CloseCode, Pair
from closecodes.render.messages import FACT_LABELS, VALUE_WORDS, ValueWords


__all__ = [
    "agreement",
    "agreements",
    "contrast_head",
    "contrast_tail",
    "differences",
    "fact_label",
    "shared_value",
    "short_value",
]

# NOTE: keep %(first)s before %(second)s.
# NOTE: Two clauses about two codes, such as “only the client may send 1010” and “either side may send 1002”.
_CONTRAST = N_("difference", "%(first)s, whereas %(second)s.")
_HALF = Markup("\x1a")
_CONSTANTS = {
    "was_clean": Markup("<code>wasClean</code>"),
    "true": Markup("<code>true</code>"),
    "false": Markup("<code>false</code>"),
    "close": Markup("<code>close()</code>"),
    "error": Markup("<code>InvalidAccessError</code>"),
}


def fact_label(name: str, language: Language) -> Markup:
    """Return what a fact is called in a table."""
    return _say(language, FACT_LABELS[name])


def short_value(name: str, code: CloseCode, language: Language) -> Markup | None:
    """Return a code's value of a fact as a table shows it; None where the question does not arise."""
    value = FACTS_BY_NAME[name].value_of(code)
    return _say(language, _words(name, value).short, value, code) if value else None


def shared_value(name: str, value: Value, language: Language) -> Markup:
    """Return a value that two codes share as a table shows it."""
    return _say(language, _words(name, value).short, value, call=_CONSTANTS["close"])


def differences(pair: Pair, verdicts: tuple[Verdict, ...], language: Language) -> Iterator[Markup]:
    """Yield a sentence for each fact that tells the two codes apart, most telling first."""
    for verdict in verdicts:
        if verdict.tells_apart and verdict.first and verdict.second:
            name = verdict.fact.name
            head = contrast_head(name, verdict.first, pair.first, language)
            yield head + contrast_tail(name, verdict.second, pair.second, language)


def agreements(verdicts: tuple[Verdict, ...], language: Language) -> Iterator[Markup]:
    """Yield a sentence for each fact in which the two codes agree, most telling first."""
    for verdict in verdicts:
        if verdict.shared:
            yield agreement(verdict.fact.name, verdict.shared, language)


def agreement(name: str, value: Value, language: Language) -> Markup:
    """Return the sentence about two codes that agree in a fact."""
    return _say(language, _words(name, value).both, value)


def contrast_head(name: str, value: Value, code: CloseCode, language: Language) -> Markup:
    """Return the beginning of a sentence about two codes that differ, when ``code`` is the first."""
    whole = _say(language, _CONTRAST, first=_apart(name, value, code, language), second=_HALF)
    return language.sentence(whole.removesuffix(_contrast_rest(language)))


def contrast_tail(name: str, value: Value, code: CloseCode, language: Language) -> Markup:
    """Return the end of a sentence about two codes that differ, when ``code`` is the second."""
    whole = _say(language, _CONTRAST, first=_HALF, second=_apart(name, value, code, language))
    return Markup(whole.partition(_HALF)[2])  # noqa: S704 - a half of what is safe


@cache
def _contrast_rest(language: Language) -> str:
    return str(_say(language, _CONTRAST, first=_HALF, second=_HALF)).partition(_HALF)[2]


def _apart(name: str, value: Value, code: CloseCode, language: Language) -> Markup:
    return _say(language, _words(name, value).apart, value, code)


def _words(name: str, value: Value) -> ValueWords:
    return VALUE_WORDS[name, value.word]


def _say(
    language: Language,
    message: Message,
    value: Value | None = None,
    code: CloseCode | None = None,
    **parts: object,
) -> Markup:
    numbers = dict(value.numbers) if value else {}
    about = {"code": code.number, "call": _call(code)} if code else {}
    return language.pgettext(message.context, message.text, **{**_CONSTANTS, **numbers, **about, **parts})


def _call(code: CloseCode) -> Markup:
    return Markup(f"<code>close({code.number:d})</code>")  # noqa: S704 - a number
