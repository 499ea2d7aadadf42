"""Tests of the situation in which a code is met."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from closecodes.model import SITUATIONS, CloseCode, Site, situation_of
from closecodes.records import Kind


LOCAL = {"on_the_wire": False, "sent_by": "nobody"}


@pytest.mark.parametrize("kind", ["planned", "refusal", "failure", "unstated"])
def test_sent(kind: str, make_code: Callable[..., CloseCode]) -> None:
    """The situation of a code that somebody sent is the sort of ending it announces."""
    assert kind == situation_of(make_code(1000, kind=kind))


@pytest.mark.parametrize("reason", ["empty-close", "no-close", "tls-failure"])
def test_local(reason: str, make_code: Callable[..., CloseCode]) -> None:
    """What one’s own library reports is a situation of its own, whatever the ending."""
    assert "local" == situation_of(make_code(1006, kind="failure", reported_for=reason, **LOCAL))


def test_reserved(make_code: Callable[..., CloseCode]) -> None:
    """A code that is neither sent nor reported is reserved."""
    assert "reserved" == situation_of(make_code(1004, kind="unstated", **LOCAL))


def test_complete() -> None:
    """Every sort of ending has its situation, listed once."""
    assert sorted({"local", "reserved", *(kind.value for kind in Kind)}) == sorted(SITUATIONS)


def test_real(real_site: Site) -> None:
    """Each registered code is found in the situation that people meet it in."""
    found: dict[str, set[int]] = {}
    for code in real_site.family("websocket").codes:
        found.setdefault(situation_of(code), set()).add(code.number)

    assert {
        "local": {1005, 1006, 1015},
        "failure": {1002, 1011, 1014, 3008},
        "refusal": {1003, 1007, 1008, 1009, 1010, 1013, 3000, 3003},
        "planned": {1000, 1001, 1012},
        "reserved": {1004},
    } == found
