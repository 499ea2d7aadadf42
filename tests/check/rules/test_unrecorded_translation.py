"""Unrecorded translations: those without a digest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


def _places(found: list[tuple[str, str]], *, of: str) -> list[str]:
    return [place for place, message in found if f"`{of}`" in message]


def test_each(find: Find, make_code: Make) -> None:
    """Each translation without a digest is noted, the English never."""
    found = find("unrecorded-translation", make_code(1000))

    assert ("text.fix.fr", "no digest for the French of `fix`; run `check --fix`") in found
    assert [] == [place for place, _ in found if place.endswith(".en")]


@pytest.mark.parametrize("digest", ["0a8be156", "00000000"])
def test_recorded(find: Find, make_code: Make, digest: str) -> None:
    """A digest that is there, stale or not, is enough."""
    found = find("unrecorded-translation", make_code(1000, translation={"fr": {"fix": digest}}))

    assert [] == _places(found, of="fix")
    assert ["text.check.fr"] == _places(found, of="check")


def test_no_translation(find: Find, make_code: Make) -> None:
    """A text that is English only needs no digest."""
    found = find("unrecorded-translation", make_code(1000, text__fix={"en": "Start it."}))

    assert [] == _places(found, of="fix")


def test_item(find: Find, make_code: Make) -> None:
    """A statement of a list is known by its number."""
    found = find("unrecorded-translation", make_code(1000, causes=[{"en": "a", "fr": "b"}]))

    assert ["causes.0.fr"] == _places(found, of="causes.0")


def test_left_over(find: Find, make_code: Make) -> None:
    """A digest of a text that is gone is noted, since `check --fix` drops it."""
    found = find("unrecorded-translation", make_code(1000, translation={"fr": {"causes.0": "0a8be156"}}))

    assert ("translation.fr.causes.0", "no text is called `causes.0` any more; run `check --fix`") in found


def test_gap(find: Find, make_code: Make) -> None:
    """A translation of English that is still to be written has no digest yet."""
    found = find("unrecorded-translation", make_code(1000, text__fix={"en": "TODO", "fr": "Relancez-le."}))

    assert [] == _places(found, of="fix")
