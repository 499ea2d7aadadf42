"""Say the facts of codes in a language: table cells, halves of differences, agreements."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from closecodes.compare import FACTS_BY_NAME, Value
from closecodes.i18n import Language, Message
from closecodes.i18n import pgettext_noop as N_
from closecodes.model import CloseCode
from closecodes.render.messages import FACT_LABELS, VALUE_WORDS, ValueWords


__all__ = [
    "agreement",
    "contrast_head",
    "contrast_tail",
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
    return _about(code, _short(name, value, language)) if value else None


def shared_value(name: str, value: Value, language: Language) -> Markup:
    """Return a value that two codes share as a table shows it."""
    return _say(language, _words(name, value).short, value, call=_CONSTANTS["close"])


def agreement(name: str, value: Value, language: Language) -> Markup:
    """Return the sentence about two codes that agree in a fact."""
    return _say(language, _words(name, value).both, value)


def contrast_head(name: str, value: Value, code: CloseCode, language: Language) -> Markup:
    """Return the beginning of a sentence about two codes that differ, when ``code`` is the first."""
    return _about(code, _head(name, value, language))


def contrast_tail(name: str, value: Value, code: CloseCode, language: Language) -> Markup:
    """Return the end of a sentence about two codes that differ, when ``code`` is the second."""
    return _about(code, _tail(name, value, language))


_NUMBER = "\x1b"
"""Stands for the number of a code, whichever it is, in what is said of all codes with the same value of a fact."""


def _about(code: CloseCode, said: Markup) -> Markup:
    return Markup(said.replace(_NUMBER, str(code.number)))  # noqa: S704 - a number in what is safe


@cache
def _short(name: str, value: Value, language: Language) -> Markup:
    return _say_of_any(language, _words(name, value).short, value)


@cache
def _head(name: str, value: Value, language: Language) -> Markup:
    first = _say_of_any(language, _words(name, value).apart, value)
    whole = _say(language, _CONTRAST, first=first, second=_HALF)
    rest = str(_say(language, _CONTRAST, first=_HALF, second=_HALF)).partition(_HALF)[2]
    return language.sentence(whole.removesuffix(rest))


@cache
def _tail(name: str, value: Value, language: Language) -> Markup:
    second = _say_of_any(language, _words(name, value).apart, value)
    return Markup(_say(language, _CONTRAST, first=_HALF, second=second).partition(_HALF)[2])  # noqa: S704 - half of what is safe


def _say_of_any(language: Language, message: Message, value: Value) -> Markup:
    call = Markup(f"<code>close({_NUMBER})</code>")  # noqa: S704 - a sign that stands for a number
    return _say(language, message, value, code=Markup(_NUMBER), call=call)  # noqa: S704 - as above


def _words(name: str, value: Value) -> ValueWords:
    return VALUE_WORDS[name, value.word]


def _say(language: Language, message: Message, value: Value | None = None, **parts: object) -> Markup:
    numbers = dict(value.numbers) if value else {}
    return language.pgettext(message.context, message.text, **{**_CONSTANTS, **numbers, **parts})
