"""The JSON API: what records say, in every language, for other programs.

What a file of ``/api/v1/`` holds may grow; nothing in it is renamed, taken away or given another type. Its JSON
Schema stands beside it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any, cast

from pydantic import BaseModel, ConfigDict

from closecodes.addresses import address_in, slug_of
from closecodes.extras import API
from closecodes.model import BrowserClose, CleanClose, CloseCode, Family, Origin, Phase
from closecodes.pages import Page
from closecodes.records import Band, CodeTexts, Facts, LocalizedText, NumberRange, Reason, Source, SourcedText
from closecodes.records.docstrings import descriptions_of
from closecodes.render.files.desk import Desk


__all__ = ["ApiCode", "ApiFamily", "code", "collection"]


class _Api(BaseModel):
    model_config = ConfigDict(defer_build=True)


class Derived(_Api):
    """What follows from a number and its facts."""

    origin: Origin
    """Where a program that sees the code has it from."""
    clean: CleanClose
    """What `wasClean` says."""
    phase: Phase
    """When in the life of a connection the code can appear."""
    browser_close: BrowserClose
    """What `close()` does with the number in a page."""


class ApiCode(_Api):
    """One close code."""

    id: str
    """The name in addresses: the number, with the family before it unless the registry defines it."""
    number: int
    family: str
    """The id of its family."""
    name: LocalizedText
    identifier: str | None
    """The constant in the document that defines it."""
    facts: Facts
    derived: Derived
    text: CodeTexts
    """Texts as Markdown; `meaning` and `when` are clauses without a full stop."""
    causes: tuple[SourcedText, ...]
    pitfalls: tuple[SourcedText, ...]
    reasons: tuple[Reason, ...]
    constants: dict[str, str]
    """Its name in libraries, by the ids of the libraries."""
    see_also: tuple[str, ...]
    """Ids of codes it is confused with."""
    sources: tuple[Source, ...]
    pages: dict[str, str]
    """The page for readers, by language."""


class ApiFamily(_Api):
    """A group of codes that one document defines."""

    id: str
    name: LocalizedText
    document: str
    """Address of the document."""
    range: NumberRange
    bands: tuple[Band, ...]
    defined_by: LocalizedText
    description: LocalizedText
    reconnect: LocalizedText
    read_on: datetime.date | None
    """The day the document was last read."""
    version: str | None
    codes: tuple[str, ...]
    """Ids of its codes, by number."""
    sources: tuple[Source, ...]
    pages: dict[str, str]


def code(desk: Desk, page: Page) -> bytes:
    """Return the file about one code."""
    return _json(_code(desk, cast("CloseCode", page.subject)).model_dump(mode="json"))


def _code(desk: Desk, code: CloseCode) -> ApiCode:
    record = code.record
    return ApiCode.model_construct(
        id=code.id,
        number=code.number,
        family=code.family,
        name=record.name,
        identifier=record.identifier,
        facts=record.facts,
        derived=Derived.model_construct(
            origin=code.origin, clean=code.clean, phase=code.phase, browser_close=code.browser_close
        ),
        text=record.text,
        causes=record.causes,
        pitfalls=record.pitfalls,
        reasons=record.reasons,
        constants=record.constants,
        see_also=record.see_also,
        sources=record.sources,
        pages=_pages(desk, code),
    )


def collection(desk: Desk, page: Page) -> bytes:
    """Return the index of the API, the list of codes or of families, or the schema."""
    match page.subject:
        case "codes":
            return _json({"codes": [_brief(desk, code) for code in desk.site.codes.values()]})
        case "families":
            families = (_family(desk, family) for family in desk.site.families)
            return _json({"families": [family.model_dump(mode="json") for family in families]})
        case "schema":
            return _json(_schema(desk))
        case _:
            return _json(_index(desk))


def _index(desk: Desk) -> Mapping[str, Any]:
    api = desk.url(API)
    return {
        "version": 1,
        "name": desk.site.record.name,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "languages": list(desk.site.languages),
        "schema": f"{api}schema.json",
        "codes": f"{api}codes.json",
        "code": f"{api}codes/{{id}}.json",
        "families": f"{api}families.json",
    }


def _schema(desk: Desk) -> Mapping[str, Any]:
    """Return the JSON Schema of the file about one code; that of a family is among its definitions."""
    schema = ApiCode.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    family = ApiFamily.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    definitions = {**schema.pop("$defs"), **family.pop("$defs"), "ApiFamily": family}
    _describe(schema, ApiCode)
    for model in (ApiFamily, Derived, Facts, CodeTexts, Reason, Source, SourcedText, Band, NumberRange):
        _describe(definitions[model.__name__], model)
    about = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": desk.url(f"{API}schema.json")}
    return {**about, **schema, "title": "Close code", "$defs": dict(sorted(definitions.items()))}


def _describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    for name, description in descriptions_of(model).items():
        schema["properties"][name]["description"] = description


def _brief(desk: Desk, code: CloseCode) -> Mapping[str, Any]:
    return {
        "id": code.id,
        "number": code.number,
        "family": code.family,
        "name": code.record.name.root,
        "meaning": code.record.text.meaning.root,
        "retry": code.facts.retry.value,
        "on_the_wire": code.facts.on_the_wire,
        "url": desk.url(f"{API}codes/{code.id}.json"),
        "pages": _pages(desk, code),
    }


def _family(desk: Desk, family: Family) -> ApiFamily:
    record = family.record
    return ApiFamily.model_construct(
        id=family.id,
        name=record.name,
        document=record.document,
        range=record.range,
        bands=record.bands,
        defined_by=record.text.defined_by,
        description=record.text.description,
        reconnect=record.text.reconnect,
        read_on=family.read_on,
        version=record.version,
        codes=tuple(code.id for code in family.codes),
        sources=record.sources,
        pages=_pages(desk, family),
    )


def _pages(desk: Desk, subject: CloseCode | Family) -> dict[str, str]:
    return {tag: desk.url(address_in(tag, slug_of(subject))) for tag in desk.site.languages}


def _json(value: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n".encode()
