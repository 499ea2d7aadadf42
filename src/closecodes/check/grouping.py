"""Say many notes of one kind in one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from closecodes.check.rules import RULES
from closecodes.problems import Level, Place, Problem


__all__ = ["MOST_NOTES", "grouped"]

MOST_NOTES = 10


def grouped(problems: Sequence[Problem], folder: str) -> list[Problem]:
    """Return ``problems`` with one note of the whole ``folder`` for more than ten of a rule, from several files."""
    notes = defaultdict[str, list[Problem]](list)
    for problem in problems:
        if problem.level is Level.NOTE:
            notes[problem.rule].append(problem)
    many = {rule: found for rule, found in notes.items() if RULES[rule].many and _are_many(found)}
    kept = [problem for problem in problems if problem.level is not Level.NOTE or problem.rule not in many]
    return sorted([*kept, *(_one(rule, len(found), folder) for rule, found in many.items())])


def _are_many(notes: Sequence[Problem]) -> bool:
    return len(notes) > MOST_NOTES and len({note.place.path for note in notes}) > 1


def _one(rule: str, count: int, folder: str) -> Problem:
    message = (RULES[rule].many or "").format(count=f"{count:,}")
    return Problem(Place(folder), Level.NOTE, rule, message)
