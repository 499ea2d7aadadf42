"""The page of fields leaves out no field and no word."""

from __future__ import annotations

import re

import pytest

from closecodes.check.parsing import MODELS
from closecodes.generated import fields_page, schema_of
from closecodes.generated.schemas import models_of
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
        "[text by language](#text-by-language)",
        "list: [Source](#source)",
    ],
)
def test_takes(cell: str) -> None:
    """What a field takes is said in words."""
    assert f"| {cell} |" in fields_page()


def test_links() -> None:
    """Every link of the page leads to one of its headings."""
    page = fields_page()
    headings = {line[3:].lower().replace(" ", "-") for line in page.splitlines() if line.startswith("## ")}

    assert set(re.findall(r"\(#([^)]+)\)", page)) <= headings
