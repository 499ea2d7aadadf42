"""The index of words that the development server answers with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import pytest

from closecodes.project import Project
from closecodes.search import Indexer, IndexingError
from closecodes.serving.editions import Edition, first_edition
from closecodes.serving.words import Words


class _Indexing:
    def __init__(self, number: int, *, fails: bool) -> None:
        self._number = number
        self._fails = fails

    def files(self) -> list[tuple[str, bytes]]:
        if self._fails:
            raise IndexingError
        return [("entry.json", str(self._number).encode()), (f"words-{self._number}", b"")]


class _Counting:
    """Stands in for an indexer, and counts how often it is asked."""

    def __init__(self, *, fails: bool = False) -> None:
        self.version = "1.0"
        self.times = 0
        self._fails = fails

    @contextmanager
    def start(self, _pages: list[tuple[str, str]], _language: str) -> Iterator[_Indexing]:
        self.times += 1
        yield _Indexing(self.times, fails=self._fails)


@pytest.fixture(name="edition")
def _edition(project: Project) -> Edition:
    """Return the first edition of a small project."""
    return first_edition(project, "http://127.0.0.1:8000/")


def _file(words: Words, edition: Edition, address: str) -> bytes | None:
    assert edition.site
    return words.file(edition.project, edition.site, address)


def test_index_is_made_once(edition: Edition) -> None:
    """The index of every language is made when its first file is asked for, and not again."""
    counting = _Counting()
    words = Words(cast("Indexer", counting))
    assert 0 == counting.times

    assert b"1" == _file(words, edition, "en/pagefind/entry.json")
    assert b"2" == _file(words, edition, "fr/pagefind/entry.json")
    assert _file(words, edition, "en/pagefind/other.json") is None
    assert 2 == counting.times


def test_next_site_keeps_what_open_pages_have_begun(edition: Edition, project: Project) -> None:
    """The next site has an index of its own; parts of the one before are still there."""
    words = Words(cast("Indexer", _Counting()))
    _file(words, edition, "en/pagefind/entry.json")
    record = project.content / "families/websocket/1000.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("the meaning of", "the sense of"), "utf-8")

    following = first_edition(project, edition.base_url)

    assert b"3" == _file(words, following, "en/pagefind/entry.json")
    assert b"" == _file(words, following, "en/pagefind/words-3")
    assert b"" == _file(words, following, "en/pagefind/words-1")


@pytest.mark.parametrize("indexer", [None, _Counting(fails=True)])
def test_no_index(edition: Edition, indexer: _Counting | None) -> None:
    """Without an indexer, or with one that fails, there are no files, as in a site built without."""
    words = Words(cast("Indexer | None", indexer))

    assert _file(words, edition, "en/pagefind/entry.json") is None
