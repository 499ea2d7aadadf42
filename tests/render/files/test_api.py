"""Tests of closecodes.render.files.api."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from closecodes.workshop import Workshop


Read = Callable[[str], Any]


@pytest.fixture(name="read")
def _read(made: Callable[[str], bytes]) -> Read:
    return lambda address: json.loads(made(f"api/v1/{address}"))


def test_index(read: Read, workshop: Workshop) -> None:
    """The index says where everything is, and what may be done with it."""
    index = read("index.json")

    assert index["version"] == 1
    assert index["code"] == f"{workshop.base_url}api/v1/codes/{{id}}.json"
    assert {"schema", "codes", "families", "license", "languages", "name"} < index.keys()


def test_code(read: Read) -> None:
    """The file of a code has its texts in every language, its facts, and where its pages are."""
    code = read("codes/acme-3002.json")

    assert (3002, "acme", "acme-3002") == (code["number"], code["family"], code["id"])
    assert {"en": "Number 3002 in English", "fr": "Numéro 3002 en français"} == code["name"]
    assert code["text"]["meaning"]["fr"] == "le sens de 3002"
    assert code["facts"]["retry"] == "never"
    assert {"origin": "frame", "clean": "clean", "phase": "open", "browser_close": "allowed"} == code[
        "derived"
    ]
    assert code["pages"]["fr"] == "https://small.example/fr/acme/3002/"


def test_schema(read: Read, workshop: Workshop) -> None:
    """Every code and every family is what the schema says."""
    schema = read("schema.json")
    family = {**schema["$defs"]["ApiFamily"], "$defs": schema["$defs"]}
    jsonschema.Draft202012Validator.check_schema(schema)

    for id_ in workshop.site.codes:
        jsonschema.validate(read(f"codes/{id_}.json"), schema)
    for entry in read("families.json")["families"]:
        jsonschema.validate(entry, family)


def test_schema_refuses(read: Read) -> None:
    """The schema refuses a code whose number is a text."""
    code = {**read("codes/1000.json"), "number": "1000"}

    with pytest.raises(jsonschema.ValidationError, match="number"):
        jsonschema.validate(code, read("schema.json"))


def test_codes(read: Read, workshop: Workshop) -> None:
    """The list has every code once, with the address of its file."""
    codes = read("codes.json")["codes"]

    assert list(workshop.site.codes) == [code["id"] for code in codes]
    assert codes[0]["url"].endswith(f"/api/v1/codes/{codes[0]['id']}.json")


def test_families(read: Read) -> None:
    """The list of families says which codes each has."""
    families = {family["id"]: family for family in read("families.json")["families"]}

    assert [f"acme-{number}" for number in range(3000, 3006)] == families["acme"]["codes"]
    assert families["websocket"]["defined_by"]["fr"] == "le registre"
