"""The page of fields, made of the JSON Schemas, in each language that has a catalogue here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from closecodes.check.parsing import MODELS
from closecodes.generated.schemas import schema_of
from closecodes.generated.translated import translations
from closecodes.i18n.typography import typeset
from closecodes.load import Kind
from closecodes.records.changes import Reference
from closecodes.records.numbers import CodeId
from closecodes.records.text import Identifier


__all__ = ["fields_page"]

_INTRODUCTION = """\
Every field of every record, what it takes and what it is for. **Bold** fields must be there. Editors show the same \
while you type, since the first line of a record names its schema. This page is generated from the models in \
`src/closecodes/records/`."""

_TEXT_BY_LANGUAGE = """\
One text in several languages, by language tag: `en` is required, `fr` and others follow when somebody writes them."""

_PLACES = {
    Kind.CODE: "content/families/<family>/<number>.yaml",
    Kind.FAMILY: "content/families/<family>/family.yaml",
    Kind.COMPARISON: "content/comparisons/<a>-<b>.yaml",
    Kind.ERROR_TEXTS: "content/error-texts/<program>.yaml",
}
"""Where the records of a kind stand; a kind that is not named has one file, called after it."""

_PATTERNS = {
    TypeAdapter(Identifier).json_schema()["pattern"]: "id: small letters, digits, hyphens, full stops",
    TypeAdapter(CodeId).json_schema()["pattern"]: "id of a code",
    TypeAdapter(Reference).json_schema()["pattern"]: "kind of page, colon, name, as links have it",
}
"""What to call a text that must fit a pattern."""

Schema = Mapping[str, Any]


def fields_page(language: str = "en") -> str:
    """Return the documentation of all fields: kinds of records first, then the parts that they share."""
    return _Page(language, translations(language)).text()


@dataclass(frozen=True, slots=True)
class _Page:
    """The page in one language; ``say`` gives a text of the program in that language."""

    language: str
    say: Callable[[str], str]

    def text(self) -> str:
        schemas = {kind: schema_of(kind) for kind in MODELS}
        parts: dict[str, Schema] = {}
        for schema in schemas.values():
            parts |= schema.get("$defs", {})
        del parts["LocalizedText"]
        records = [self._record(kind, schema) for kind, schema in schemas.items()]
        shared = [self._section(parts[name], f"## {name}") for name in sorted(parts)]
        top = f"# {self.say('Fields')}\n\n{self.say(_INTRODUCTION)}\n"
        return "\n".join([top, *records, self._text_by_language(), *shared])

    def _record(self, kind: Kind, schema: Schema) -> str:
        place = _PLACES.get(kind, f"content/{kind}.yaml")
        return self._section(schema, f"## {self.say(schema['title'])}\n\n{self.say('File:')} `{place}`")

    def _text_by_language(self) -> str:
        example = "```yaml\nen: the server restarts\nfr: le serveur redémarre\n```"
        return f'<a id="text"></a>\n\n## {self.say("Text by language")}\n\n{self.say(_TEXT_BY_LANGUAGE)}\n\n{example}\n'

    def _section(self, schema: Schema, heading: str) -> str:
        rows = self._fields(schema) if "properties" in schema else self._words(schema)
        return "\n".join([heading, "", self.say(schema["description"]), "", *rows, ""])

    def _words(self, schema: Schema) -> Iterator[str]:
        yield from self._head("word", "meaning")
        for word, meaning in zip(schema["enum"], schema["enumDescriptions"], strict=True):
            yield f"| `{word}` | {self.say(meaning)} |"

    def _fields(self, schema: Schema) -> Iterator[str]:
        yield from self._head("field", "takes", "what for", "example")
        for name, field in schema["properties"].items():
            shown = f"**`{name}`**" if name in schema.get("required", ()) else f"`{name}`"
            what_for = self.say(field["description"])
            yield f"| {shown} | {self._takes(field)} | {what_for} | {self._example(field)} |"

    def _head(self, *columns: str) -> Iterator[str]:
        yield f"| {' | '.join(map(self.say, columns))} |"
        yield "|" + "---|" * len(columns)

    def _example(self, field: Schema) -> str:
        """Return a field's example on one line of YAML (JSON is YAML), unless its own section has one."""
        example = field["examples"][0]
        if _reference(field) == "LocalizedText":
            quoted = typeset(example[self.language], self.language)
            return f"« {quoted} »" if self.language == "fr" else f"“{quoted}”"
        if _reference(field) or _reference(field.get("items", {})):
            return ""
        return f"`{json.dumps(example, ensure_ascii=False)}`"

    def _takes(self, schema: Schema) -> str:
        """Return in words what a field takes."""
        name = _reference(schema)
        if name == "LocalizedText":
            return f"[{self.say('text by language')}](#text)"
        if name:
            return f"[{name}](#{name.lower()})"
        match schema.get("type"):
            case "array":
                return f"{self.say('list:')} {self._takes(schema['items'])}"
            case "object":
                return f"{self.say('mapping:')} {self._takes(_values(schema))}"
            case "integer":
                return self.say("number, {minimum} to {maximum}").format_map(schema)
        return self._simple(schema)

    def _simple(self, schema: Schema) -> str:
        if schema["type"] == "boolean":
            return self.say("`true` or `false`")
        if schema.get("format") == "date":
            return self.say("day")
        if "pattern" in schema:
            return self.say(_PATTERNS[schema["pattern"]])
        if "maxLength" in schema:
            return self.say("text, {maxLength} characters at most").format_map(schema)
        return self.say("text")


def _reference(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _values(schema: Schema) -> Schema:
    """Return the schema of the values of a mapping."""
    values: Schema = schema.get("additionalProperties") or next(iter(schema["patternProperties"].values()))
    return values
