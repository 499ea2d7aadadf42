"""The JSON Schemas of the records, which editors and the field reference read."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from closecodes.check.parsing import MODELS
from closecodes.load import Kind
from closecodes.records import LocalizedText, Word
from closecodes.records.docstrings import descriptions_of
from closecodes.records.examples import EXAMPLES


__all__ = ["example_of", "models_of", "schema_of"]

_TITLES = {
    Kind.CODE: "Close code",
    Kind.FAMILY: "Family of close codes",
    Kind.COMPARISON: "Comparison of two close codes",
    Kind.RANGES: "Ranges of numbers",
    Kind.LIBRARIES: "Libraries",
    Kind.SITE: "Site",
    Kind.GLOSSARY: "Glossary",
    Kind.TIMEOUTS: "Limits in seconds",
    Kind.CHANGES: "Changes of the content",
    Kind.ERROR_TEXTS: "Texts that a program prints",
}


def schema_of(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of record, with an example for every field.

    A field that may be left out is not offered as empty, though an empty one is read as left out.
    """
    model = MODELS[kind]
    schema = model.model_json_schema(mode="validation")
    for part in models_of(model):
        _with_examples(schema if part is model else schema["$defs"][part.__name__], part)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": _TITLES[kind]}


def models_of(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return ``model`` and every model that its fields hold, in the order of the fields; texts are values."""
    found = [model]
    for field in model.model_fields.values():
        for part in _classes_in(field.annotation):
            if issubclass(part, BaseModel) and not issubclass(part, LocalizedText):
                found += [inner for inner in models_of(part) if inner not in found]
    return found


def example_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return an example of a record with the fields that must be there; with all, where none must."""
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return {name: _example(model, name) for name in required or model.model_fields}


def _with_examples(schema: dict[str, Any], model: type[BaseModel]) -> None:
    descriptions = descriptions_of(model)
    for name, field in schema["properties"].items():
        kept = _without_null({key: field[key] for key in field if key not in {"title", "default"}})
        described = {"description": descriptions[name], **kept}
        if "`" in described["description"]:
            described["markdownDescription"] = described["description"]
        schema["properties"][name] = {**described, "examples": [_example(model, name)]}


def _without_null(field: dict[str, Any]) -> dict[str, Any]:
    kept = [part for part in field.pop("anyOf", ()) if part != {"type": "null"}]
    return {**kept[0], **field} if kept else field


def _example(model: type[BaseModel], name: str) -> Any:
    own = EXAMPLES.get(model.__name__, {}).get(name)
    if own is not None:
        return own
    field = model.model_fields[name]
    classes = _classes_in(field.annotation)
    words = [part for part in classes if issubclass(part, Word)]
    if words:
        return next(iter(words[0])).value
    records = [part for part in classes if issubclass(part, BaseModel)]
    if not records:
        return None
    example = example_of(records[0])
    return [example] if "tuple" in str(field.annotation) else example


def _classes_in(annotation: object) -> list[type]:
    """Return the classes that an annotation names, inside out of lists, unions and constraints."""
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return [annotation]
    return [part for argument in getattr(annotation, "__args__", ()) for part in _classes_in(argument)]
