"""Tests of closecodes.search.indexer."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.search import Indexer, IndexingError, find_indexer


_PAGES = [
    ("/1000/", "<html lang=fr><h1>1000 Fermeture</h1><p>l'élève</p>"),
    ("/1001/", "<html lang=fr><p>deux</p>"),
]


class TestIndexer:
    """Tests of Indexer and the index it makes."""

    def test_files(self, indexer: Indexer) -> None:
        """An index has a fragment for each page, and no more of Pagefind's own files than a field needs."""
        with indexer.start(_PAGES, "fr") as indexing:
            names = [name for name, _ in indexing.files()]

        assert len(_PAGES) == sum(name.startswith("fragment/fr_") for name in names)
        assert {"pagefind.js", "pagefind-entry.json", "wasm.fr.pagefind"} < set(names)
        assert not [name for name in names if "ui" in name or "highlight" in name]

    def test_same_bytes(self, indexer: Indexer) -> None:
        """The same pages give the same bytes."""
        with indexer.start(_PAGES, "fr") as one, indexer.start(_PAGES, "fr") as other:
            assert one.files() == other.files()

    def test_entry_is_in_order(self, indexer: Indexer) -> None:
        """The keys of the entry, which Pagefind writes in any order, are sorted."""
        with indexer.start(_PAGES, "fr") as indexing:
            entry = json.loads(dict(indexing.files())["pagefind-entry.json"])

        assert sorted(entry) == list(entry)

    def test_failure(self, make_service: Callable[[str], Path]) -> None:
        """A program that ends early is an error that says so."""
        broken = Indexer(make_service("sys.exit()"), "1.0")

        with broken.start(_PAGES, "fr") as indexing, pytest.raises(IndexingError, match="without an answer"):
            indexing.files()

    def test_interruption(self, make_service: Callable[[str], Path]) -> None:
        """A build that stops ends the process that indexes, however long that would take."""
        slow = Indexer(make_service("import time; time.sleep(600)"), "1.0")

        with pytest.raises(KeyboardInterrupt), slow.start(_PAGES, "fr"):
            raise KeyboardInterrupt


class TestFindIndexer:
    """Tests of find_indexer."""

    def test_installed(self, indexer: Indexer) -> None:
        """Pagefind is found with its version where it is installed."""
        assert indexer.program.is_file()
        assert indexer.version[0].isdigit()

    def test_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nothing is found where it is not."""
        monkeypatch.setitem(sys.modules, "pagefind_bin", None)

        assert find_indexer() is None
