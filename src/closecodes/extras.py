"""What is made beside the pages, for programs: cards, icons, sitemaps, the API, the files of hosts.

A part of the plan: what belongs to one code or pair comes and goes with its page, everything else is a list
that is made once a build. A site that is ``pages_only`` has none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from closecodes.addresses import CARD, TEXT, slug_of
from closecodes.model import CloseCode, Pair, PairRow, Site, pair_rows, pairs_across
from closecodes.pages import Page, PageKind


__all__ = [
    "API",
    "ICONS",
    "SITEMAP_LIMIT",
    "api_files",
    "code_extras",
    "common_extras",
    "has_card",
    "has_text",
    "is_list",
    "language_extras",
    "other_extras",
    "pair_extras",
    "sitemap_rows",
    "text_of",
    "with_texts",
]

API = "api/v1/"
"""Where the first version of the API stands; what it holds may be added to, and never taken away."""

ICONS = {"icon-192.png": 192, "icon-512.png": 512, "apple-touch-icon.png": 180, "favicon.ico": 48}
"""Sides of the square pictures that stand for the site, in pixels."""

SITEMAP_LIMIT = 50_000
"""Most addresses of one sitemap (sitemaps.org, “Using Sitemap index files”)."""

_COMMON = (
    Page(PageKind.ROBOTS, "robots.txt"),
    Page(PageKind.HEADERS, "_headers"),
    Page(PageKind.REDIRECTS, "_redirects"),
    *(Page(PageKind.ICON, name, None, side) for name, side in ICONS.items()),
    *(
        Page(PageKind.API, f"{API}{name}.json", None, name)
        for name in ("index", "codes", "families", "schema")
    ),
    Page(PageKind.SITEMAP, "sitemap.xml"),
    Page(PageKind.LLMS, "llms.txt"),
)


_WITH_TEXT = frozenset(
    {PageKind.CODE, PageKind.FAMILY, PageKind.NUMBER, PageKind.GUIDE, PageKind.PROSE, PageKind.GLOSSARY}
    | {PageKind.RANGES, PageKind.RETRY, PageKind.CONSTANTS, PageKind.ERRORS}
)


def has_text(page: Page) -> bool:
    """Return whether a page is said again in Markdown.

    Comparisons that nobody wrote about are not: all they say stands in the texts of their codes, and there are as
    many of them as all codes squared.
    """
    return page.kind in _WITH_TEXT or (page.kind is PageKind.COMPARISON and has_card(page))


def text_of(page: Page) -> Page:
    """Return what says ``page`` again in Markdown."""
    return Page(PageKind.TEXT, page.slug + TEXT, page.language, page.subject, page)


def with_texts(site: Site, pages: Iterable[Page]) -> Iterator[Page]:
    """Yield pages, each followed by what says it again in Markdown, if anything does."""
    for page in pages:
        yield page
        if has_text(page) and not site.pages_only:
            yield text_of(page)


def has_card(page: Page) -> bool:
    """Return whether a page has a card of its own, rather than that of the site."""
    if page.kind is PageKind.COMPARISON:
        return isinstance(page.subject, Pair) and page.subject.authored is not None
    return page.kind is PageKind.CODE


_SETTLED = {PageKind.ROBOTS, PageKind.HEADERS, PageKind.ICON, PageKind.OPENSEARCH, PageKind.WEB_MANIFEST}
"""Kinds of what is made of nothing but what concerns every page."""


def is_list(page: Page) -> bool:
    """Return whether a page about no code or pair shows some of them, so that they change it."""
    return page.kind not in _SETTLED and page.subject not in {"index", "schema"}


def common_extras(site: Site) -> tuple[Page, ...]:
    """Return the lists that serve every language."""
    return () if site.pages_only else _COMMON


def api_files(site: Site) -> Iterator[Page]:
    """Yield the file of the API about each code."""
    if not site.pages_only:
        yield from (_api_file(code) for code in site.codes.values())


def _api_file(code: CloseCode) -> Page:
    return Page(PageKind.API_CODE, f"{API}codes/{code.id}.json", None, code)


def language_extras(site: Site, language: str) -> Iterator[Page]:
    """Yield the lists of one language."""
    if site.pages_only:
        return
    yield Page(PageKind.CARD, CARD, language)
    yield Page(PageKind.OPENSEARCH, "opensearch.xml", language)
    yield Page(PageKind.LLMS, "llms.txt", language)
    if site.changes:
        yield Page(PageKind.FEED, "feed.xml", language)
    yield Page(PageKind.WEB_MANIFEST, "manifest.webmanifest", language)
    rows = sitemap_rows(site)
    for number in range(1, len(rows) + 1) if rows else ():
        yield Page(PageKind.SITEMAP, f"sitemap-{number}.xml", language, number)


def code_extras(site: Site, code: CloseCode, language: str) -> Iterator[Page]:
    """Yield what stands beside the page about a code."""
    if not site.pages_only:
        yield Page(PageKind.CARD, slug_of(code) + CARD, language, code)
        yield text_of(Page(PageKind.CODE, slug_of(code), language, code))


def pair_extras(site: Site, pair: Pair, language: str) -> Iterator[Page]:
    """Yield what stands beside the page about a pair: nothing, unless a person wrote about it."""
    if pair.authored and not site.pages_only:
        yield Page(PageKind.CARD, slug_of(pair) + CARD, language, pair)
        yield text_of(Page(PageKind.COMPARISON, slug_of(pair), language, pair))


def other_extras(site: Site, language: str) -> Iterator[Page]:
    """Yield all that stands beside pages about codes and pairs."""
    for code in site.codes.values():
        yield from code_extras(site, code, language)
    for (first, second), comparison in site.comparisons.items():
        yield from pair_extras(site, Pair(site.codes[first], site.codes[second], comparison), language)


def sitemap_rows(site: Site) -> list[tuple[PairRow, ...]]:
    """Return the pairs of each sitemap of a language; nothing where one sitemap holds the whole site."""
    rows = pair_rows(site)
    across = sum(1 for _ in pairs_across(site))
    pairs = across + sum(row.size for row in rows if row.family is not None)
    others = (
        100 + len(site.codes) + len(site.numbers) + len(site.families) + len(site.guides) + len(site.prose)
    )
    if len(site.languages) * (pairs + others) <= SITEMAP_LIMIT:
        return []
    return list(_packed(rows, SITEMAP_LIMIT - others))


def _packed(rows: list[PairRow], most: int) -> Iterator[tuple[PairRow, ...]]:
    """Yield the rows in lots of at most ``most`` pairs, at least one row in each."""
    lot: list[PairRow] = []
    size = 0
    for row in rows:
        if lot and size + row.size > most:
            yield tuple(lot)
            lot, size = [], 0
        lot.append(row)
        size += row.size
    if lot:
        yield tuple(lot)
