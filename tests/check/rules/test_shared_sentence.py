"""Sentences that two records have word for word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]

_LONG = {
    "en": "Start the worker again and read its log.",
    "fr": "Relancez le processus et lisez donc son journal.",
}


def _codes(make_code: Make, **changes: object) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return two records with the same fix and otherwise texts too short to count; the second with ``changes``."""
    return make_code(1012, text__fix=_LONG), make_code(1013, **{"text__fix": _LONG, **changes})


def test_same(find: Find, make_code: Make) -> None:
    """A long sentence of an earlier record is told in the later one, in each language."""
    found = find("shared-sentence", *_codes(make_code))

    assert ["text.fix.en", "text.fix.fr"] == [place for place, _ in found]
    assert "`Start the worker again and read its log.` already stands in" in found[0][1]
    assert "list `fix` under `shared`" in found[0][1]


def test_capitals_and_breaks(find: Find, make_code: Make) -> None:
    """Other capitals and line breaks make no other sentence."""
    fix = {"en": "start THE worker\nagain and read its log", "fr": "Autre chose."}

    assert ["text.fix.en"] == [
        place for place, _ in find("shared-sentence", *_codes(make_code, text__fix=fix))
    ]


def test_on_purpose(find: Find, make_code: Make) -> None:
    """What is listed as shared may stand twice."""
    assert [] == find("shared-sentence", *_codes(make_code, shared=["fix"]))


def test_short(find: Find, make_code: Make) -> None:
    """Sentences of fewer than six words may stand anywhere."""
    assert [] == find("shared-sentence", make_code(1012), make_code(1013))


def test_shared_for_nothing(find: Find, make_code: Make) -> None:
    """An entry of `shared` that no other record needs is told."""
    found = find("shared-sentence", make_code(1012), make_code(1013, shared=["fix"]))

    assert [("shared.0", "`fix` has no sentence of another record; leave it out of `shared`")] == found
