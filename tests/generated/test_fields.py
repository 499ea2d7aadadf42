"""The page of fields leaves out no field and no word."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message

from closecodes.check.parsing import MODELS
from closecodes.generated import fields_page, schema_of
from closecodes.generated.fields import _Page
from closecodes.generated.schemas import models_of
from closecodes.generated.translated import TRANSLATED, catalogue_of
from closecodes.i18n.catalogues import read_catalogue
from closecodes.load import Kind
from closecodes.records import Word


def _section(heading: str) -> str:
    """Return what the page says under a heading."""
    return fields_page().split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("kind", MODELS)
def test_record(kind: Kind) -> None:
    """Each kind of record has a section that names its file and every field."""
    section = _section(schema_of(kind)["title"])

    assert "\nFile: `content/" in section
    assert [] == [name for name in MODELS[kind].model_fields if f"`{name}`" not in section]


@pytest.mark.parametrize("kind", MODELS)
def test_parts(kind: Kind) -> None:
    """Each record within a record has a section with every field."""
    for part in models_of(MODELS[kind])[1:]:
        section = _section(part.__name__)

        assert [] == [name for name in part.model_fields if f"`{name}`" not in section]


@pytest.mark.parametrize("words", Word.__subclasses__(), ids=lambda words: words.__name__)
def test_words(words: type[Word]) -> None:
    """Each list of words has a section with the meaning of each."""
    section = _section(words.__name__)

    assert [] == [word for word in words if f"| `{word}` | {word.meaning} |" not in section]


def test_required() -> None:
    """A field that must be there is bold, and another is not."""
    section = _section("Source")

    assert "| **`url`** | text |" in section
    assert "| `title` | text |" in section


@pytest.mark.parametrize(
    "cell",
    [
        "number, 0 to 65535",
        "`true` or `false`",
        "day",
        "text, 60 characters at most",
        "list: id of a code",
        "mapping: text",
        "[text by language](#text)",
        "list: [Source](#source)",
    ],
)
def test_takes(cell: str) -> None:
    """What a field takes is said in words."""
    assert f"| {cell} |" in fields_page()


@pytest.mark.parametrize("language", ["en", *TRANSLATED])
def test_links(language: str) -> None:
    """Every link of the page leads to one of its headings or marks."""
    page = fields_page(language)
    headings = {line[3:].lower().replace(" ", "-") for line in page.splitlines() if line.startswith("## ")}

    assert set(re.findall(r"\(#([^)]+)\)", page)) <= headings | set(re.findall('<a id="(.+)">', page))


@pytest.mark.parametrize("language", TRANSLATED)
class TestTranslated:
    """The page in another language."""

    def test_complete(self, language: str) -> None:
        """Every text of the page is translated, and no translation is left of a text that is gone."""
        said = list[str]()
        _Page("en", lambda text: said.append(text) or text).text()  # type: ignore[func-returns-value]
        catalogue = _catalogue(language)

        assert set(said) == {message.id for message in catalogue if message.context == "fields"}
        assert [] == [message.id for message in catalogue if not message.string or message.fuzzy]

    def test_placeholders(self, language: str) -> None:
        """A translation has the code and the placeholders of its English."""
        kept = re.compile(r"`[^`]+`|\{\w+\}")

        assert [] == [
            message.id
            for message in _catalogue(language)
            if sorted(kept.findall(str(message.id))) != sorted(kept.findall(str(message.string)))
        ]

    def test_same_fields(self, language: str) -> None:
        """The page names the same fields and words as the English one, in the same order."""
        cell = re.compile(r"^\| \**(`\w[\w-]*`)\**", re.MULTILINE)

        assert cell.findall(fields_page()) == cell.findall(fields_page(language))


def _catalogue(language: str) -> list[Message]:
    return [message for message in read_catalogue(catalogue_of(language), language) if message.id]
