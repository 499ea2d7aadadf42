"""A small content folder without faults, codes to put into it, and what a rule finds there."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from closecodes.check.parsing import Records, parse_records
from closecodes.check.rules import RULES
from closecodes.load import load_content


Files = Mapping[str, object]

_MANUAL = {"id": "manual", "url": "https://example.org/manual", "verified": True}

_TEXTS = {
    "meaning": {"en": "the worker is gone", "fr": "le processus a disparu"},
    "when": {"en": "the worker is killed", "fr": "le processus est tué"},
    "check": {"en": "Read the log.", "fr": "Lisez le journal."},
    "fix": {"en": "Start it again.", "fr": "Relancez-le."},
    "reconnect": {"en": "Come back later.", "fr": "Revenez plus tard."},
    "received": {"en": "come back later", "fr": "revenez plus tard"},
    "send": {"en": "a worker dies", "fr": "un processus meurt"},
}

_FACTS = {
    "sent_by": "server",
    "on_the_wire": True,
    "subject": "restart",
    "kind": "failure",
    "fault": "sender",
    "retry": "depends",
    "specified_in": "registry",
}

_RANGE = {
    "min": 1000,
    "max": 2999,
    "name": {"en": "Protocol", "fr": "Protocole"},
    "text": {
        "use": {"en": "For the protocol.", "fr": "Pour le protocole."},
        "registration": {"en": "Write a standard.", "fr": "Écrivez une norme."},
        "advice": {"en": "Read the manual.", "fr": "Lisez le manuel."},
    },
    "sources": [{**_MANUAL, "supports": ["use", "registration", "advice"]}],
}

_LIBRARY = {
    "id": "tungstenite",
    "name": "tungstenite",
    "language": "Rust",
    "constants": "CloseCode",
    "source": "https://example.org/coding.rs",
}

_SITE = {
    "name": "small",
    "tagline": {"en": "A small site", "fr": "Un petit site"},
    "base_url": "https://small.example/",
    "repository": "https://example.org/small",
    "branch": "main",
    "proper_names": ["Discord"],
}


def _changed(record: dict[str, Any], changes: Mapping[str, object]) -> dict[str, Any]:
    """Return ``record`` with other values; ``a__b`` names the field ``b`` of ``a``, None drops a field."""
    record = copy.deepcopy(record)
    for name, value in changes.items():
        *parents, last = name.split("__")
        part = record
        for step in parents:
            part = part[step]
        part[last] = value
        if value is None:
            del part[last]
    return record


@pytest.fixture(name="make_code")
def _make_code() -> Callable[..., dict[str, Any]]:
    """Return a function that makes the record of a code; changes are named like ``facts__retry``."""

    def make_code(number: int, **changes: object) -> dict[str, Any]:
        manual = {**_MANUAL, "supports": ["name", *_FACTS, *_TEXTS]}
        record = {
            "code": number,
            "name": {"en": f"Name of {number}", "fr": f"Nom de {number}"},
            "facts": _FACTS,
            "text": _TEXTS,
            "sources": [manual],
        }
        return _changed(record, changes)

    return make_code


@pytest.fixture(name="make_family")
def _make_family() -> Callable[..., dict[str, Any]]:
    """Return a function that makes the record of a family; changes are named like ``range__min``."""

    def make_family(id_: str, **changes: object) -> dict[str, Any]:
        text = {
            "defined_by": {"en": "the manual", "fr": "le manuel"},
            "description": {"en": "Codes of the manual.", "fr": "Les codes du manuel."},
            "reconnect": {"en": "Come back later.", "fr": "Revenez plus tard."},
        }
        record = {
            "id": id_,
            "name": {"en": "Manual", "fr": "Manuel"},
            "document": "https://example.org/manual",
            "range": {"min": 1000, "max": 4999},
            "text": text,
            "sources": [{**_MANUAL, "supports": list(text)}],
        }
        return _changed(record, changes)

    return make_family


@pytest.fixture(name="make_comparison")
def _make_comparison() -> Callable[..., dict[str, Any]]:
    """Return a function that makes the record of a comparison of the codes whose ids it is given."""

    def make_comparison(*ids: str, **changes: object) -> dict[str, Any]:
        text = {
            "difference": {"en": "One is early.", "fr": "L'un est précoce."},
            "tell": {"en": "Read the number.", "fr": "Lisez le numéro."},
            "act": {"en": "Stay calm.", "fr": "Restez calme."},
        }
        record = {"codes": list(ids), "text": text, "sources": [{**_MANUAL, "supports": list(text)}]}
        return _changed(record, changes)

    return make_comparison


@pytest.fixture(name="write_content")
def _write_content(tmp_path: Path, make_family: Callable[..., dict[str, Any]]) -> Callable[..., Path]:
    """Return a function that writes a content folder: the codes given, and whatever they need.

    ``files`` are written over the rest, by their path: a str or bytes as it is, anything else as JSON, which
    is YAML; None leaves a file out.
    """

    def write_content(*codes: dict[str, Any], files: Files | None = None) -> Path:
        all_files: dict[str, object] = {
            "site.yaml": _SITE,
            "ranges.yaml": {"ranges": [_RANGE]},
            "libraries.yaml": {"libraries": [_LIBRARY]},
            "families/websocket/family.yaml": make_family("websocket"),
            **{f"families/websocket/{code['code']}.yaml": code for code in codes},
            **(files or {}),
        }
        for name, value in all_files.items():
            if value is not None:
                _write(tmp_path / "content" / name, value, _modeline(name))
        return tmp_path / "content"

    return write_content


def _modeline(name: str) -> str:
    """Return the first line of a record, for files that are not written out by the test itself."""
    (parent, _, file) = name.rpartition("/")
    kind = {"families": "close-code", "comparisons": "comparison", "error-texts": "error-texts"}
    schema = kind.get(parent.partition("/")[0], "") if file != "family.yaml" else "family"
    path = "../" * (name.count("/") + 1)
    return (
        f"# yaml-language-server: $schema={path}schema/{schema or file.removesuffix('.yaml')}.schema.json\n"
    )


def _write(path: Path, value: object, modeline: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = value if isinstance(value, str | bytes) else f"{modeline}{_as_json(value)}"
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def _as_json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


@pytest.fixture(name="records_of")
def _records_of(write_content: Callable[..., Path]) -> Callable[..., Records]:
    """Return a function that reads the records of a content folder with the codes given."""

    def records_of(*codes: dict[str, Any], files: Files | None = None) -> Records:
        return parse_records(load_content(write_content(*codes, files=files)), ("en", "fr"))

    return records_of


@pytest.fixture(name="find")
def _find(records_of: Callable[..., Records]) -> Callable[..., list[tuple[str, str]]]:
    """Return a function that runs one rule: the place, as ``text.meaning``, and message of each finding."""

    def find(rule: str, *codes: dict[str, Any], files: Files | None = None) -> list[tuple[str, str]]:
        findings = RULES[rule].check(records_of(*codes, files=files))
        return [(".".join(map(str, finding.path)), finding.message) for finding in findings]

    return find
