"""The issue forms ask, in each language, for what a record needs, in the words of the schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from closecodes.records import CodeRecord, CodeTexts, Facts, Word


_FOLDER = Path(__file__).resolve().parents[2] / ".github" / "ISSUE_TEMPLATE"
_LANGUAGES = ("en", "fr")
_NAMES = sorted({path.name.partition(".")[0] for path in _FOLDER.glob("*.en.yml")})

_FIELDS = {**CodeRecord.model_fields, **Facts.model_fields, **CodeTexts.model_fields}

every_form = pytest.mark.parametrize("name", _NAMES)


def _fields(name: str, language: str) -> dict[str, dict[str, Any]]:
    form = yaml.safe_load((_FOLDER / f"{name}.{language}.yml").read_text(encoding="utf-8"))
    return {field["id"]: field for field in form["body"]}


def _options(field: dict[str, Any]) -> list[str]:
    """Return the first word of each option, which is that of the schema."""
    return [option.partition(" – ")[0] for option in field["attributes"].get("options", ())]


class TestLanguages:
    """Each form in both languages."""

    def test_forms(self) -> None:
        """There are a form for a new code, for a fact and for a translation, in each language."""
        assert ["new-code", "translation", "wrong-fact"] == _NAMES
        assert {f"{name}.{language}.yml" for name in _NAMES for language in _LANGUAGES} == {
            path.name for path in _FOLDER.glob("*.yml") if path.name != "config.yml"
        }

    @every_form
    def test_same_fields(self, name: str) -> None:
        """Both ask for the same, in the same order and with the same options, and need the same."""
        english, french = (
            [
                (id_, field["type"], field.get("validations"), _options(field))
                for id_, field in _fields(name, language).items()
            ]
            for language in _LANGUAGES
        )

        assert english == french

    @every_form
    def test_translated(self, name: str) -> None:
        """Each label is in its own language."""
        english, french = (_fields(name, language) for language in _LANGUAGES)

        same = [
            id_
            for id_ in english
            if english[id_]["attributes"]["label"] == french[id_]["attributes"]["label"]
        ]
        assert [] == [id_ for id_ in same if id_ != "sources"]

    @every_form
    def test_same_label(self, name: str) -> None:
        """The label by which maintainers find an issue does not depend on the language."""
        english, french = (
            yaml.safe_load((_FOLDER / f"{name}.{language}.yml").read_text(encoding="utf-8"))["labels"]
            for language in _LANGUAGES
        )

        assert english == french


@pytest.mark.parametrize("language", _LANGUAGES)
class TestSchema:
    """The forms and the models."""

    def test_new_code(self, language: str) -> None:
        """Each field of the form is one of a record, but for the family, which is a folder."""
        fields = _fields("new-code", language)

        assert "family" in fields
        assert [] == [id_ for id_ in fields if id_ not in _FIELDS and id_ != "family"]

    def test_needed(self, language: str) -> None:
        """What nobody else can know has to be filled in: whose code, its number, its meaning, and who says so."""
        needed = {id_ for id_, field in _fields("new-code", language).items() if "validations" in field}

        assert {"family", "code", "meaning", "sources"} == needed

    @pytest.mark.parametrize("fact", ["sent_by", "retry"])
    def test_words(self, language: str, fact: str) -> None:
        """Where a fact takes a word of a list, the form offers each, in the order of the schema."""
        words = Facts.model_fields[fact].annotation
        assert isinstance(words, type)
        assert issubclass(words, Word)

        assert [word.value for word in words] == _options(_fields("new-code", language)[fact])

    def test_wrong_fact(self, language: str) -> None:
        """What can be called wrong is a field of a record, or something else."""
        *fields, last = _options(_fields("wrong-fact", language)["field"])

        assert "other" == last
        assert [] == [name for name in fields if name not in _FIELDS]
