"""The fourth stage: the full sequence of pages, before anything is rendered.

Links, alternates and the language switch are all read from here, or from ``addresses``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from closecodes.addresses import address_in, forward_slug, guide_slug, number_slug, slug_of
from closecodes.extras import (
    api_files,
    common_extras,
    language_extras,
    other_extras,
    with_texts,
)
from closecodes.model import (
    SOURCE_LANGUAGE,
    CloseCode,
    Family,
    Pair,
    PairRow,
    Site,
    pair_rows,
    pairs_in,
)
from closecodes.pages import Page, PageKind


__all__ = [
    "Batch",
    "Page",
    "PageKind",
    "alternates",
    "code_page",
    "common_pages",
    "common_slugs",
    "comparison_pages",
    "family_pages",
    "number_pages",
    "other_slugs",
    "pages_count",
    "pages_in",
    "plan_batches",
    "plan_pages",
    "single_pages",
]


@dataclass(frozen=True, slots=True)
class Batch:
    """A piece of the plan that one worker can make by itself."""

    language: str | None
    rows: tuple[PairRow, ...] = ()
    """Rows of comparisons."""
    others: bool = True
    """Whether the batch holds the pages that are no comparisons."""

    @property
    def size(self) -> int:
        """Return the number of comparisons, roughly what the batch costs."""
        return sum(row.size for row in self.rows)


def plan_pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site, in a fixed order; comparisons are never all held."""
    for batch in plan_batches(site, pieces=1):
        yield from pages_in(site, batch)


def plan_batches(site: Site, *, pieces: int) -> list[Batch]:
    """Return the plan as batches, the comparisons of each language cut into about ``pieces`` of equal size.

    Together the batches hold every page once; in their order, they are the plan.
    """
    cut = list(_cut(pair_rows(site), pieces)) or [()]
    of_languages = [
        Batch(language, piece, others=index == 0)
        for language in site.languages
        for index, piece in enumerate(cut)
    ]
    return [Batch(None), *of_languages]


