"""Tests of closecodes.model.history."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from closecodes.model import Pair, Site, changed_on, days_of
from closecodes.records import Change, LocalizedText


_FIRST, _SECOND, _THIRD = (datetime.date(2026, 11, day) for day in (1, 2, 3))


def _change(day: datetime.date, *pages: str) -> Change:
    return Change(id="change", date=day, pages=pages, text=LocalizedText({"en": "It changed."}))


@pytest.fixture(name="changed")
def _changed(real_site: Site) -> Site:
    changes = (
        _change(_THIRD, "compare:1000/1012"),
        _change(_SECOND, "code:1012", "guide:reconnecting-well"),
        _change(_FIRST, "family:websocket", "code:1012"),
    )
    return replace(real_site, changes=changes)


def test_latest(changed: Site) -> None:
    """Of several changes of a page, the latest counts."""
    assert _SECOND == days_of(changed)["code:1012"]


def test_code(changed: Site) -> None:
    """A code changes with its family."""
    days = days_of(changed)

    assert _SECOND == changed_on(days, changed.codes["1012"])
    assert _FIRST == changed_on(days, changed.codes["1000"])


def test_pair(changed: Site) -> None:
    """A comparison changes with its codes, and by itself."""
    days, codes = days_of(changed), changed.codes

    assert _THIRD == changed_on(days, Pair(codes["1000"], codes["1012"]))
    assert _SECOND == changed_on(days, Pair(codes["1001"], codes["1012"]))


def test_others(changed: Site) -> None:
    """Families and guides have days; of what nobody noted, none is known."""
    days = days_of(changed)

    assert _FIRST == changed_on(days, changed.family("websocket"))
    assert _SECOND == changed_on(days, "reconnecting-well")
    assert changed_on(days, "about") is None
    assert changed_on(days, None) is None
    assert changed_on({}, changed.codes["1012"]) is None
