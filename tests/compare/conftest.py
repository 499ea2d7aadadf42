"""Codes for the tests of comparisons; the real site for what must hold of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.check.parsing import parse_records
from closecodes.i18n import find_languages
from closecodes.load import load_content
from closecodes.model import CloseCode, Site
from closecodes.model.building import build_site
from closecodes.records import CodeRecord


_REPOSITORY = Path(__file__).resolve().parents[2]
_TEXTS = ("meaning", "when", "check", "fix", "reconnect", "received")
_FACTS = {
    "sent_by": "either",
    "on_the_wire": True,
    "subject": "policy",
    "kind": "refusal",
    "fault": "receiver",
    "retry": "after-fix",
    "specified_in": "rfc-6455",
}


def _code(number: int = 1008, family: str = "websocket", **facts: object) -> CloseCode:
    record = {
        "code": number,
        "name": {"en": f"Code {number}"},
        "facts": {**_FACTS, **facts},
        "text": {name: {"en": f"the {name} of {number}"} for name in _TEXTS},
        "sources": [{"id": "rfc", "url": "https://www.rfc-editor.org/rfc/rfc6455.html", "verified": True}],
    }
    path = f"content/families/{family}/{number}.yaml"
    return CloseCode(family, CodeRecord.model_validate_json(json.dumps(record)), path)


@pytest.fixture(name="make_code", scope="session")
def _make_code() -> Callable[..., CloseCode]:
    """Return a function that makes a code from its number, its family and the facts that matter."""
    return _code


@pytest.fixture(name="real_site", scope="session")
def _real_site() -> Site:
    """Return the model of the content of this repository."""
    languages = find_languages(_REPOSITORY / "locales")
    return build_site(parse_records(load_content(_REPOSITORY / "content"), languages))
