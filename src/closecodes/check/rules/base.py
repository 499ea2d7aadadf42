"""What every rule is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from closecodes.check.parsing import Fault, Records
from closecodes.check.prose import Passage, offsets_of, position_of
from closecodes.load import Document, ValuePath
from closecodes.load.marks import Position
from closecodes.problems import Level


__all__ = ["Check", "Finding", "Mend", "Rule", "faults_of_type", "finding_in", "found_by_reader"]


@dataclass(frozen=True, slots=True)
class Mend:
    """A change of a document's text that needs no thought: what stands between two places, written anew."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: a message, and the value or key of a document it is about."""

    document: Document
    path: ValuePath
    message: str
    at_key: bool = False
    position: Position | None = None
    mend: Mend | None = None


Check = Callable[[Records], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, how much it matters, what it finds, and its documentation."""

    id: str
    level: Level
    check: Check
    documentation: str
    many: str | None = None
    """What is said in place of many notes, with ``{count}`` for their number."""
    wide: bool = False
    """Whether what it finds in a file can depend on files other than the families', the glossary and the site's."""


def found_by_reader(rule_id: str) -> Check:
    """Return a check that passes on what reading the files already found under ``rule_id``."""

    def check(records: Records) -> Iterator[Finding]:
        for document in records.content.documents:
            for problem in document.problems:
                if problem.rule == rule_id:
                    yield Finding(document, (), problem.message, position=problem.position)

    return check


def faults_of_type(records: Records, *types: str) -> Iterator[Fault]:
    """Yield the faults that the models report under one of ``types`` (pydantic's names)."""
    return (fault for fault in records.faults if fault.type in types)


def finding_in(passage: Passage, start: int, end: int, message: str, wanted: str | None = None) -> Finding:
    """Return what was found from ``start`` to ``end`` of a passage; ``wanted`` mends it without thought."""
    offsets = offsets_of(passage)
    if offsets is None:
        return Finding(passage.document, passage.path, message)
    source, first, last = passage.document.text, offsets[start], offsets[end]
    same = source[first:last] == passage.text[start:end]
    mend = Mend(first, last, wanted) if wanted is not None and same else None
    return Finding(passage.document, passage.path, message, position=position_of(source, first), mend=mend)
