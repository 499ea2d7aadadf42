"""Run every rule over the content and put what they find in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property

from closecodes.check.parsing import Records, parse_records
from closecodes.check.rules import RULES, Finding, Rule
from closecodes.load import Content, Document, Kind
from closecodes.problems import Level, Place, Problem


__all__ = [
    "Checked",
    "Difference",
    "check_again",
    "check_content",
    "check_errors",
    "check_errors_again",
    "check_rest",
    "check_rest_again",
    "strictly",
]

_READER_RULES = "yaml-"
_HIDING_RULES = (_READER_RULES, "unfinished")
"""Rules after which nothing else need be said of the same place."""

_AMBIGUOUS = "yaml-ambiguous"
_PRECISE = {"wrong-type", "wrong-value"}
"""Rules that say what belongs there, and so more than that a word can be read in two ways."""

_CONTEXT = {Kind.FAMILY, Kind.GLOSSARY, Kind.SITE}
"""Files that rules look into whichever file they check."""


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
    file cannot be read as YAML or has a gap, what else would be found at the same place is left out.
    """
    return check_rest(check_errors(content, languages, focus=focus), strict=strict)


def check_errors(
    content: Content, languages: tuple[str, ...], *, focus: Collection[str] | None = None
) -> Checked:
    """Return the records of ``content`` and its errors: where there are none, pages can be made of it."""
    records = replace(parse_records(content, languages), focus=focus)
    return _checked(records, _found(records, errors=True), strict=False)


def check_rest(before: Checked, *, strict: bool = False) -> Checked:
    """Return what ``check_content`` finds, given what ``check_errors`` found of the same content."""
    return _checked(before.records, _found(before.records, errors=False), before.problems, strict=strict)


def strictly(checked: Checked) -> Checked:
    """Return what was found with errors in the place of warnings."""
    return Checked(checked.records, tuple(sorted(map(_strictly, checked.problems))))


def _found(records: Records, *, errors: bool) -> set[Problem]:
    """Return what the rules find whose problems are ``errors``, or else the other rules."""
    rules = (rule for rule in RULES.values() if (rule.level is Level.ERROR) is errors)
    return {problem for rule in rules for problem in _apply(rule, records)}


@dataclass(frozen=True)
class Difference:
    """Content of which some files differ from what was checked before; the same documents are the same objects."""

    before: Checked
    content: Content

    @cached_property
    def new(self) -> Sequence[Document]:
        """Return the documents that were not there before, or not so."""
        known = {id(document) for document in self.before.records.content.documents}
        return [document for document in self.content.documents if id(document) not in known]

    @cached_property
    def gone(self) -> Sequence[Document]:
        """Return the documents that are not there any more, or not so."""
        there = {id(document) for document in self.content.documents}
        return [document for document in self.before.records.content.documents if id(document) not in there]

    @cached_property
    def paths(self) -> AbstractSet[str]:
        """Return where documents came, went or changed."""
        return {document.path for document in (*self.new, *self.gone)}

    @property
    def is_general(self) -> bool:
        """Return whether what is right in other files may depend on it."""
        return any(document.kind in _CONTEXT for document in (*self.new, *self.gone))

    @cached_property
    def records(self) -> Records:
        """Return the records of the content."""
        return parse_records(self.content, self.before.records.languages, self.before.records)


def check_again(before: Checked, content: Content, *, strict: bool = False, wide: bool = True) -> Checked:
    """Return what ``check_content`` finds in ``content``, looking anew only at what differs from ``before``.

    ``strict`` must be as it was. Without ``wide``, each file is looked at by itself: much faster, and what was
    found in other files before still stands.
    """
    difference = Difference(before, content)
    if wide:
        return check_rest_again(check_errors_again(difference, strict=strict), difference, strict=strict)
    found = set(_found_in(difference, RULES.values()))
    kept = (problem for problem in before.problems if problem.place.path not in difference.paths)
    return _checked(difference.records, found, kept, strict=strict)


def check_errors_again(difference: Difference, *, strict: bool = False) -> Checked:
    """Return what ``check_errors`` finds, looking anew only at what differs."""
    if difference.is_general:
        return check_errors(difference.content, difference.before.records.languages)
    return _again(difference, (), errors=True, strict=strict)


def check_rest_again(errors: Checked, difference: Difference, *, strict: bool = False) -> Checked:
    """Return what ``check_again`` finds, given what ``check_errors_again`` found of the same ``difference``."""
    if difference.is_general:
        return check_rest(errors, strict=strict)
    return _again(difference, errors.problems, errors=False, strict=strict)


def _again(
    difference: Difference, found_already: Sequence[Problem], *, errors: bool, strict: bool
) -> Checked:
    """Return what the rules find whose problems are ``errors``, or else the other rules, beside the rest."""
    rules = {id_: rule for id_, rule in RULES.items() if (rule.level is Level.ERROR) is errors}
    found = set(_found_in(difference, rules.values()))
    found |= {p for rule in rules.values() if rule.wide for p in _apply(rule, difference.records)}
    kept = (
        problem
        for problem in difference.before.problems
        if problem.rule in rules
        and problem.place.path not in difference.paths
        and not rules[problem.rule].wide
    )
    return _checked(difference.records, found, (*found_already, *kept), strict=strict)


def _found_in(difference: Difference, rules: Iterable[Rule]) -> Iterator[Problem]:
    """Yield what ``rules`` find wrong with new documents, each looked at by itself."""
    narrow = difference.records.only(difference.new)
    for rule in rules:
        if not rule.wide:
            yield from (p for p in _apply(rule, narrow) if p.place.path in difference.paths)


def _checked(
    records: Records, found: AbstractSet[Problem], kept: Iterable[Problem] = (), *, strict: bool
) -> Checked:
    """Return ``records`` with what was found now and what was ``kept`` from before."""
    everything = {*(_strictly(problem) if strict else problem for problem in found), *kept}
    precise = {problem.place for problem in everything if problem.rule in _PRECISE}
    everything = {p for p in everything if p.rule != _AMBIGUOUS or p.place not in precise}
    hidden = {p.place for p in everything if p.rule.startswith(_HIDING_RULES)}
    told = (p for p in everything if p.rule.startswith(_HIDING_RULES) or p.place not in hidden)
    return Checked(records, tuple(sorted(told)))


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
