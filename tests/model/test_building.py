"""Tests of how checked records become the model."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.check.parsing import parse_records
from closecodes.load import load_content
from closecodes.model import Site
from closecodes.model.building import build_site


@pytest.fixture(name="content")
def _content(small_project: Path) -> Path:
    """Return the content folder of a small project."""
    return small_project / "content"


def _built(content: Path, languages: tuple[str, ...] = ("en", "fr")) -> Site:
    return build_site(parse_records(load_content(content), languages))


def _line_of(path: Path, *keys: str) -> int:
    """Return the line of the first occurrence of the last key after those before it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    position = -1
    for key in keys:
        position = next(
            i for i, line in enumerate(lines) if i > position and line.strip().startswith(f"{key}:")
        )
    return position + 1


def test_site(content: Path) -> None:
    """The site has its record and the languages it is built in."""
    site = _built(content, ("en", "fr", "ar"))

    assert ("small", "main", ("en", "fr", "ar")) == (site.record.name, site.record.branch, site.languages)


def test_codes_by_number(content: Path, edit: Callable[[Path, str, str], None]) -> None:
    """The codes of a family stand in the order of their numbers, not of their files’ names."""
    folder = content / "families" / "websocket"
    shutil.copy(folder / "1001.yaml", folder / "999.yaml")
    edit(folder / "999.yaml", "code: 1001", "code: 999")

    assert [999, 1000, 1001] == [code.number for code in _built(content).families[0].codes]


def test_families_by_id(content: Path, edit: Callable[[Path, str, str], None]) -> None:
    """Families stand in the order of their ids, each with its own codes."""
    folder = content / "families" / "alpha"
    shutil.copytree(content / "families" / "websocket", folder)
    edit(folder / "family.yaml", "id: websocket", "id: alpha")
    (folder / "1001.yaml").unlink()

    found = {family.id: [code.id for code in family.codes] for family in _built(content).families}
    assert [("alpha", ["alpha-1000"]), ("websocket", ["1000", "1001"])] == list(found.items())


def test_paths(content: Path) -> None:
    """Codes, families, comparisons and ranges know the files they come from."""
    site = _built(content)

    assert [
        "content/families/websocket/1000.yaml",
        "content/families/websocket/family.yaml",
        "content/comparisons/1000-1001.yaml",
        "content/ranges.yaml",
    ] == [
        site.codes["1000"].path,
        site.families[0].path,
        site.comparisons["1000", "1001"].path,
        site.ranges_path,
    ]


def test_lines(content: Path) -> None:
    """Each field, and the English of each text, is found at the line of its key, by its dotted path."""
    code = _built(content).codes["1000"]

    path = content / "families" / "websocket" / "1000.yaml"
    expected = {
        "code": _line_of(path, "code"),
        "sources": _line_of(path, "sources"),
        "text.meaning.en": _line_of(path, "meaning", "en"),
    }
    assert expected == {name: code.lines[name] for name in expected}


def test_lines_of_others(content: Path) -> None:
    """Texts of families and comparisons are found at their lines too."""
    site = _built(content)

    folder = content / "families" / "websocket"
    assert [
        _line_of(folder / "family.yaml", "description"),
        _line_of(content / "comparisons" / "1000-1001.yaml", "tell"),
    ] == [
        site.families[0].lines["text.description.en"],
        site.comparisons["1000", "1001"].lines["text.tell.en"],
    ]


def test_lines_of_ranges(content: Path) -> None:
    """The file of ranges has its lines too."""
    assert {"ranges": 2}.items() <= _built(content).ranges_lines.items()


def test_comparisons(content: Path) -> None:
    """What somebody wrote about two codes is found by their ids."""
    (key,), (comparison,) = zip(*_built(content).comparisons.items(), strict=True)

    assert (("1000", "1001"), ("1000", "1001")) == (key, comparison.record.codes)


def test_prose(content: Path) -> None:
    """Pages of prose are kept by name, then by language, regional ones included."""
    text = "# Sobre\n"
    (content / "pages" / "about.pt-BR.md").write_text(text, encoding="utf-8", newline="\n")
    (content / "pages" / "how.to.en.md").write_text("# How\n", encoding="utf-8", newline="\n")
    prose = _built(content).prose

    found = {name: sorted(versions) for name, versions in prose.items()}
    assert {"about": ["en", "fr", "pt-BR"], "how.to": ["en"]} == found
    assert text == prose["about"]["pt-BR"]


def test_ranges_and_libraries(content: Path) -> None:
    """Ranges and libraries keep the order of their files."""
    (content / "libraries.yaml").write_text(
        "libraries:\n"
        "  - {id: ws, name: ws, language: JavaScript, constants: none, source: https://example.org/ws}\n"
        "  - {id: aiohttp, name: aiohttp, language: Python, constants: WSCloseCode, source: https://example.org/a}\n",
        encoding="utf-8",
        newline="\n",
    )
    site = _built(content)

    assert (["ws", "aiohttp"], ()) == ([library.id for library in site.libraries], site.ranges)
