"""The page of fields, made of the JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter

from closecodes.check.parsing import MODELS
from closecodes.generated.schemas import schema_of
from closecodes.load import Kind
from closecodes.records.models import CodeId
from closecodes.records.text import Identifier


__all__ = ["fields_page"]

_INTRODUCTION = """\
# Fields

Every field of every record, what it takes and what it is for. **Bold** fields must be there. Editors show the same
while you type, since the first line of a record names its schema. This page is generated from the models in
`src/closecodes/records/`.
"""

_PLACES = {
    Kind.CODE: "content/families/<family>/<number>.yaml",
    Kind.FAMILY: "content/families/<family>/family.yaml",
    Kind.COMPARISON: "content/comparisons/<a>-<b>.yaml",
    Kind.ERROR_TEXTS: "content/error-texts/<program>.yaml",
}
"""Where the records of a kind stand; a kind that is not named has one file, called after it."""

_TEXT_BY_LANGUAGE = """\
## Text by language

One text in several languages, by language tag: `en` is required, `fr` and others follow when somebody writes them.

```yaml
en: the server restarts
fr: le serveur redémarre
```
"""

_PATTERNS = {
    TypeAdapter(Identifier).json_schema()["pattern"]: "id: small letters, digits, hyphens, full stops",
    TypeAdapter(CodeId).json_schema()["pattern"]: "id of a code",
}
"""What to call a text that must fit a pattern."""

Schema = Mapping[str, Any]


def fields_page() -> str:
    """Return the documentation of all fields: kinds of records first, then the parts that they share."""
    schemas = {kind: schema_of(kind) for kind in MODELS}
    parts: dict[str, Schema] = {}
    for schema in schemas.values():
        parts |= schema.get("$defs", {})
    del parts["LocalizedText"]
    records = [_record(kind, schema) for kind, schema in schemas.items()]
    shared = [_section(parts[name], f"## {name}") for name in sorted(parts)]
    return "\n".join([_INTRODUCTION, *records, _TEXT_BY_LANGUAGE, *shared])


def _record(kind: Kind, schema: Schema) -> str:
    place = _PLACES.get(kind, f"content/{kind}.yaml")
    return _section(schema, f"## {schema['title']}\n\nFile: `{place}`")


def _section(schema: Schema, heading: str) -> str:
    rows = _fields(schema) if "properties" in schema else _words(schema)
    return "\n".join([heading, "", schema["description"], "", *rows, ""])


def _words(schema: Schema) -> Iterator[str]:
    yield from ("| word | meaning |", "|---|---|")
    for word, meaning in zip(schema["enum"], schema["enumDescriptions"], strict=True):
        yield f"| `{word}` | {meaning} |"


def _fields(schema: Schema) -> Iterator[str]:
    yield from ("| field | takes | what for | example |", "|---|---|---|---|")
    for name, field in schema["properties"].items():
        shown = f"**`{name}`**" if name in schema.get("required", ()) else f"`{name}`"
        yield f"| {shown} | {_takes(field)} | {field['description']} | {_example(field)} |"


def _example(field: Schema) -> str:
    """Return a field's example on one line of YAML (JSON is YAML), unless its own section has one."""
    example = field["examples"][0]
    if _reference(field) == "LocalizedText":
        return f"“{example['en']}”"
    if _reference(field) or _reference(field.get("items", {})):
        return ""
    return f"`{json.dumps(example, ensure_ascii=False)}`"


def _reference(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _takes(schema: Schema) -> str:  # noqa: PLR0911 - one for each type
    """Return in words what a field takes."""
    name = _reference(schema)
    if name == "LocalizedText":
        return "[text by language](#text-by-language)"
    if name:
        return f"[{name}](#{name.lower()})"
    match schema.get("type"):
        case "array":
            return f"list: {_takes(schema['items'])}"
        case "object":
            return f"mapping: {_takes(_values(schema))}"
        case "integer":
            return f"number, {schema['minimum']} to {schema['maximum']}"
        case "boolean":
            return "`true` or `false`"
    return _text(schema)


def _values(schema: Schema) -> Schema:
    """Return the schema of the values of a mapping."""
    values: Schema = schema.get("additionalProperties") or next(iter(schema["patternProperties"].values()))
    return values


def _text(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "day"
    if "pattern" in schema:
        return _PATTERNS[schema["pattern"]]
    if "maxLength" in schema:
        return f"text, {schema['maxLength']} characters at most"
    return "text"
