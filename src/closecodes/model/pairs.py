"""Which codes are compared: within a family, of the same number, and those that people confuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from closecodes.model.codes import CloseCode, Pair, Site
from closecodes.model.identity import in_page_order


__all__ = ["pairs_of"]


def pairs_of(site: Site) -> Iterator[Pair]:
    """Yield every pair of ``site`` once, in a fixed order, never holding them all."""
    for one, other in _within_families(site):
        yield _pair(site, one, other)
    seen = set[tuple[str, str]]()
    for one, other in _across_families(site):
        pair = _pair(site, one, other)
        if (key := (pair.first.id, pair.second.id)) not in seen:
            seen.add(key)
            yield pair


def _pair(site: Site, one: CloseCode, other: CloseCode) -> Pair:
    return Pair.of(one, other, site.comparisons.get(in_page_order(one.id, other.id)))


def _within_families(site: Site) -> Iterator[tuple[CloseCode, CloseCode]]:
    for family in site.families:
        yield from combinations(family.codes, 2)


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
