"""The facts that comparisons look at, most telling first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from closecodes.model import CloseCode, Origin, Phase
from closecodes.records import RetryAddress, SentBy


__all__ = ["FACTS", "FACTS_BY_NAME", "Fact", "Value"]

RANGES = ((1000, 2999, "protocol"), (3000, 3999, "registered"), (4000, 4999, "private"))


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a fact: a word of a closed set, and the numbers that go with it."""

    word: str
    numbers: tuple[tuple[str, int], ...] = ()
    """Names and values: ``(("min", 5), ("max", 30))``."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that two codes can share or differ in."""

    name: str
    value_of: Callable[[CloseCode], Value | None]
    """Return the value for a code, or None where the question does not arise."""


def _origin(code: CloseCode) -> Value:
    return Value(code.origin.value)


def _retry(code: CloseCode) -> Value:
    facts = code.facts
    if facts.retry_address is RetryAddress.OTHER:
        return Value("other-address")
    if not facts.retry_delay:
        return Value(facts.retry.value)
    numbers = (("min", facts.retry_delay.min), ("max", facts.retry_delay.max))
    if facts.retry_delay.min == facts.retry_delay.max:
        return Value("delayed-longer" if facts.retry_delay.growth else "delayed-fixed", numbers[:1])
    return Value("delayed-growing" if facts.retry_delay.growth else "delayed-random", numbers)


def _sent_by(code: CloseCode) -> Value | None:
    return None if code.facts.sent_by is SentBy.NOBODY else Value(code.facts.sent_by.value)


def _subject(code: CloseCode) -> Value:
    return Value(code.facts.subject.value)


def _fault(code: CloseCode) -> Value:
    return Value(code.facts.fault.value)


def _kind(code: CloseCode) -> Value:
    return Value(code.facts.kind.value)


def _clean(code: CloseCode) -> Value | None:
    return None if code.origin is Origin.NOWHERE else Value(code.clean.value)


def _phase(code: CloseCode) -> Value | None:
    return None if code.phase is Phase.NEVER else Value(code.phase.value)


def _browser(code: CloseCode) -> Value:
    return Value(code.browser_close.value)


def _range(code: CloseCode) -> Value | None:
    words = (word for low, high, word in RANGES if low <= code.number <= high)
    word = next(words, None)
    return Value(word) if word else None


def _specified_in(code: CloseCode) -> Value:
    return Value(code.facts.specified_in.value)


def _http_status(code: CloseCode) -> Value | None:
    status = code.facts.http_status
    return Value("mirrors", (("status", status),)) if status else None


FACTS = (
    Fact("origin", _origin),
    Fact("subject", _subject),
    Fact("retry", _retry),
    Fact("sent_by", _sent_by),
    Fact("fault", _fault),
    Fact("kind", _kind),
    Fact("clean", _clean),
    Fact("phase", _phase),
    Fact("browser", _browser),
    Fact("http_status", _http_status),
    Fact("range", _range),
    Fact("specified_in", _specified_in),
)
"""All facts, in the order of what matters to someone who must tell two codes apart."""

FACTS_BY_NAME = {fact.name: fact for fact in FACTS}
