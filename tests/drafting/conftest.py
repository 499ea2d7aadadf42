"""What is known of a few families and codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from closecodes.drafting.numbers import KnownCode, Numbers
from closecodes.records import FamilyRecord


_CODES = (
    KnownCode("websocket", 1006, "Abnormal Closure", "websocket/1006.yaml", on_the_wire=False),
    KnownCode("websocket", 1008, "Policy Violation", "websocket/1008.yaml", on_the_wire=True),
    KnownCode("acme", 4000, "Unknown error", "acme/4000.yaml", on_the_wire=True),
    KnownCode("acme", 4001, "Kicked", "acme/4001.yaml", on_the_wire=True),
    KnownCode("other", 4001, "Restart", "other/4001.yaml", on_the_wire=True),
)

_RANGES: Mapping[str, tuple[int, int]] = {
    "websocket": (1000, 3999),
    "acme": (4000, 4004),
    "other": (1008, 4001),
}


@pytest.fixture(name="make_family_record", scope="session")
def _make_family_record() -> Callable[..., FamilyRecord]:
    """Return a function that makes the record of a family with a range."""

    def make_family_record(id_: str, low: int, high: int) -> FamilyRecord:
        record: dict[str, Any] = {
            "id": id_,
            "name": {"en": id_.capitalize()},
            "document": "https://example.org/codes",
            "range": {"min": low, "max": high},
            "text": {name: {"en": "x"} for name in ("defined_by", "description", "reconnect")},
            "sources": ({"id": "codes", "url": "https://example.org/codes", "verified": True},),
        }
        return FamilyRecord.model_validate(record)

    return make_family_record


@pytest.fixture(name="numbers", scope="session")
def _numbers(make_family_record: Callable[..., FamilyRecord]) -> Numbers:
    """Return three families and five codes."""
    return Numbers({id_: make_family_record(id_, *bounds) for id_, bounds in _RANGES.items()}, _CODES)
