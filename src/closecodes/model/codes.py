"""Close codes, families and pairs, with everything that follows from a number and its facts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from closecodes.model.endings import BrowserClose, CleanClose, Origin, Phase, browser_close
from closecodes.model.identity import Beside, beside_each, code_id, in_page_order
from closecodes.records import CodeRecord, ComparisonRecord, Facts, FamilyRecord, ReportedFor, Source


__all__ = ["CloseCode", "Comparison", "Family", "Pair"]


@dataclass(frozen=True)
class CloseCode:
    """One close code of one family."""

    family: str
    record: CodeRecord
    path: str
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, hash=False)
    """Line of each text in the record's file, by its dotted path (``text.meaning.fr``)."""

    @property
    def number(self) -> int:
        """Return the number."""
        return self.record.code

    @cached_property
    def id(self) -> str:
        """Return the name the code has in addresses and records."""
        return code_id(self.family, self.number)

    @property
    def facts(self) -> Facts:
        """Return the typed facts."""
        return self.record.facts

    @property
    def browser_close(self) -> BrowserClose:
        """Return what a page's ``close()`` does with the code."""
        return browser_close(self.number)

    @cached_property
    def origin(self) -> Origin:
        """Return where a program that sees this code has it from."""
        if self.facts.on_the_wire:
            return Origin.FRAME
        return Origin(self.facts.reported_for) if self.facts.reported_for else Origin.NOWHERE

    @property
    def clean(self) -> CleanClose:
        """Return what ``wasClean`` says: a Close frame arrived and was answered, or none did."""
        if self.origin is Origin.NOWHERE:
            return CleanClose.NEVER_SEEN
        unclean = self.facts.reported_for in {ReportedFor.NO_CLOSE, ReportedFor.TLS_FAILURE}
        return CleanClose.UNCLEAN if unclean else CleanClose.CLEAN

    @property
    def phase(self) -> Phase:
        """Return when the code can appear; a Close frame needs an open connection."""
        return {
            Origin.FRAME: Phase.OPEN,
            Origin.EMPTY_CLOSE: Phase.OPEN,
            Origin.NO_CLOSE: Phase.ANY,
            Origin.TLS_FAILURE: Phase.OPENING,
            Origin.NOWHERE: Phase.NEVER,
        }[self.origin]

    def is_confirmed(self, name: str) -> bool:
        """Return whether a source that somebody opened backs the fact or text ``name``."""
        return any(source.verified for source in self.sources_of(name))

    def sources_of(self, name: str) -> tuple[Source, ...]:
        """Return the sources that back the fact or text ``name``."""
        if name == "retry_delay" and self.facts.retry_delay:
            return tuple(s for s in self.record.sources if s.id == self.facts.retry_delay.source)
        return self._supporting.get(name, ())

    @cached_property
    def _supporting(self) -> Mapping[str, tuple[Source, ...]]:
        """Return, for each fact and text that has any, the sources that back it, in their order."""
        found: dict[str, tuple[Source, ...]] = {}
        for source in self.record.sources:
            for name in dict.fromkeys(source.supports):
                found[name] = (*found.get(name, ()), source)
        return found


@dataclass(frozen=True)
class Family:
    """Who defines a group of codes, and the codes, by number."""

    record: FamilyRecord
    path: str
    codes: tuple[CloseCode, ...]
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, hash=False)

    @property
    def id(self) -> str:
        """Return the name of the family in addresses."""
        return self.record.id

    @property
    def read_on(self) -> datetime.date | None:
        """Return the day the official list was last read."""
        return self.record.read_on

    @cached_property
    def beside(self) -> Mapping[str, Beside]:
        """Return, for each code by its id, the codes before and after it."""
        return beside_each([code.id for code in self.codes])


@dataclass(frozen=True)
class Comparison:
    """What a person wrote about a pair."""

    record: ComparisonRecord
    path: str
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True)
class Pair:
    """Two codes in the order of their comparison page."""

    first: CloseCode
    second: CloseCode
    authored: Comparison | None = None

    @classmethod
    def of(cls, one: CloseCode, other: CloseCode, authored: Comparison | None = None) -> Pair:
        """Return the pair in page order, whatever the order given."""
        codes = {one.id: one, other.id: other}
        first, second = in_page_order(one.id, other.id)
        return cls(codes[first], codes[second], authored)
