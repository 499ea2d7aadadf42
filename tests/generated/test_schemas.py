"""The JSON Schemas say of every field what the models say, and show an example of each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from closecodes.check.parsing import MODELS, Records, parse_records
from closecodes.generated.schemas import example_of, models_of, schema_of
from closecodes.load import Content, Document, Kind, load_content
from closecodes.records import SentBy, Word
from closecodes.records.examples import EXAMPLES


_VALIDATORS = {
    kind: Draft202012Validator(schema_of(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)
    for kind in MODELS
}


def _fields(kind: Kind) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name and schema of each field of a kind of record, and of the records within."""
    schema = schema_of(kind)
    for name, part in {kind.value: schema, **schema.get("$defs", {})}.items():
        if name != "LocalizedText":
            yield from ((f"{name}.{field}", value) for field, value in part.get("properties", {}).items())


def _with_model(content: Content) -> Iterator[Document]:
    return (document for document in content.documents if document.kind in MODELS and document.value)


def _refused(document: Document) -> bool:
    value = json.loads(json.dumps(document.value, default=str))
    return not _VALIDATORS[document.kind].is_valid(value)


def _records(folder: Path) -> Records:
    return parse_records(load_content(folder), ("en", "fr"))


class TestExamples:
    """What the schema shows as an example."""

    @pytest.mark.parametrize("kind", MODELS)
    def test_every_field(self, kind: Kind) -> None:
        """Every field has an example."""
        assert [] == [name for name, field in _fields(kind) if not field.get("examples")]

    @pytest.mark.parametrize("kind", MODELS)
    def test_valid(self, kind: Kind) -> None:
        """Each example is one that its own field takes."""
        schema = schema_of(kind)
        parts = {"$defs": schema.get("$defs", {})}

        assert [] == [
            name
            for name, field in _fields(kind)
            if not Draft202012Validator(parts | field).is_valid(field["examples"][0])
        ]

    @pytest.mark.parametrize("kind", MODELS)
    def test_whole(self, kind: Kind) -> None:
        """The examples of a record's fields make a record that the model takes."""
        example = example_of(MODELS[kind])

        assert MODELS[kind].model_validate_json(json.dumps(example))

    def test_no_others(self) -> None:
        """There is no example of a field that is gone."""
        fields = {part.__name__: part.model_fields for kind in MODELS for part in models_of(MODELS[kind])}

        assert [] == [
            f"{model}.{name}" for model, own in EXAMPLES.items() for name in own if name not in fields[model]
        ]


class TestWords:
    """Fields that take one word of a list."""

    def test_meanings(self) -> None:
        """Each word has its meaning beside it, where editors look for it."""
        sent_by = schema_of(Kind.CODE)["$defs"]["SentBy"]

        assert [word.value for word in SentBy] == sent_by["enum"]
        assert [word.meaning for word in SentBy] == sent_by["enumDescriptions"]

    @pytest.mark.parametrize("words", Word.__subclasses__(), ids=lambda words: words.__name__)
    def test_sentences(self, words: type[Word]) -> None:
        """Each meaning is a sentence of its own."""
        meanings = [word.meaning for word in words]

        assert [] == [meaning for meaning in meanings if not re.fullmatch(r"[A-Z].*\.", meaning)]
        assert len(meanings) == len(set(meanings))


class TestAgreement:
    """Schema and checker say the same of a record."""

    def test_content(self, repository: Path) -> None:
        """The schemas accept every record of the site."""
        content = load_content(repository / "content")

        assert [] == [document.path for document in _with_model(content) if _refused(document)]

    def test_corpus(self, repository: Path) -> None:
        """What a model refuses for its shape, the schema refuses too."""
        records = _records(repository / "tests/data/invalid/content")
        shapeless = {fault.document.path for fault in records.faults if fault.type != "value_error"}
        refused = {document.path for document in _with_model(records.content) if _refused(document)}

        assert len(shapeless) > 10
        assert set() == shapeless - refused


class TestSchemaOf:
    """The JSON Schema of a kind of record."""

    @pytest.mark.parametrize("kind", MODELS)
    def test_every_field(self, kind: Kind) -> None:
        """The schema names every field of the model, and of the models within, and no other."""
        schema = schema_of(kind)
        parts = {MODELS[kind].__name__: schema, **schema.get("$defs", {})}

        assert {model.__name__: sorted(model.model_fields) for model in models_of(MODELS[kind])} == {
            name: sorted(part["properties"])
            for name, part in parts.items()
            if "properties" in part and name != "LocalizedText"
        }

    @pytest.mark.parametrize("kind", MODELS)
    def test_descriptions(self, kind: Kind) -> None:
        """Every field says what it is for, since editors show that while one types."""
        assert [] == [name for name, field in _fields(kind) if not field.get("description")]

    @pytest.mark.parametrize("kind", MODELS)
    def test_nothing_unknown(self, kind: Kind) -> None:
        """A field that the model does not have is refused by the schema, too."""
        assert schema_of(kind)["additionalProperties"] is False

    def test_dialect(self) -> None:
        """The schema says which JSON Schema it is written in."""
        assert "https://json-schema.org/draft/2020-12/schema" == schema_of(Kind.CODE)["$schema"]

    def test_titles(self) -> None:
        """The title of a schema is in words for people, and its own."""
        titles = [schema_of(kind)["title"] for kind in MODELS]

        assert "Close code" == schema_of(Kind.CODE)["title"]
        assert len(MODELS) == len(set(titles))

    def test_english(self) -> None:
        """A text in several languages needs English."""
        schema = json.dumps(schema_of(Kind.CODE))

        assert '"required": ["en"]' in schema
