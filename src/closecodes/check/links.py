"""Where the links and placeholders of pages and guides lead, and which of them lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from closecodes.check.parsing import Records
from closecodes.check.prose import without_code
from closecodes.check.words import did_you_mean, one_of
from closecodes.load import Document, Kind
from closecodes.model.identity import code_id, family_and_number, in_page_order


__all__ = ["LostLink", "Targets"]

_LINK = re.compile(r"\]\(([a-z-]+):(?!//)([^)\s]*)\)")
_PLACEHOLDER = re.compile(r"\{\{ *(.*?) *\}\}")
_SCHEMES = {"mailto"}


@dataclass(frozen=True, slots=True)
class LostLink:
    """A link or placeholder that leads nowhere: where it begins and ends, and what is wrong with it."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Targets:
    """What texts may link to."""

    codes: frozenset[str]
    families: frozenset[str]
    guides: frozenset[str]
    samples: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Pairs of codes of different families and numbers that have a page all the same."""

    @classmethod
    def of(cls, records: Records) -> Targets:
        """Return what there is to link to, whether its own file has faults or not."""
        content = records.content
        named = [(code_id(p.document.folder, p.record.code), p.record.see_also) for p in records.codes]
        return cls(
            frozenset(code_id(document.folder, document.stem) for document in content.of_kind(Kind.CODE)),
            frozenset(document.folder for document in content.of_kind(Kind.FAMILY)),
            frozenset(document.stem for document in content.of_kind(Kind.GUIDE)),
            frozenset(document.path.rpartition("/")[2] for document in content.of_kind(Kind.SAMPLE)),
            frozenset(in_page_order(id_, other) for id_, others in named for other in others)
            | frozenset(in_page_order(*parsed.record.codes) for parsed in records.comparisons),
        )

    def lost(self, document: Document) -> Iterator[LostLink]:
        """Yield the links and placeholders of a page or guide that lead nowhere."""
        text = without_code(document.text)
        for found in _LINK.finditer(text):
            if message := self.fault_of(found[1], found[2]):
                yield LostLink(found.start(1), found.end(2), message)
        for found in _PLACEHOLDER.finditer(text):
            if message := self._placeholder_fault(found[1]):
                yield LostLink(found.start(1), found.end(1), message)

    def fault_of(self, kind: str, name: str) -> str | None:
        """Return what is wrong with a link to ``kind:name``, if anything is."""
        known = {"code": self.codes, "family": self.families, "guide": self.guides}
        if kind in known:
            return _unknown(kind, name, known[kind])
        if kind == "compare":
            return self._pair_fault(name)
        if kind in _SCHEMES:
            return None
        kinds = [*known, "compare", *_SCHEMES]
        return f"no link begins with `{kind}:`{did_you_mean(kind, kinds) or f'; expected {one_of(kinds)}'}"

    def _pair_fault(self, name: str) -> str | None:
        first, slash, second = name.partition("/")
        if not slash:
            return f"found `compare:{name}`; expected two codes, as in `compare:1000/1006`"
        for code in (first, second):
            if fault := _unknown("code", code, self.codes):
                return fault
        if first == second:
            return f"`{first}` is compared with itself"
        if (first, second) != in_page_order(first, second):
            return f"found `compare:{name}`; the order of the page is `compare:{second}/{first}`"
        (family, number), (other_family, other_number) = family_and_number(first), family_and_number(second)
        if family == other_family or number == other_number or (first, second) in self.pairs:
            return None
        return f"no page compares `{first}` and `{second}`; name one under `see_also` of the other"

    def _placeholder_fault(self, content: str) -> str | None:
        kind, _, name = content.partition(" ")
        if kind == "sample" and name:
            return _unknown("sample", name, self.samples)
        if content == "timeouts":
            return None
        return f"no placeholder is called `{content}`; expected `timeouts` or `sample <file>`"


def _unknown(what: str, name: str, known: frozenset[str]) -> str | None:
    return None if name in known else f"no {what} is called `{name}`{did_you_mean(name, known)}"
