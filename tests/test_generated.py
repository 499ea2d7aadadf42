"""Generated files: they are fresh, and leave out neither rule nor field."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from closecodes.check.parsing import MODELS
from closecodes.check.rules import RULES
from closecodes.generated import generated_files, rules_page, schema_of, stale_files
from closecodes.load import Kind, load_content
from closecodes.records import LocalizedText


_NAMES = [name for name, _ in generated_files()]


def _models_within(model: type[BaseModel]) -> set[type[BaseModel]]:
    """Return ``model`` and every model that its fields hold, texts excepted: their schema is written by hand."""
    found = {model}
    for field in model.model_fields.values():
        for part in _parts_of(field.annotation):
            found |= _models_within(part)
    return found


def _parts_of(annotation: object) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return set() if issubclass(annotation, LocalizedText) else {annotation}
    return {part for argument in getattr(annotation, "__args__", ()) for part in _parts_of(argument)}


class TestGeneratedFiles:
    """The files that are made of the code."""

    def test_names(self) -> None:
        """There is a schema for each kind of record, and the page of rules."""
        assert [
            "docs/rules.md",
            "schema/close-code.schema.json",
            "schema/comparison.schema.json",
            "schema/error-texts.schema.json",
            "schema/family.schema.json",
            "schema/glossary.schema.json",
            "schema/libraries.schema.json",
            "schema/ranges.schema.json",
            "schema/site.schema.json",
            "schema/timeouts.schema.json",
        ] == sorted(_NAMES)

    @pytest.mark.parametrize("name", _NAMES)
    def test_fresh(self, repository: Path, name: str) -> None:
        """The committed file is what today's code generates; `closecodes generate` writes it."""
        assert dict(generated_files())[name] == (repository / name).read_text(encoding="utf-8")

    def test_no_others(self, repository: Path) -> None:
        """No schema is left of a kind of record that is gone."""
        committed = {f"schema/{path.name}" for path in (repository / "schema").iterdir()}

        assert {name for name in _NAMES if name.startswith("schema/")} == committed

    def test_final_newline(self) -> None:
        """Each generated text ends with one line break."""
        assert [] == [name for name, text in generated_files() if not re.search(r"[^\n]\n\Z", text)]


class TestStaleFiles:
    """Which generated files have to be written again."""

    def _write_all(self, root: Path) -> None:
        for name, text in generated_files():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, encoding="utf-8", newline="\n")

    def test_none(self, tmp_path: Path) -> None:
        """Files just written are fresh."""
        self._write_all(tmp_path)

        assert [] == stale_files(tmp_path)

    def test_missing(self, tmp_path: Path) -> None:
        """Files that were never written are stale."""
        assert _NAMES == stale_files(tmp_path)

    def test_changed(self, tmp_path: Path) -> None:
        """A file that somebody edited is stale."""
        self._write_all(tmp_path)
        (tmp_path / "docs/rules.md").write_text("# Rules\n", encoding="utf-8")

        assert ["docs/rules.md"] == stale_files(tmp_path)


class TestRulesPage:
    """The documentation of the rules."""

    @pytest.mark.parametrize("rule", RULES)
    def test_documented(self, rule: str) -> None:
        """Each rule has a section with its level and the first sentence of its documentation."""
        headline = RULES[rule].documentation.partition("\n")[0]

        assert f"\n## {rule}\n\n*{RULES[rule].level}* – {headline}\n" in rules_page()

    @pytest.mark.parametrize("rule", RULES)
    def test_headline(self, rule: str) -> None:
        """The documentation of a rule begins with a sentence that says what is right."""
        headline, _, rest = RULES[rule].documentation.partition("\n")

        assert headline.endswith(".")
        assert rest == "" or rest.startswith("\n")

    def test_body(self) -> None:
        """The page holds the whole documentation, not its first sentence alone."""
        assert "YAML forbids tabs there. Use two spaces for each level." in rules_page()

    def test_order(self) -> None:
        """The sections stand in the order of the rules."""
        assert list(RULES) == re.findall(r"^## (.+)$", rules_page(), re.MULTILINE)


class TestSchemaOf:
    """The JSON Schema of a kind of record."""

    @pytest.mark.parametrize("kind", MODELS)
    def test_every_field(self, kind: Kind) -> None:
        """The schema names every field of the model, and of the models within, and no other."""
        schema = schema_of(kind)
        parts = {MODELS[kind].__name__: schema, **schema.get("$defs", {})}

        assert {model.__name__: sorted(model.model_fields) for model in _models_within(MODELS[kind])} == {
            name: sorted(part["properties"])
            for name, part in parts.items()
            if "properties" in part and name != "LocalizedText"
        }

    @pytest.mark.parametrize("kind", MODELS)
    def test_descriptions(self, kind: Kind) -> None:
        """Every field says what it is for, since editors show that while one types."""
        models = _models_within(MODELS[kind])
        fields = {
            f"{model.__name__}.{name}": field
            for model in models
            for name, field in model.model_fields.items()
        }

        assert [] == [name for name, field in fields.items() if not field.description]

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

    def test_words(self) -> None:
        """A fact that takes one of a few words lists them, so that editors offer them."""
        definitions = schema_of(Kind.CODE)["$defs"]

        assert ["client", "server", "either", "nobody"] == definitions["SentBy"]["enum"]

    def test_modelines(self, repository: Path) -> None:
        """The first line of each record leads editors to the schema of its kind."""
        documents = load_content(repository / "content", shown_from=repository).documents
        wrong = []
        for document in documents:
            found = re.match(r"# yaml-language-server: \$schema=(.+)\n", document.text)
            schema = repository / "schema" / f"{document.kind}.schema.json"
            target = (repository / document.path).parent / found[1] if found else None
            if document.kind in MODELS and (target is None or target.resolve() != schema.resolve()):
                wrong.append(document.path)

        assert [] == wrong
