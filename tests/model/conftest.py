"""Codes, families and sites for the tests of the model; the real site for what must hold of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from closecodes.check.parsing import parse_records
from closecodes.i18n import find_languages
from closecodes.load import load_content
from closecodes.model import CloseCode, Comparison, Family, Site
from closecodes.model.building import build_site
from closecodes.records import CodeRecord, ComparisonRecord, FamilyRecord, SiteRecord


_REPOSITORY = Path(__file__).resolve().parents[2]
_SOURCE = {"id": "rfc", "url": "https://www.rfc-editor.org/rfc/rfc6455.html", "verified": True}
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


def _code(
    number: int,
    family: str = "websocket",
    *,
    see_also: Iterable[str] = (),
    sources: Iterable[Mapping[str, object]] = (_SOURCE,),
    **facts: object,
) -> CloseCode:
    record = {
        "code": number,
        "name": {"en": f"Code {number}"},
        "facts": {**_FACTS, **facts},
        "text": {name: {"en": f"the {name} of {number}"} for name in _TEXTS},
        "see_also": list(see_also),
        "sources": list(sources),
    }
    path = f"content/families/{family}/{number}.yaml"
    return CloseCode(family, CodeRecord.model_validate_json(json.dumps(record)), path)


def _family(id_: str, codes: Iterable[CloseCode] = ()) -> Family:
    record = {
        "id": id_,
        "name": {"en": id_},
        "document": "https://example.org/",
        "range": {"min": 1000, "max": 4999},
        "text": {name: {"en": name} for name in ("defined_by", "description", "reconnect")},
        "read_on": "2026-11-22",
        "sources": [_SOURCE],
    }
    path = f"content/families/{id_}/family.yaml"
    return Family(FamilyRecord.model_validate_json(json.dumps(record)), path, tuple(codes))


def _comparison(first: str, second: str) -> Comparison:
    record = {
        "codes": [first, second],
        "text": {name: {"en": name} for name in ("difference", "tell", "act")},
        "sources": [_SOURCE],
    }
    path = f"content/comparisons/{first}-{second}.yaml"
    return Comparison(ComparisonRecord.model_validate_json(json.dumps(record)), path)


def _site(*codes: CloseCode, comparisons: Iterable[tuple[str, str]] = ()) -> Site:
    record = SiteRecord.model_validate_json(
        json.dumps(
            {
                "name": "small",
                "tagline": {"en": "A small site"},
                "base_url": "https://small.example/",
                "repository": "https://example.org/small",
                "branch": "main",
            }
        )
    )
    names = sorted({code.family for code in codes})
    families = tuple(_family(name, (code for code in codes if code.family == name)) for name in names)
    authored = {pair: _comparison(*pair) for pair in comparisons}
    return Site(record, ("en", "fr"), families, authored, (), (), {})


@pytest.fixture(name="make_code", scope="session")
def _make_code() -> Callable[..., CloseCode]:
    """Return a function that makes a code from its number, its family and the facts that matter."""
    return _code


@pytest.fixture(name="make_family", scope="session")
def _make_family() -> Callable[..., Family]:
    """Return a function that makes a family from its id and its codes."""
    return _family


@pytest.fixture(name="make_site", scope="session")
def _make_site() -> Callable[..., Site]:
    """Return a function that makes a site from its codes and the ids of its authored comparisons."""
    return _site


@pytest.fixture(name="real_site", scope="session")
def _real_site() -> Site:
    """Return the model of the content of this repository."""
    languages = find_languages(_REPOSITORY / "locales")
    return build_site(parse_records(load_content(_REPOSITORY / "content"), languages))
