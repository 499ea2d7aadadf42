"""The whole site: the model that pages are planned from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from closecodes.model.codes import CloseCode, Comparison, Family
from closecodes.model.identity import REGISTERED_FAMILY
from closecodes.model.translation import Translations
from closecodes.records import (
    Change,
    ErrorTexts,
    Library,
    LocalizedText,
    RangeRecord,
    SiteRecord,
    Source,
    Term,
    Timeout,
)


__all__ = ["Site", "is_registered"]


def is_registered(site: Site, number: int) -> bool:
    """Return whether the registry gives ``number`` a meaning, so that its page is that of the registered code."""
    return any(code.family == REGISTERED_FAMILY for code in site.numbers.get(number, ()))


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
