"""Find the page at an address without making the whole plan: what a server is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.model import Pair, Site, in_page_order, pairs_across
from closecodes.plan import Batch, Page, PageKind, comparison_pages, pages_in, plan_pages


__all__ = ["find_page", "not_found_page"]

_COMPARE, _VERSUS = "compare/", "-vs-"


def find_page(site: Site, address: str) -> Page | None:
    """Return the page of ``site`` at ``address``, such as ``en/1012/``; None where there is none.

    Only what is neither about one code nor about a pair is looked for in the whole plan.
    """
    language, _, slug = address.partition("/")
    likely = _comparisons(site, language, slug) if _VERSUS in slug else _others(site, language)
    return _at(address, likely) or _at(address, plan_pages(site))


def not_found_page(site: Site, address: str) -> Page:
    """Return the page that says that nothing is at ``address``, in its language if it has one."""
    pages = (page for page in _others(site, address.partition("/")[0]) if page.kind is PageKind.NOT_FOUND)
    return next(pages)


def _at(address: str, pages: Iterator[Page]) -> Page | None:
    return next((page for page in pages if page.address == address), None)


def _others(site: Site, language: str) -> Iterator[Page]:
    """Yield the pages that are no comparisons: of ``language``, or of all if it is none of the site's."""
    return pages_in(site, Batch(language if language in site.languages else None))


def _comparisons(site: Site, language: str, slug: str) -> Iterator[Page]:
    one, _, other = slug.removeprefix(_COMPARE).removesuffix("/").partition(_VERSUS)
    if one not in site.codes or other not in site.codes or one == other or language not in site.languages:
        return
    key = in_page_order(one, other)
    pair = Pair.of(site.codes[one], site.codes[other], site.comparisons.get(key))
    across = ((found.first.id, found.second.id) for found in pairs_across(site))
    if pair.first.family == pair.second.family or key in across:
        yield from comparison_pages(pair, language)
