"""Tests of closecodes.extras."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from closecodes import extras
from closecodes.check import check_content
from closecodes.extras import (
    api_files,
    code_extras,
    common_extras,
    is_list,
    language_extras,
    other_extras,
    pair_extras,
    sitemap_rows,
)
from closecodes.load import load_content
from closecodes.model import Pair, Site, pair_rows
from closecodes.model.building import build_site
from closecodes.pages import PageKind
from closecodes.plan import plan_pages


@pytest.fixture(name="site")
def _site(family_project: Path) -> Site:
    return build_site(check_content(load_content(family_project / "content"), ("en", "fr")).records)


def _addresses(site: Site) -> list[str]:
    return [page.address for page in plan_pages(site)]


def test_once(site: Site) -> None:
    """Everything beside pages has an address of its own."""
    assert {1} == set(Counter(_addresses(site)).values())


@pytest.mark.parametrize(
    "address",
    [
        "robots.txt",
        "sitemap.xml",
        "_headers",
        "_redirects",
        "favicon.ico",
        "icon-512.png",
        "api/v1/index.json",
        "api/v1/codes.json",
        "api/v1/codes/1000.json",
        "api/v1/codes/acme-3000.json",
        "en/card.png",
        "fr/opensearch.xml",
        "fr/manifest.webmanifest",
        "fr/1000/card.png",
        "en/acme/3000/card.png",
        "en/compare/1000-vs-1001/card.png",
        "en/compare/1002-vs-acme-3005/card.png",
    ],
)
def test_planned(site: Site, address: str) -> None:
    """Extras are part of the plan."""
    assert address in _addresses(site)


def test_pages_only(site: Site) -> None:
    """A site of pages only has none of them, and its pages are the same."""
    alone = replace(site, pages_only=True)

    assert [] == [
        *common_extras(alone),
        *api_files(alone),
        *language_extras(alone, "en"),
        *other_extras(alone, "en"),
    ]
    html = [page for page in plan_pages(site) if page.kind.is_html]
    assert html == [page for page in plan_pages(alone) if page.kind.is_html]


def test_code_extras(site: Site) -> None:
    """A card and the text stand beside the page about a code."""
    code = site.codes["acme-3000"]

    assert ["fr/acme/3000/card.png", "fr/acme/3000/index.md"] == [
        page.address for page in code_extras(site, code, "fr")
    ]


def test_pair_extras(site: Site) -> None:
    """Only a comparison that a person wrote about has a card and a text."""
    pair = Pair(site.codes["1000"], site.codes["1001"])
    authored = replace(pair, authored=site.comparisons["1000", "1001"])

    assert [] == list(pair_extras(site, pair, "en"))
    expected = ["en/compare/1000-vs-1001/card.png", "en/compare/1000-vs-1001/index.md"]
    assert expected == [page.address for page in pair_extras(site, authored, "en")]


def test_is_list(site: Site) -> None:
    """Lists that show codes are told from those that nothing but the whole site changes."""
    lists = {page.slug for page in (*common_extras(site), *language_extras(site, "en")) if is_list(page)}

    assert {
        "_redirects",
        "card.png",
        "llms.txt",
        "api/v1/codes.json",
        "api/v1/families.json",
        "sitemap.xml",
    } == lists


class TestSitemapRows:
    """Tests of sitemap_rows."""

    def test_small(self, site: Site) -> None:
        """One sitemap holds a small site."""
        assert [] == sitemap_rows(site)
        assert [] == [page for page in language_extras(site, "en") if page.kind is PageKind.SITEMAP]

    def test_large(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        """Beyond the limit, every row is in one part, and no part has more pairs than it may."""
        monkeypatch.setattr(extras, "SITEMAP_LIMIT", 140)

        lots = sitemap_rows(site)

        assert len(lots) > 1
        assert pair_rows(site) == [row for lot in lots for row in lot]
        assert all(sum(row.size for row in lot) <= 140 for lot in lots)
        slugs = [page.slug for page in language_extras(site, "en") if page.kind is PageKind.SITEMAP]
        assert [f"sitemap-{number}.xml" for number in range(1, len(lots) + 1)] == slugs
