"""What people type or paste, and the page that must come first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.reading.kinds import LANGUAGES
from playwright.sync_api import Page


_QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text(encoding="utf-8"))
_SHARE = 0.95
_FIRST = "document.querySelector('#find-results > *')?.getAttribute('href') ?? ''"
_DONE = "#find-results[aria-busy='false']"


def _queries(language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each query as it is typed in ``language``, and the addresses that may come first."""
    for entry in (entry for entries in _QUERIES.values() for entry in entries):
        query: Any = entry["query"]
        first: Any = entry["first"]
        yield (
            query if isinstance(query, str) else query[language],
            [first] if isinstance(first, str) else first,
        )


def _first_result(page: Page, query: str) -> str:
    page.locator("#find").fill(query.replace("\n", " "))
    page.locator(_DONE).wait_for(state="attached", timeout=10_000)
    address: str = page.evaluate(_FIRST)
    return address


@pytest.mark.parametrize("language", LANGUAGES)
def test_right_page_comes_first(page: Page, address: str, language: str) -> None:
    """Of all queries in a language, the field answers at least nineteen of twenty with the right page on top."""
    page.goto(f"{address}{language}/guides/")
    queries = list(_queries(language))

    wrong = [
        f"{query!r} gives {found!r}"
        for query, wanted in queries
        if (found := _first_result(page, query).removeprefix(f"{address}{language}/")) not in wanted
    ]

    assert len(queries) >= 60
    assert len(queries) - len(wrong) >= _SHARE * len(queries), "\n".join(wrong)


@pytest.mark.parametrize("query", ["CORS", "xyzzy", "wp-login"])
def test_nothing_is_found_by_other_words(page: Page, address: str, query: str) -> None:
    """A word that no page has finds no page with another one: only the page of all matches is offered."""
    page.goto(f"{address}en/guides/")

    assert "find/" in _first_result(page, query)
    assert 1 == page.locator("#find-results > *").count()
