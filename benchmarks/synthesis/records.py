"""Synthetic records: a family of private codes, each with texts, facts and sources."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import product
from random import Random
from typing import Any

from benchmarks.synthesis.facts import DELAY_SOURCE, draw_facts
from benchmarks.synthesis.phrases import NOUNS, PARTS, PHRASES, STATES, Phrase


__all__ = ["FAMILY", "FIRST_CODE", "code_records", "family_record"]

FAMILY = "synthetic"
FIRST_CODE = 4000
LAST_CODE = 4999
READ_ON = datetime.date(2026, 11, 22)
VENDOR = "https://docs.vendor.example"

_TEXTS = ("meaning", "when", "check", "fix", "reconnect", "received")
_SOURCES = (
    "vendor-codes",
    DELAY_SOURCE,
    "vendor-guide",
    "server-source",
    "issue-1795",
    "issue-1753",
    "forum",
)


def family_record() -> dict[str, Any]:
    """Return the record of the family."""
    texts = {
        "defined_by": {
            "en": "the documentation of an imaginary vendor",
            "fr": "la documentation d'un fournisseur imaginaire",
        },
        "description": PHRASES["fix"][0],
        "reconnect": PHRASES["reconnect"][0],
    }
    random = Random(FAMILY)
    return {
        "id": FAMILY,
        "name": {"en": "Synthetic", "fr": "Synthétique"},
        "document": f"{VENDOR}/close-codes",
        "range": {"min": FIRST_CODE, "max": LAST_CODE},
        "text": {name: _filled(random, phrase) for name, phrase in texts.items()},
        "read_on": READ_ON,
        "sources": [_source(random, "vendor-codes", [*texts])],
    }


def code_records(count: int, seed: int = 0) -> list[dict[str, Any]]:
    """Return the records of ``count`` codes; the same ones every time."""
    random = Random(seed)
    names = list(product(NOUNS, STATES))
    random.shuffle(names)
    numbers = range(FIRST_CODE, FIRST_CODE + count)
    return [_code(random, number, names[number - FIRST_CODE], numbers) for number in numbers]


def _code(random: Random, number: int, name: tuple[Phrase, Phrase], numbers: Sequence[int]) -> dict[str, Any]:
    noun, state = name
    facts = draw_facts(random)
    advice = "send" if facts["on_the_wire"] else "instead"
    names = [*_TEXTS, advice]
    return {
        "code": number,
        "name": {"en": f"{noun['en']} {state['en']}", "fr": f"{noun['fr'].capitalize()} {state['fr']}"},
        "facts": facts,
        "text": {text: _text(random, text) for text in names},
        "causes": _statements(random, "causes", 3),
        "pitfalls": _statements(random, "pitfalls", 3),
        "constants": _constants(random, noun["en"], state["en"].replace(" ", "")),
        "see_also": _see_also(random, number, numbers),
        "sources": _sources(random, facts, names),
    }


def _text(random: Random, name: str) -> dict[str, str]:
    return _filled(random, random.choice(PHRASES[name]))


def _filled(random: Random, phrase: Phrase) -> dict[str, str]:
    part, other = random.sample(PARTS, 2)
    n = random.choice((5, 10, 15, 20, 30, 45, 60, 90, 120))
    texts = {tag: text.format(part=part[tag], other=other[tag], n=n) for tag, text in phrase.items()}
    sentences = phrase["en"][:1].isupper()
    return {tag: text[:1].upper() + text[1:] if sentences else text for tag, text in texts.items()}


def _statements(random: Random, name: str, count: int) -> list[dict[str, Any]]:
    phrases = random.sample(PHRASES[name], count)
    return [
        {**_filled(random, phrase), **({"sources": [random.choice(_SOURCES)]} if index else {})}
        for index, phrase in enumerate(phrases)
    ]


def _constants(random: Random, noun: str, state: str) -> dict[str, str]:
    forms = {
        "python-websockets": f"{noun}_{state}".upper(),
        "gorilla-websocket": f"Close{noun}{state}",
        "tungstenite": f"{noun}{state}",
        "spring": f"{noun}_{state}".upper(),
        "netty": f"{noun}_{state}".upper(),
        "aiohttp": f"{noun}_{state}".upper(),
        "coder-websocket": f"Status{noun}{state}",
    }
    return {library: forms[library] for library in forms if random.randrange(2)}


def _see_also(random: Random, number: int, numbers: Sequence[int]) -> list[str]:
    others = [other for other in numbers if other != number]
    return [f"{FAMILY}-{other}" for other in random.sample(others, min(3, len(others)))]


def _sources(random: Random, facts: dict[str, Any], texts: list[str]) -> list[dict[str, Any]]:
    statements = [*(name for name in facts if name != "retry_delay"), *texts]
    supported: dict[str, list[str]] = {id_: [] for id_ in _SOURCES}
    supported["vendor-codes"] = ["name", *statements]
    for id_ in _SOURCES[1:4]:
        supported[id_] = random.sample(statements, 3)
    return [_source(random, id_, supports) for id_, supports in supported.items()]


def _source(random: Random, id_: str, supports: list[str]) -> dict[str, Any]:
    note = {"note": _text(random, "note")} if random.randrange(2) else {}
    return {
        "id": id_,
        "title": f"Imaginary vendor, {id_.replace('-', ' ')}",
        **note,
        "url": f"{VENDOR}/reference/{id_}/latest/websocket-close-codes.html#{id_}",
        **({"supports": supports} if supports else {}),
        "verified": random.randrange(6) > 0,
        **({"checked": READ_ON} if random.randrange(2) else {}),
    }
