"""Texts in several languages, and the sources of statements."""

from __future__ import annotations

import datetime
import pickle
import re

import pytest
from pydantic import TypeAdapter, ValidationError

from closecodes.records import LocalizedText, Record, Source, SourcedText
from closecodes.records.text import LANGUAGE_PATTERN, Identifier, localized_part


class _Example(Record):
    number: int = 0


class TestRecord:
    """The common ground of all records."""

    def test_unknown(self) -> None:
        """A field that the record does not have is refused."""
        with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
            _Example.model_validate({"numbr": 1})

    @pytest.mark.parametrize("value", ["1", 1.0, True])
    def test_strict(self, value: object) -> None:
        """Nothing is converted, not even to the same number."""
        with pytest.raises(ValidationError, match="valid integer"):
            _Example.model_validate({"number": value})

    def test_frozen(self) -> None:
        """A record cannot be changed."""
        with pytest.raises(ValidationError, match="frozen"):
            _Example().number = 1  # type: ignore[misc]


class TestLocalizedText:
    """One text in several languages."""

    @pytest.fixture(name="text")
    def _text(self) -> LocalizedText:
        return LocalizedText({"en": "closed", "fr": "fermé", "de": ""})

    def test_english(self, text: LocalizedText) -> None:
        """English is the language of reference."""
        assert "closed" == text.english

    def test_no_english(self) -> None:
        """Missing English is empty, so that one can write French first."""
        assert "" == LocalizedText({"fr": "fermé"}).english

    def test_get(self, text: LocalizedText) -> None:
        """A translation is found by its language."""
        assert "fermé" == text.get("fr")

    @pytest.mark.parametrize("language", ["de", "ar"])
    def test_get_nothing(self, text: LocalizedText, language: str) -> None:
        """A translation that is empty or not there is nothing."""
        assert text.get(language) is None

    @pytest.mark.parametrize("value", ["closed", ["closed"], {"en": 1}, {"en": None}, None])
    def test_strict(self, value: object) -> None:
        """Anything but texts by language is refused."""
        with pytest.raises(ValidationError):
            LocalizedText.model_validate(value)

    def test_schema(self) -> None:
        """The schema asks for English, offers French, and takes any other language tag."""
        schema = LocalizedText.model_json_schema()
        text = {"type": "string", "minLength": 1}

        assert ["en"] == schema["required"]
        assert {"en": text, "fr": text} == schema["properties"]
        assert {LANGUAGE_PATTERN: text} == schema["patternProperties"]
        assert schema["additionalProperties"] is False

    @pytest.mark.parametrize(
        ("tag", "fits"),
        [
            ("ar", True),
            ("pt-BR", True),
            ("zh-Hant-TW", True),
            ("kab", True),
            ("french", False),
            ("fr_FR", False),
            ("FR", False),
        ],
    )
    def test_language_pattern(self, tag: str, *, fits: bool) -> None:
        """A language tag is one of BCP 47, its language in small letters."""
        assert fits is bool(re.search(LANGUAGE_PATTERN, tag))


class TestSourcedText:
    """One statement of a list."""

    def test_text(self) -> None:
        """The text of a statement leaves out its sources."""
        statement = SourcedText.model_validate_json('{"en": "full", "fr": "plein", "sources": ["manual"]}')

        assert {"en": "full", "fr": "plein"} == statement.text.root
        assert ("manual",) == statement.sources

    def test_one_language(self) -> None:
        """A language that is not there does not become an empty text."""
        assert {"fr": "plein"} == SourcedText(fr="plein").text.root

    def test_third_language(self) -> None:
        """A statement may be in any language besides."""
        statement = SourcedText.model_validate({"en": "full", "ar": "ممتلئ"})

        assert {"en": "full", "ar": "ممتلئ"} == statement.text.root


class TestSource:
    """Where a statement comes from."""

    def test_least(self) -> None:
        """A source has an id, an address, and an answer to whether somebody read it."""
        source = Source(id="manual", url="https://example.org/", verified=False)

        assert (None, (), None) == (source.title, source.supports, source.checked)

    def test_checked(self) -> None:
        """The day a source was opened is a date."""
        source = Source.model_validate_json(
            '{"id": "a", "url": "", "verified": true, "checked": "2026-11-22"}'
        )

        assert datetime.date(2026, 11, 22) == source.checked

    def test_unanswered(self) -> None:
        """Whether somebody read the source is never left open."""
        with pytest.raises(ValidationError, match="verified"):
            Source.model_validate({"id": "manual", "url": "https://example.org/"})


class TestIdentifier:
    """Names inside a record."""

    @pytest.mark.parametrize("name", ["iana", "rfc6455-7.4.1", "a-b-c", "1012", "x.y"])
    def test_right(self, name: str) -> None:
        """Small letters and digits may be joined by single hyphens and full stops."""
        assert name == TypeAdapter(Identifier).validate_python(name)

    @pytest.mark.parametrize("name", ["", "IANA", "a b", "a_b", "-a", "a-", "a..b", "é", "a\n"])
    def test_wrong(self, name: str) -> None:
        """Everything else is refused."""
        with pytest.raises(ValidationError, match="pattern"):
            TypeAdapter(Identifier).validate_python(name)


class TestLocalizedPart:
    """The texts of a mapping."""

    def test_texts(self) -> None:
        """Only what is a text is kept."""
        assert {"en": "full"} == localized_part({"en": "full", "fr": None, "sources": ("manual",)})


def test_sent() -> None:
    """What is sent to another process says the same there."""
    text = LocalizedText({"en": "a", "fr": "b"})
    statement = SourcedText.model_validate({"en": "x", "de": "y", "sources": ["rfc"]}, strict=False)

    assert [text, statement] == pickle.loads(pickle.dumps([text, statement]))  # noqa: S301 - our own
