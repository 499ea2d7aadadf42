"""Problems as GitHub shows them: annotations beside the lines of a proposal, and all of them in the job's summary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from closecodes.check.rules import RULES
from closecodes.problems import Level, Problem, counted


__all__ = ["MOST_SHOWN", "job_summary", "workflow_commands"]

MOST_SHOWN = 10
"""Annotations of one level that GitHub shows of a step; it drops the rest without a word."""

MOST_LISTED = 2000
"""Problems that a summary lists; GitHub refuses one above a mebibyte."""

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_ORDER = {id_: index for index, id_ in enumerate(RULES)}
_LEVELS = list(Level)


def workflow_commands(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield GitHub's workflow commands for the problems that matter most, then a group with all of them.

    Problems of one rule in one file are one annotation, at the first of them; of each level the ten first in the
    order of the rules are shown, so that what hides other problems comes before what it hides.
    """
    for level in _LEVELS:
        alike = _alike([problem for problem in problems if problem.level is level])
        for same in alike[:MOST_SHOWN]:
            yield _annotation(same)
    if problems:
        yield f"::group::{counted(problems)}"
        yield from (_as_data(str(problem)) for problem in problems)
        yield "::endgroup::"


def _alike(problems: Sequence[Problem]) -> list[list[Problem]]:
    """Return the problems of each rule in each file, the most telling first."""
    groups = defaultdict[tuple[int, str], list[Problem]](list)
    for problem in sorted(problems):
        groups[_ORDER[problem.rule], problem.place.path].append(problem)
    return [groups[key] for key in sorted(groups)]


def _annotation(same: Sequence[Problem]) -> str:
    first, *others = same
    more = f" (and {len(others)} more of this kind in this file)" if others else ""
    place = first.place
    where = f"file={_as_property(place.path)},line={place.line},col={place.column}"
    title = f"title={_as_property(first.rule)}"
    return f"::{_COMMANDS[first.level]} {where},{title}::{_as_data(first.message + more)}"


def _as_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _as_property(text: str) -> str:
    return _as_data(text).replace(":", "%3A").replace(",", "%2C")


def job_summary(problems: Sequence[Problem], files: int, rules_page: str | None = None) -> str:
    """Return Markdown that lists every problem by file; ``rules_page`` is the address that explains the rules."""
    if not problems:
        return f"### The records are in order\n\n{files:,} files, no problem.\n"
    lines = [f"### {counted(problems)}", ""]
    by_file = defaultdict[str, list[Problem]](list)
    for problem in problems[:MOST_LISTED]:
        by_file[problem.place.path].append(problem)
    for path, found in sorted(by_file.items(), key=lambda item: (min(map(_rank, item[1])), item[0])):
        lines += [f"**{_as_markdown(path)}**", "", *(_item(problem, rules_page) for problem in found), ""]
    if len(problems) > MOST_LISTED:
        lines.append(f"… and {len(problems) - MOST_LISTED:,} more; `closecodes check` prints all of them.\n")
    return "\n".join(lines)


def _rank(problem: Problem) -> int:
    return _LEVELS.index(problem.level)


def _item(problem: Problem, page: str | None) -> str:
    rule = f"[{problem.rule}]({page}#{problem.rule})" if page else problem.rule
    place = f"line {problem.place.line}, column {problem.place.column}"
    return f"- **{problem.level}**, {place}: {_as_markdown(problem.message)} ({rule})"


def _as_markdown(text: str) -> str:
    """Return ``text`` so that nothing of it is markup, but for what stands between backticks."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return _escaped(text.replace("`", "'"))
    return "`".join(piece if index % 2 else _escaped(piece) for index, piece in enumerate(pieces))


def _escaped(text: str) -> str:
    for sign in "\\*_[]<>#|~":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("@", "@\u2060").replace("\n", " ")
