"""What every rule is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from closecodes.check.parsing import Fault, Records
from closecodes.load import Document, ValuePath
from closecodes.load.marks import Position
from closecodes.problems import Level


__all__ = ["Check", "Finding", "Rule", "faults_of_type", "found_by_reader"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: a message, and the value or key of a document it is about."""

    document: Document
    path: ValuePath
    message: str
    at_key: bool = False
    position: Position | None = None


Check = Callable[[Records], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, how much it matters, what it finds, and its documentation."""

    id: str
    level: Level
    check: Check
    documentation: str


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
