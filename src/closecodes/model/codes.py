"""Close codes, families and pairs, with everything that follows from a number and its facts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from closecodes.model.identity import REGISTERED_FAMILY, Beside, beside_each, code_id, in_page_order
from closecodes.model.translation import Translations
from closecodes.records import (
    Change,
    CodeRecord,
    ComparisonRecord,
    ErrorTexts,
    Facts,
    FamilyRecord,
    Library,
    LocalizedText,
    RangeRecord,
    ReportedFor,
    SiteRecord,
    Source,
    Term,
    Timeout,
)


__all__ = [
    "BrowserClose",
    "CleanClose",
    "CloseCode",
    "Comparison",
    "Family",
    "Origin",
    "Pair",
    "Phase",
    "Site",
    "browser_close",
    "is_registered",
]

NORMAL_CLOSURE = 1000
FIRST_SCRIPT_CODE, LAST_SCRIPT_CODE = 3000, 4999


class BrowserClose(StrEnum):
    """What ``WebSocket.close(code)`` does with a code in a page."""

    ALLOWED = "allowed"
    THROWS = "throws"


class CleanClose(StrEnum):
    """What ``wasClean`` tells about a connection that ended with a code."""

    CLEAN = "clean"
    UNCLEAN = "unclean"
    NEVER_SEEN = "never-seen"


class Phase(StrEnum):
    """When in the life of a connection a code can appear."""

    OPENING = "opening"
    OPEN = "open"
    ANY = "any"
    NEVER = "never"


class Origin(StrEnum):
    """Where the reader's program has the code from."""

    FRAME = "frame"
    EMPTY_CLOSE = "empty-close"
    NO_CLOSE = "no-close"
    TLS_FAILURE = "tls-failure"
    NOWHERE = "nowhere"


def is_registered(site: Site, number: int) -> bool:
    """Return whether the registry gives ``number`` a meaning, so that its page is that of the registered code."""
    return any(code.family == REGISTERED_FAMILY for code in site.numbers.get(number, ()))


def browser_close(number: int) -> BrowserClose:
    """Return what ``WebSocket.close(number)`` does in a page.

    Scripts may pass 1000 and 3000–4999; any other number throws InvalidAccessError
    (WHATWG WebSockets, ``close()``, step 1).

    >>> browser_close(1001).value
    'throws'
    """
    allowed = number == NORMAL_CLOSURE or FIRST_SCRIPT_CODE <= number <= LAST_SCRIPT_CODE
    return BrowserClose.ALLOWED if allowed else BrowserClose.THROWS


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


@dataclass(frozen=True)
class Site:
    """Everything the site says: the model that pages are planned from."""

    record: SiteRecord
    languages: tuple[str, ...]
    families: tuple[Family, ...]
    comparisons: Mapping[tuple[str, str], Comparison]
    ranges: tuple[RangeRecord, ...]
    libraries: tuple[Library, ...]
    prose: Mapping[str, Mapping[str, str]]
    """Markdown of prose pages by name, then language."""
    guides: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Markdown of guides by name, then language."""
    samples: Mapping[str, str] = field(default_factory=dict)
    """Programs that guides show, by file name."""
    error_texts: tuple[ErrorTexts, ...] = ()
    terms: tuple[Term, ...] = ()
    term_sources: tuple[Source, ...] = ()
    timeouts: tuple[Timeout, ...] = ()
    timeout_sources: tuple[Source, ...] = ()
    ranges_path: str = "content/ranges.yaml"
    ranges_lines: Mapping[str, int] = field(default_factory=dict)
    translations: Translations | None = field(default=None, compare=False)
    changes: tuple[Change, ...] = ()
    """What has changed, the latest first."""
    pages_only: bool = False
    """Whether nothing is made beside the pages that people read."""

    @cached_property
    def codes(self) -> Mapping[str, CloseCode]:
        """Return every code by its id."""
        return {code.id: code for family in self.families for code in family.codes}

    @cached_property
    def registered(self) -> tuple[CloseCode, ...]:
        """Return the codes that the registry gives a meaning."""
        return tuple(code for code in self.codes.values() if code.family == REGISTERED_FAMILY)

    @cached_property
    def numbers(self) -> Mapping[int, list[CloseCode]]:
        """Return the codes that have each number, in the order of their families."""
        numbers: dict[int, list[CloseCode]] = {}
        for code in self.codes.values():
            numbers.setdefault(code.number, []).append(code)
        return numbers

    @cached_property
    def private_numbers(self) -> tuple[int, ...]:
        """Return the numbers to which no registry gives a meaning, lowest first."""
        return tuple(number for number in sorted(self.numbers) if not is_registered(self, number))

    def family(self, id_: str) -> Family:
        """Return the family called ``id_``; raises KeyError if there is none."""
        return self._families[id_]

    @cached_property
    def _families(self) -> Mapping[str, Family]:
        return {family.id: family for family in self.families}

    @property
    def tagline(self) -> LocalizedText:
        """Return the sentence under the site's name."""
        return self.record.tagline
