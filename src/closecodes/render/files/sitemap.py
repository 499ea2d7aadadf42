"""Sitemaps, written row by row from the plan (sitemaps.org; hreflang as Google reads it)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from markupsafe import escape

from closecodes.addresses import address_in
from closecodes.extras import sitemap_rows
from closecodes.model import Site, changed_on, days_of, pair_rows
from closecodes.pages import Page, PageKind
from closecodes.plan import Batch, alternates, pages_in
from closecodes.render.files.desk import Desk


__all__ = ["sitemap"]

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_START = f'{_XML}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_START_INDEX = f'{_XML}<sitemapindex xmlns="{_NAMESPACE}">\n'
_NOT_LISTED = {PageKind.FORWARD, PageKind.NOT_FOUND}


def sitemap(desk: Desk, page: Page) -> bytes:
    """Return a sitemap of the whole site, of a part of one language, or the index of those parts."""
    rows = sitemap_rows(desk.site)
    if isinstance(page.subject, int) and page.language:
        batch = Batch(page.language, rows[page.subject - 1], others=page.subject == 1)
        return _urlset(desk, pages_in(desk.site, batch))
    return _index(desk, len(rows)) if rows else _urlset(desk, _all_pages(desk.site))


def _all_pages(site: Site) -> Iterator[Page]:
    yield from pages_in(site, Batch(None))
    for language in site.languages:
        yield from pages_in(site, Batch(language, tuple(pair_rows(site))))


def _urlset(desk: Desk, pages: Iterator[Page]) -> bytes:
    listed = (page for page in pages if page.kind.is_html and page.kind not in _NOT_LISTED)
    days = days_of(desk.site)
    urls = (_url(desk, page, changed_on(days, page.subject)) for page in listed)
    return f"{_START}{''.join(urls)}</urlset>\n".encode()


def _url(desk: Desk, page: Page, day: datetime.date | None) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(desk.url(address))}"/>'
        for tag, address in alternates(page, desk.site.languages)
    )
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(desk.url(page.address))}</loc>{changed}{links}</url>\n"


def _index(desk: Desk, count: int) -> bytes:
    addresses = (
        address_in(language, f"sitemap-{number}.xml")
        for language in desk.site.languages
        for number in range(1, count + 1)
    )
    parts = (f"<sitemap><loc>{escape(desk.url(address))}</loc></sitemap>\n" for address in addresses)
    return f"{_START_INDEX}{''.join(parts)}</sitemapindex>\n".encode()
