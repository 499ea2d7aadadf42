"""What backs a statement: the numbers of its sources, and whether somebody opened one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from closecodes.records import Source


__all__ = ["Backing", "Cites", "Statement"]

Cites = tuple[tuple[int, str], ...]
"""Numbers and ids of sources."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as HTML, with the numbers and ids of its sources."""

    html: Markup
    cites: Cites = ()
    confirmed: bool = True


class Backing:
    """The sources of one record, numbered from 1 in their order."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._numbers = {source.id: number for number, source in enumerate(sources, start=1)}
        self._verified = {source.id for source in sources if source.verified}

    def cites(self, ids: Iterable[str]) -> Cites:
        """Return the numbers of sources by their ids; raises KeyError for one that is not there."""
        return tuple((self._numbers[id_], id_) for id_ in ids)

    def statement(self, html: Markup, ids: Sequence[str]) -> Statement:
        """Return what is said, backed by the sources with these ids; where there are none, nobody doubts it."""
        return Statement(html, self.cites(ids), not ids or not self._verified.isdisjoint(ids))
