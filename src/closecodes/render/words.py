"""Say the facts of codes in a language: table cells, differences, agreements."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from closecodes.compare import FACTS_BY_NAME, Value, Verdict
from closecodes.i18n import Language, Message
from closecodes.i18n import pgettext_noop as N_
from closecodes.model import CloseCode, Pair
from closecodes.render.messages import FACT_LABELS, VALUE_WORDS, ValueWords


__all__ = ["agreements", "differences", "fact_label", "short_value"]

# NOTE: two clauses about two codes, such as “only the client may send 1010” and “either side may send 1002”.
_CONTRAST = N_("difference", "%(first)s, whereas %(second)s.")
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


def differences(pair: Pair, verdicts: tuple[Verdict, ...], language: Language) -> Iterator[Markup]:
    """Yield a sentence for each fact that tells the two codes apart, most telling first."""
    for verdict in verdicts:
        if verdict.tells_apart and verdict.first and verdict.second:
            first = _apart(verdict.fact.name, verdict.first, pair.first, language)
            second = _apart(verdict.fact.name, verdict.second, pair.second, language)
            yield language.sentence(_say(language, _CONTRAST, first=first, second=second))


def agreements(verdicts: tuple[Verdict, ...], language: Language) -> Iterator[Markup]:
    """Yield a sentence for each fact in which the two codes agree, most telling first."""
    for verdict in verdicts:
        if verdict.shared:
            yield _say(language, _words(verdict.fact.name, verdict.shared).both, verdict.shared)


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
    return Markup("<code>close({})</code>").format(code.number)