def _cut(rows: list[PairRow], pieces: int) -> Iterator[tuple[PairRow, ...]]:
    wanted = max(1, sum(row.size for row in rows) // pieces)
    piece: list[PairRow] = []
    for row in rows:
        piece.append(row)
        if sum(row.size for row in piece) >= wanted:
            yield tuple(piece)
            piece = []
    if piece:
        yield tuple(piece)


def pages_in(site: Site, batch: Batch) -> Iterator[Page]:
    """Yield the pages of one batch."""
    if batch.language is None:
        yield from common_pages(site)
        yield from api_files(site)
        return
    if batch.others:
        yield from single_pages(site, batch.language)
        yield from number_pages(site, batch.language)
        yield from _code_pages(site, batch.language)
        yield from other_extras(site, batch.language)
    for row in batch.rows:
        yield from _comparison_pages(site, batch.language, row)


def pages_count(site: Site, batch: Batch) -> int:
    """Return the number of pages of ``batch`` without making them, but for those across families."""
    if any(row.family is None for row in batch.rows):
        return sum(1 for _ in pages_in(site, batch))
    others = sum(1 for _ in pages_in(site, replace(batch, rows=())))
    return others + 2 * batch.size


def other_slugs(site: Site) -> Iterator[str]:
    """Yield the slugs of the pages that are about neither a code nor a pair, and of what stands beside any page."""
    yield from (page.slug for page in single_pages(site, SOURCE_LANGUAGE))
    for family in site.families:
        yield from (page.slug for page in family_pages(site, family, SOURCE_LANGUAGE))
    yield from (page.slug for page in number_pages(site, SOURCE_LANGUAGE))
    yield from (page.slug for page in other_extras(site, SOURCE_LANGUAGE))


def common_slugs(site: Site) -> Iterator[str]:
    """Yield the slugs of all that serves every language."""
    yield from (page.slug for page in (*common_pages(site), *api_files(site)))


def comparison_pages(pair: Pair, language: str) -> tuple[Page, Page]:
    """Return the page that compares a pair, and the one that forwards to it from the other order."""
    return (
        Page(PageKind.COMPARISON, slug_of(pair), language, pair),
        Page(PageKind.FORWARD, forward_slug(pair), language, pair),
    )


def family_pages(site: Site, family: Family, language: str) -> Iterator[Page]:
    """Yield the page about a family, and what says it again."""
    yield from with_texts(site, [Page(PageKind.FAMILY, slug_of(family), language, family)])


def code_page(code: CloseCode, language: str) -> Page:
    """Return the page about a code."""
    return Page(PageKind.CODE, slug_of(code), language, code)


def common_pages(site: Site) -> tuple[Page, ...]:
    """Return the pages and lists that serve every language."""
    return Page(PageKind.CHOOSER, ""), Page(PageKind.NOT_FOUND, "404.html"), *common_extras(site)


def single_pages(site: Site, language: str) -> Iterator[Page]:
    """Yield the pages and lists of a language that are about no code, pair or family."""
    yield from with_texts(site, _single_pages(site, language))
    yield from language_extras(site, language)


def _single_pages(site: Site, language: str) -> Iterator[Page]:
    yield Page(PageKind.START, "", language)
    yield Page(PageKind.FIND, "find/", language)
    yield Page(PageKind.FIND_DATA, "find.json", language)
    yield Page(PageKind.EXPLANATIONS, "explanations.json", language)
    yield Page(PageKind.COMPARE_INDEX, "compare/", language)
    yield Page(PageKind.RANGES, "ranges/", language)
    yield Page(PageKind.RETRY, "retry/", language)
    yield from _optional_pages(site, language)
    for name in sorted(site.prose):
        yield Page(PageKind.PROSE, f"{name}/", language, name)
    yield Page(PageKind.NOT_FOUND, "404.html", language)


def _optional_pages(site: Site, language: str) -> Iterator[Page]:
    if site.registered:
        yield Page(PageKind.CONSTANTS, "constants/", language)
    if site.terms:
        yield Page(PageKind.GLOSSARY, "glossary/", language)
    if site.error_texts:
        yield Page(PageKind.ERRORS, "errors/", language)
        yield Page(PageKind.ERROR_DATA, "errors.json", language)
    if site.translations:
        yield Page(PageKind.TRANSLATION, "translation/", language)
        yield Page(PageKind.TRANSLATION_BADGE, "translation.json", language)
    if site.changes:
        yield Page(PageKind.CHANGES, "changes/", language)
    if site.guides:
        yield Page(PageKind.GUIDES, "guides/", language)
        yield from (Page(PageKind.GUIDE, guide_slug(name), language, name) for name in sorted(site.guides))


def number_pages(site: Site, language: str) -> Iterator[Page]:
    """Yield the pages about numbers to which no registry gives a meaning."""
    yield from with_texts(site, _number_pages(site, language))


def _number_pages(site: Site, language: str) -> Iterator[Page]:
    for number in site.private_numbers:
        yield Page(PageKind.NUMBER, number_slug(number), language, number)


def _code_pages(site: Site, language: str) -> Iterator[Page]:
    for family in site.families:
        yield from family_pages(site, family, language)
        yield from (code_page(code, language) for code in family.codes)


def _comparison_pages(site: Site, language: str, row: PairRow) -> Iterator[Page]:
    for pair in pairs_in(site, row):
        yield from comparison_pages(pair, language)


def alternates(page: Page, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the BCP 47 tag and the address of ``page`` in each language, then ``x-default``.

    The default of the start page is the choice of language; of any other page, the page in English.
    """
    for language in languages:
        yield language, address_in(language, page.slug)
    yield "x-default", address_in(SOURCE_LANGUAGE, page.slug) if page.slug else ""
