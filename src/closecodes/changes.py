"""Tell from two manifests which pages must be made anew, which are new and which are gone."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import cast

from closecodes.addresses import address_in, code_slug, file_of, pair_slug
from closecodes.extras import api_files, code_extras, is_list, pair_extras
from closecodes.ingredients import BRIEF, CODE, COMPARISON, ERRORS, STATIC, is_partial
from closecodes.manifest import Manifest, Structure
from closecodes.model import CloseCode, Pair, Site, family_and_number, pairs_across, pairs_with
from closecodes.plan import (
    Page,
    PageKind,
    code_page,
    common_pages,
    comparison_pages,
    family_pages,
    number_pages,
    single_pages,
)
from closecodes.stepping import pairs_beside


__all__ = ["Changes", "changes_between", "gone_between"]

_INNER = {
    PageKind.COMPARISON,
    PageKind.FORWARD,
    PageKind.CODE,
    PageKind.CARD,
    PageKind.TEXT,
    PageKind.API_CODE,
}
"""Kinds of pages and files that lead to others only where nothing has come or gone."""

_OF_NAMES = {
    PageKind.GUIDE,
    PageKind.GUIDES,
    PageKind.PROSE,
    PageKind.GLOSSARY,
    PageKind.ERRORS,
    PageKind.ERROR_DATA,
    PageKind.COMPARE_INDEX,
    PageKind.RANGES,
    PageKind.CHANGES,
    PageKind.FEED,
    PageKind.SITEMAP,
    PageKind.REDIRECTS,
}
"""Kinds of lists that say no more of a code than its name."""


@dataclass(frozen=True)
class Changes:
    """What must be done to turn one site into another."""

    ingredients: frozenset[str]
    """Names of what changed, appeared or disappeared."""
    pages: tuple[Page, ...]
    """Pages to make, in the order in which they may appear: new ones before those that link to them."""
    gone: tuple[str, ...]
    """Files to delete afterwards."""
    static: tuple[str, ...]
    """Static files to copy first."""


def changes_between(old: Manifest, new: Manifest, site: Site) -> Changes | None:
    """Return what turns the site of ``old`` into that of ``new``; None where every page must be made."""
    names = old.ingredients.keys() | new.ingredients.keys()
    changed = frozenset(name for name in names if old.ingredients.get(name) != new.ingredients.get(name))
    same_languages = old.structure.languages == new.structure.languages
    if (
        not same_languages
        or not all(map(is_partial, changed))
        or _moves_folders(old.structure, new.structure)
    ):
        return None
    settled = {name for name in changed if old.ingredients.get(name) and name in new.ingredients}
    affected = _Affected(site, old.structure, changed, changed - settled, old.structure == new.structure)
    pages = [page for language in site.languages for page in affected.pages(language)] if changed else []
    pages += affected.common_pages() if changed else ()
    static = tuple(name for name in new.structure.static if f"{STATIC}{name}" in changed)
    return Changes(
        changed, tuple(sorted(pages, key=affected.order)), gone_between(old.structure, new.structure), static
    )


@dataclass(frozen=True)
class _Affected:
    site: Site
    before: Structure
    changed: AbstractSet[str]
    unsettled: AbstractSet[str]
    """What of it came or went, or may have."""
    same_addresses: bool

    def pages(self, language: str) -> Iterator[Page]:
        for pair in self._pairs:
            yield from comparison_pages(pair, language)
            yield from pair_extras(self.site, pair, language)
        for code in self._codes:
            yield code_page(code, language)
            yield from code_extras(self.site, code, language)
        for family in self.site.families:
            if family.id in self._families or any(code.id in self._touched for code in family.codes):
                yield from family_pages(self.site, family, language)
        yield from filter(self._is_affected, single_pages(self.site, language))
        yield from (page for page in number_pages(self.site, language) if page.subject in self._numbers)

    def _is_affected(self, page: Page) -> bool:
        """Return whether a page about no code or pair may show something else than before."""
        shown = page.original or page
        return is_list(page) and (shown.kind not in _OF_NAMES or self._more_than_texts)

    @cached_property
    def _more_than_texts(self) -> bool:
        """Return whether anything changed beside what records of codes say, such as a name or an address."""
        return not self.same_addresses or not all(name.startswith((CODE, STATIC)) for name in self.changed)

    def common_pages(self) -> Iterator[Page]:
        yield from filter(self._is_affected, common_pages(self.site))
        yield from (
            page for page in api_files(self.site) if cast("CloseCode", page.subject).id in self._touched
        )

    def order(self, page: Page) -> int:
        """Return 0 for a new page, 1 for a changed one, 2 for the lists that lead to all others."""
        if not self.same_addresses and page.slug not in self._slugs_before:
            return 0
        return 1 if page.kind in _INNER else 2

    @cached_property
    def _slugs_before(self) -> AbstractSet[str]:
        return _slugs(self.before) | set(self.before.common)

    @cached_property
    def _touched(self) -> AbstractSet[str]:
        """Return the ids of the codes whose own record changed."""
        return {name.removeprefix(CODE) for name in self.changed if name.startswith(CODE)}

    @cached_property
    def _families(self) -> AbstractSet[str]:
        """Return the families that have lost or won a code."""
        codes = {family.id: tuple(code.id for code in family.codes) for family in self.site.families}
        return {id_ for id_, ids in codes.items() if self.before.codes.get(id_) != ids}

    @cached_property
    def _renamed(self) -> AbstractSet[str]:
        """Return the ids of codes of which others show something else than before."""
        return {name.removeprefix(BRIEF) for name in self.changed if name.startswith(BRIEF)}

    @cached_property
    def _numbers(self) -> AbstractSet[int]:
        """Return the numbers whose pages show something else than before; each leads to all others."""
        if self._renamed:  # and perhaps come or gone
            return set(self.site.numbers)
        return {family_and_number(id_)[1] for id_ in self._touched}

    @property
    def _codes(self) -> Iterator[CloseCode]:
        families = self._families | {
            self.site.codes[id_].family for id_ in self._renamed if id_ in self.site.codes
        }
        for code in self.site.codes.values():
            shown = self._renamed & set(code.record.see_also)
            named = shown or code.number in self._numbers_renamed or self._texts_changed
            if code.id in self._touched or code.family in families or named:
                yield code

    @cached_property
    def _numbers_renamed(self) -> AbstractSet[int]:
        return {family_and_number(id_)[1] for id_ in self._renamed}

    @cached_property
    def _texts_changed(self) -> bool:
        return any(name.startswith(ERRORS) for name in self.changed)

    @property
    def _pairs(self) -> Iterator[Pair]:
        """Yield the pairs of which something changed, each once."""
        touched = [code for code in self.site.codes.values() if code.id in self._touched]
        found = {self._key(pair): pair for code in touched for pair in pairs_with(self.site, code)}
        ids = {code.id for code in touched}
        for pair in pairs_across(self.site):
            if ids & {pair.first.id, pair.second.id} or self._key(pair) not in self.before.across:
                found[self._key(pair)] = pair
        for pair in (*self._authored, *pairs_beside(self.site, self.before, self.unsettled)):
            found[self._key(pair)] = pair
        return iter(found.values())

    @property
    def _authored(self) -> Iterator[Pair]:
        """Yield the pairs about which a person wrote something else than before."""
        names = {name.removeprefix(COMPARISON) for name in self.changed if name.startswith(COMPARISON)}
        across = {self._key(pair) for pair in pairs_across(self.site)}
        for first, second in (name.split(" ") for name in sorted(names)):
            one, other = self.site.codes.get(first), self.site.codes.get(second)
            if one and other and (one.family == other.family or (first, second) in across):
                yield Pair(one, other, self.site.comparisons.get((first, second)))

    @staticmethod
    def _key(pair: Pair) -> tuple[str, str]:
        return pair.first.id, pair.second.id


def gone_between(old: Structure, new: Structure) -> tuple[str, ...]:
    """Return the files of the ``old`` site that the ``new`` one has not."""
    files = [f"static/{name}" for name in old.static if name not in set(new.static)]
    if old == new:
        return tuple(files)
    files += map(file_of, sorted(set(old.common) - set(new.common)))
    before, after = _slugs(old), _slugs(new)
    by_language = {tag: sorted(before - after if tag in new.languages else before) for tag in old.languages}
    return (*(file_of(address_in(tag, slug)) for tag, slugs in by_language.items() for slug in slugs), *files)


def _moves_folders(old: Structure, new: Structure) -> bool:
    """Return whether a static file of one site stands where the other has a folder."""
    before, after = set(old.static), set(new.static)
    return not _folders(before).isdisjoint(after) or not _folders(after).isdisjoint(before)


def _folders(files: AbstractSet[str]) -> set[str]:
    return {str(folder) for file in files for folder in PurePosixPath(file).parents}


def _slugs(structure: Structure) -> set[str]:
    slugs = set(structure.others)
    for ids in structure.codes.values():
        slugs.update(map(code_slug, ids))
        slugs.update(pair_slug(one, other) for one in ids for other in ids if one != other)
    for one, other in structure.across:
        slugs.update((pair_slug(one, other), pair_slug(other, one)))
    return slugs
