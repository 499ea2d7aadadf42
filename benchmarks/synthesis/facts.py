"""Facts of synthetic codes: every value of every fact occurs, and those of one code agree with each other."""

from __future__ import annotations

from enum import StrEnum
from random import Random
from typing import Any

from closecodes.records import Fault, Kind, ReportedFor, Retry, RetryAddress, SentBy, SpecifiedIn, Subject


__all__ = ["DELAY_SOURCE", "draw_facts"]

DELAY_SOURCE = "vendor-limits"
SENT_IN_TEN = 8
STATUSES = (401, 403, 408, 413, 429, 503)


def draw_facts(random: Random) -> dict[str, Any]:
    """Return the facts of a code."""
    return {
        **_origin(random),
        "subject": _one(random, Subject),
        "kind": _one(random, Kind),
        "fault": _one(random, Fault),
        **_retry(random),
        "specified_in": _one(random, SpecifiedIn),
        **_sometimes(random, "http_status", random.choice(STATUSES)),
    }


def _one(random: Random, values: type[StrEnum]) -> str:
    return random.choice([value.value for value in values])


def _sometimes(random: Random, name: str, value: Any) -> dict[str, Any]:
    return {name: value} if random.randrange(4) == 0 else {}


def _origin(random: Random) -> dict[str, Any]:
    if random.randrange(10) < SENT_IN_TEN:
        senders = [value.value for value in SentBy if value is not SentBy.NOBODY]
        return {"sent_by": random.choice(senders), "on_the_wire": True}
    reported = random.choice([None, *(value.value for value in ReportedFor)])
    facts = {"sent_by": SentBy.NOBODY.value, "on_the_wire": False}
    return facts | ({"reported_for": reported} if reported else {})


def _retry(random: Random) -> dict[str, Any]:
    retry = _one(random, Retry)
    facts: dict[str, Any] = {"retry": retry}
    if retry == Retry.DELAYED and random.randrange(2):
        facts["retry_delay"] = _delay(random)
    if retry in {Retry.DELAYED, Retry.AT_ONCE}:
        facts |= _sometimes(random, "retry_address", _one(random, RetryAddress))
    return facts


def _delay(random: Random) -> dict[str, Any]:
    shortest = random.choice((0, 1, 2, 5))
    delay = {"min": shortest, "max": shortest + random.choice((5, 10, 25, 55))}
    return {**delay, **_sometimes(random, "growth", "exponential"), "source": DELAY_SOURCE}
