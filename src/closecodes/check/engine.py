"""Run every rule over the content and put what they find in order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from closecodes.check.parsing import Records, parse_records
from closecodes.check.rules import RULES, Finding, Rule
from closecodes.load import Content
from closecodes.problems import Level, Place, Problem


__all__ = ["Checked", "check_content"]

_READER_RULES = "yaml-"


@dataclass(frozen=True, slots=True)
class Checked:
    """The records of a content folder and all that is wrong with them."""

    records: Records
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Return whether any problem is an error."""
        return any(problem.level is Level.ERROR for problem in self.problems)


def check_content(
    content: Content,
    languages: tuple[str, ...],
    *,
    strict: bool = False,
    focus: Collection[str] | None = None,
) -> Checked:
    """Return the records of ``content`` and its problems, sorted by place.

    ``strict`` makes errors of warnings. ``focus`` are the files whose words are looked at, all if None. Where a
    file cannot be read as YAML, what else would be found at the same place is left out.
    """
    records = replace(parse_records(content, languages), focus=focus)
    found = {problem for rule in RULES.values() for problem in _apply(rule, records)}
    unreadable = {problem.place for problem in found if problem.rule.startswith(_READER_RULES)}
    kept = (p for p in found if p.rule.startswith(_READER_RULES) or p.place not in unreadable)
    return Checked(records, tuple(sorted(_strictly(problem) if strict else problem for problem in kept)))


def _apply(rule: Rule, records: Records) -> Iterator[Problem]:
    for finding in rule.check(records):
        yield Problem(_place(finding), rule.level, rule.id, finding.message)


def _place(finding: Finding) -> Place:
    if finding.position:
        return Place(finding.document.path, *finding.position)
    marks = finding.document.marks
    position = marks.key(finding.path) if finding.at_key else marks.value(finding.path)
    return Place(finding.document.path, *position)


def _strictly(problem: Problem) -> Problem:
    return replace(problem, level=Level.ERROR) if problem.level is Level.WARNING else problem
