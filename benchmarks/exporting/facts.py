"""The facts of a code, said in every way that a page may need."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from benchmarks.exporting.messages import after_conjunction
from closecodes.compare import FACTS, Fact, Value
from closecodes.i18n import Language, Message
from closecodes.model import CloseCode
from closecodes.render.messages import FACT_LABELS, VALUE_WORDS


__all__ = ["facts_in"]

_CONSTANTS = {
    "was_clean": Markup("<code>wasClean</code>"),
    "true": Markup("<code>true</code>"),
    "false": Markup("<code>false</code>"),
    "close": Markup("<code>close()</code>"),
    "error": Markup("<code>InvalidAccessError</code>"),
}


def facts_in(code: CloseCode, language: Language) -> list[dict[str, Any] | None]:
    """Return each fact of ``code`` in the order of their weight; None where the question does not arise."""
    return [_fact(fact, fact.value_of(code), code, language) for fact in FACTS]


def _fact(fact: Fact, value: Value | None, code: CloseCode, language: Language) -> dict[str, Any] | None:
    if value is None:
        return None
    words = VALUE_WORDS[fact.name, value.word]
    apart = _say(language, words.apart, value, code)
    return {
        "name": fact.name,
        "label": _say(language, FACT_LABELS[fact.name], value, code),
        "key": "|".join(map(str, (value.word, *(number for _, number in value.numbers)))),
        "short": _say(language, words.short, value, code),
        "shared": _say(language, words.short, value, code, _CONSTANTS["close"]),
        "first": str(language.sentence(Markup(apart))),  # noqa: S704 - from the catalogue
        "second": after_conjunction("contrast", apart, language),
        "both": _say(language, words.both, value, code),
        "backing": _backing_name(fact.name, code),
    }


def _backing_name(name: str, code: CloseCode) -> str:
    if name == "retry" and code.facts.retry_delay:
        return "retry_delay"
    return {"origin": "on_the_wire"}.get(name, name)


def _say(
    language: Language, message: Message, value: Value, code: CloseCode, call: Markup | None = None
) -> str:
    call = call or Markup("<code>close({})</code>").format(code.number)
    parts = {**_CONSTANTS, **dict(value.numbers), "code": code.number, "call": call}
    return str(language.pgettext(message.context, message.text, **parts))
