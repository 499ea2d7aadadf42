"""Which codes are compared: within a family, of the same number, and those that people confuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from closecodes.model.codes import CloseCode, Family, Pair
from closecodes.model.identity import Beside, beside_each, in_page_order, page_order
from closecodes.model.site import Site


__all__ = [
    "PairRow",
    "beside_across",
    "pair_rows",
    "pairs_across",
    "pairs_in",
    "pairs_of",
    "pairs_with",
    "steps_of",
]


@dataclass(frozen=True, slots=True)
class PairRow:
    """A run of pairs that can be made without making those before: one code with all after it."""

    family: int | None
    """Index of the family; None for the pairs across families, which are one row."""
    code: int
    """Index of the first code in its family."""
    size: int
    """Number of pairs; for the row across families, an upper bound."""


def pairs_of(site: Site) -> Iterator[Pair]:
    """Yield every pair of ``site`` once, in a fixed order, never holding them all."""
    for row in pair_rows(site):
        yield from pairs_in(site, row)


def pair_rows(site: Site) -> list[PairRow]:
    """Return the rows that all pairs of ``site`` fall into, in their order."""
    within = [
        PairRow(index, code, len(family.codes) - 1 - code)
        for index, family in enumerate(site.families)
        for code in range(len(family.codes) - 1)
    ]
    across = sum(1 for _ in _across_families(site)) if len(site.families) > 1 else 0
    return [*within, PairRow(None, 0, across)] if across else within


def pairs_in(site: Site, row: PairRow) -> Iterator[Pair]:
    """Yield the pairs of one row."""
    if row.family is None:
        yield from pairs_across(site)
        return
    first, *others = site.families[row.family].codes[row.code :]
    for other in others:
        yield Pair(first, other, site.comparisons.get((first.id, other.id)))


def pairs_with(site: Site, code: CloseCode) -> Iterator[Pair]:
    """Yield the pairs of a code with the others of its family."""
    for other in site.family(code.family).codes:
        if other is not code:
            first, second = in_page_order(code.id, other.id)
            yield Pair.of(code, other, site.comparisons.get((first, second)))


def pairs_across(site: Site) -> Iterator[Pair]:
    """Yield the pairs of codes of different families: of the same number, or named by a record."""
    seen = set[tuple[str, str]]()
    for one, other in _across_families(site):
        key = in_page_order(one.id, other.id)
        if key not in seen:
            seen.add(key)
            yield Pair.of(one, other, site.comparisons.get(key))


def steps_of(family: Family, pair: Pair) -> tuple[str, ...]:
    """Return which ways lead from a pair of ``family`` to others with the same first code: ``prev``, ``next``.

    They go through the codes after the first, in their order.
    """
    before, after = family.beside[pair.second.id]
    ways = ("prev",) if before and before != pair.first.id else ()
    return (*ways, "next") if after else ways


def beside_across(pairs: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Beside]:
    """Return, for each of these pairs of ids, the second codes of the pairs before and after it.

    Pairs follow each other if their first code is the same, in the order of the second.
    """
    rows = defaultdict[str, list[str]](list)
    for first, second in pairs:
        rows[first].append(second)
    return {
        (first, second): beside
        for first, row in rows.items()
        for second, beside in beside_each(sorted(row, key=page_order)).items()
    }


def _across_families(site: Site) -> Iterator[tuple[CloseCode, CloseCode]]:
    by_number = defaultdict[int, list[CloseCode]](list)
    for code in site.codes.values():
        by_number[code.number].append(code)
    for number in sorted(by_number):
        yield from combinations(by_number[number], 2)
    named = [(code.id, other) for code in site.codes.values() for other in code.record.see_also]
    for one, other in sorted([*named, *site.comparisons]):
        if site.codes[one].family != site.codes[other].family:
            yield site.codes[one], site.codes[other]
