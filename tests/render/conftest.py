"""What the tests of rendering share: codes made from facts, and the languages of the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from closecodes.i18n import Language
from closecodes.model import CloseCode
from closecodes.records import CodeRecord


_FACTS: Mapping[str, object] = {
    "sent_by": "either",
    "on_the_wire": True,
    "subject": "policy",
    "kind": "refusal",
    "fault": "receiver",
    "retry": "after-fix",
    "specified_in": "rfc-6455",
}
_TEXTS = ("meaning", "when", "check", "fix", "reconnect", "received")
_SOURCES = ({"id": "rfc", "url": "https://www.rfc-editor.org/rfc/rfc6455.html", "verified": True},)


@pytest.fixture(name="make_code", scope="session")
def _make_code() -> Callable[..., CloseCode]:
    """Return a function that makes a code of a number and the facts that matter to a test."""

    def make_code(number: int = 1008, **facts: object) -> CloseCode:
        record = {
            "code": number,
            "name": {"en": "Name"},
            "facts": {**_FACTS, **facts},
            "text": {name: {"en": name} for name in _TEXTS},
            "sources": _SOURCES,
        }
        return CloseCode("websocket", CodeRecord.model_validate_json(json.dumps(record)), "1008.yaml")

    return make_code


@pytest.fixture(name="english", scope="session")
def _english(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """Return English, which needs no catalogue."""
    return Language.load("en", tmp_path_factory.mktemp("no-locales"))


@pytest.fixture(name="french", scope="session")
def _french() -> Language:
    """Return French with the catalogue of the site."""
    return Language.load("fr", Path(__file__).resolve().parents[2] / "locales")
