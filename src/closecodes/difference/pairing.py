"""Which codes have a page in common, told from records alone, so that it can be told of broken content too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from closecodes.check.parsing import Records
from closecodes.model.identity import code_id


__all__ = ["Pairing"]


class Pairing:
    """The codes that each code is compared with: those of its family, of its number, and those it is confused with."""

    def __init__(self, records: Records) -> None:
        self._alike = defaultdict[str, set[str]](set)
        self._groups = dict[str, tuple[str, str]]()
        self._named = defaultdict[str, set[str]](set)
        for parsed in records.codes:
            family, number = parsed.document.folder, parsed.record.code
            id_ = code_id(family, number)
            self._groups[id_] = (f"family {family}", f"number {number}")
            for group in self._groups[id_]:
                self._alike[group].add(id_)
        for one, other in _named(records):
            self._named[one].add(other)
            self._named[other].add(one)

    def of(self, id_: str) -> AbstractSet[str]:
        """Return the ids of the codes that the code called ``id_`` is compared with."""
        alike = {other for group in self._groups.get(id_, ()) for other in self._alike[group]}
        named = (
            {other for other in self._named[id_] if other in self._groups} if id_ in self._groups else set()
        )
        return (alike | named) - {id_}


def _named(records: Records) -> Iterator[tuple[str, str]]:
    for parsed in records.codes:
        id_ = code_id(parsed.document.folder, parsed.record.code)
        yield from ((id_, other) for other in parsed.record.see_also)
    for comparison in records.comparisons:
        one, other = comparison.record.codes
        yield one, other
