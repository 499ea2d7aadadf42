"""Tell which comparisons lead to other ones than before, since a page leads to the one before it and the one after."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from closecodes.ingredients import BRIEF, CODE, COMPARISON
from closecodes.manifest import Structure
from closecodes.model import Family, Pair, Site, beside_across, beside_each, pairs_across
from closecodes.model.identity import page_order


__all__ = ["pairs_beside"]


def pairs_beside(site: Site, before: Structure, unsettled: AbstractSet[str]) -> Iterator[Pair]:
    """Yield the pairs of ``site`` that stand beside one that came or went since it was as ``before``.

    ``unsettled`` are the names of ingredients that came or went, or may have: a build that was stopped leaves them
    uncertain.
    """
    for family in site.families:
        yield from _within(site, family, before.codes.get(family.id, ()), unsettled)
    yield from _across(site, before, unsettled)


def _within(
    site: Site, family: Family, before: tuple[str, ...], unsettled: AbstractSet[str]
) -> Iterator[Pair]:
    ids = {*before, *(code.id for code in family.codes)}
    moved = {id_ for id_ in ids if f"{BRIEF}{id_}" in unsettled}
    beside = beside_each(sorted(ids, key=page_order)) if moved else {}
    for place, second in enumerate(family.codes if moved else ()):
        if not moved.isdisjoint(beside[second.id]):
            for first in family.codes[:place]:
                yield Pair(first, second, site.comparisons.get((first.id, second.id)))


def _across(site: Site, before: Structure, unsettled: AbstractSet[str]) -> Iterator[Pair]:
    now = {(pair.first.id, pair.second.id): pair for pair in pairs_across(site)}
    ids = now.keys() | set(before.across)
    moved = (
        (ids - set(before.across))
        | (ids - now.keys())
        | {key for key in ids if _is_unsettled(*key, unsettled)}
    )
    for (first, second), beside in beside_across(ids).items():
        if (first, second) in now and any((first, id_) in moved for id_ in beside):
            yield now[first, second]


def _is_unsettled(first: str, second: str, unsettled: AbstractSet[str]) -> bool:
    names = (f"{CODE}{first}", f"{CODE}{second}", f"{COMPARISON}{first} {second}")
    return not unsettled.isdisjoint(names)
