"""Tests of closecodes.render.files.sitemap."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from closecodes import extras
from closecodes.pages import PageKind
from closecodes.plan import plan_pages
from closecodes.workshop import Workshop


Made = Callable[[str], bytes]

_S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LINK = "{http://www.w3.org/1999/xhtml}link"


def _read(data: bytes) -> list[tuple[str, dict[str, str]]]:
    """Return each address of a sitemap with its alternates."""
    return [
        (
            url.findtext(f"{_S}loc") or "",
            {link.get("hreflang", ""): link.get("href", "") for link in url.iter(_LINK)},
        )
        for url in ElementTree.fromstring(data)  # noqa: S314 - our own
    ]


def _wanted(workshop: Workshop) -> list[str]:
    """Return the addresses of all pages that lead to themselves."""
    unwanted = {PageKind.FORWARD, PageKind.NOT_FOUND}
    pages = (page for page in plan_pages(workshop.site) if page.kind.is_html and page.kind not in unwanted)
    return [workshop.base_url + page.address for page in pages]


def test_pages(made: Made, workshop: Workshop) -> None:
    """The sitemap names every page once, in the order of the plan."""
    assert _wanted(workshop) == [address for address, _ in _read(made("sitemap.xml"))]


def test_alternates(made: Made) -> None:
    """Every page names its versions in all languages, itself among them."""
    for address, alternates in _read(made("sitemap.xml")):
        assert {"en", "fr", "x-default"} == alternates.keys()
        assert address in alternates.values()


def test_parts(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit, an index leads to parts that together name every page once."""
    monkeypatch.setattr(extras, "SITEMAP_LIMIT", 140)
    files = {page.address: page for page in plan_pages(workshop.site) if page.kind is PageKind.SITEMAP}

    index, *parts = (workshop.renderer.render(page) for page in files.values())

    named = [workshop.base_url + address for address in files if address != "sitemap.xml"]
    assert named == [address for address, _ in _read(index)]
    found = [address for part in parts for address, _ in _read(part)]
    assert set(_wanted(workshop)) - {workshop.base_url} == set(found)
    assert len(found) == len(set(found))
