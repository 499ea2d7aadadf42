"""Tests of closecodes.search.bundles: the indexes of all languages, and what is kept of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from closecodes.model import Site
from closecodes.search import Indexer, bundles, left_over


class _Indexing:
    def __init__(self, files: list[tuple[str, bytes]]) -> None:
        self._files = files

    def files(self) -> list[tuple[str, bytes]]:
        return self._files


class _Counting:
    """Stands in for an indexer, and counts how often it is asked."""

    version = "1.0"

    def __init__(self) -> None:
        self.asked: list[str] = []

    @contextmanager
    def start(self, pages: list[tuple[str, str]], language: str) -> Iterator[_Indexing]:
        self.asked.append(language)
        yield _Indexing([("pages.txt", "\n".join(url for url, _ in pages).encode())])


Index = Callable[..., list[tuple[str, bytes]]]


@pytest.fixture(name="counting")
def _counting() -> _Counting:
    return _Counting()


@pytest.fixture(name="index")
def _index(site: Site, locales: Path, tmp_path: Path, counting: _Counting) -> Index:
    """Return a function that indexes the small site, or one that differs from it."""

    def index(**changes: Any) -> list[tuple[str, bytes]]:
        indexer = cast("Indexer", counting)
        with bundles(indexer, replace(site, **changes), locales, tmp_path / "cache") as found:
            return found.files

    return index


def test_files(index: Index) -> None:
    """Each language has an index below its pages, of addresses below its start page."""
    pages = b"/websocket/\n/1000/\n/1001/"

    assert [("en/pagefind/pages.txt", pages), ("fr/pagefind/pages.txt", pages)] == index()


def test_unchanged_words(index: Index, counting: _Counting) -> None:
    """An index is not made again while the words of its language are the same."""
    first = index()

    assert first == index()
    assert ["en", "fr"] == counting.asked


def test_changed_words(index: Index, counting: _Counting) -> None:
    """Only the index of the language whose words changed is made again."""
    index()

    index(guides={"hello": {"fr": "# Bonjour\n\nLe monde."}})

    assert ["en", "fr", "fr"] == counting.asked


@pytest.mark.parametrize("damage", [b"", b"x" * 40])
def test_damaged_cache(index: Index, counting: _Counting, tmp_path: Path, damage: bytes) -> None:
    """A kept index that was damaged is made again."""
    first = index()
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(damage)

    assert first == index()
    assert 4 == len(counting.asked)


def test_cache_stays_small(index: Index, tmp_path: Path) -> None:
    """Of each language, only a few indexes are kept."""
    for number in range(7):
        index(guides={"hello": {"fr": f"# Bonjour {number}"}})

    kept = [path.name for path in (tmp_path / "cache").iterdir()]
    assert 4 == sum(name.startswith("words-fr-") for name in kept)


def test_no_indexer(site: Site, locales: Path, tmp_path: Path) -> None:
    """Without an indexer there are no files."""
    with bundles(None, site, locales, tmp_path) as found:
        assert [] == found.files


def test_left_over(tmp_path: Path) -> None:
    """Files of an older index are named, those of other folders are not."""
    for name in ("en/pagefind/index/a.x", "en/pagefind/index/b.x", "en/1000/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    assert ["en/pagefind/index/b.x"] == left_over(tmp_path, [("en/pagefind/index/a.x", b"")], ["en", "fr"])
