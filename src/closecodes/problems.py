"""What is wrong with the content, as values: found by ``load`` and ``check``, printed by ``cli``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


__all__ = ["Level", "Place", "Problem", "counted"]


class Level(StrEnum):
    """How much a problem matters: an error stops the build, a warning stops only a strict one."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a content file: its path relative to the project, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where, and what would be right; sorts by place."""

    place: Place
    level: Level
    rule: str
    message: str

    def __str__(self) -> str:
        """Return the one line that editors and other programs parse."""
        place = self.place
        return f"{place.path}:{place.line}:{place.column}: {self.level}[{self.rule}] {self.message}"


def counted(problems: Sequence[Problem]) -> str:
    """Return how many problems there are of each level, the worst first; empty if there are none.

    >>> counted([Problem(Place("a"), Level.WARNING, "x", "y"), Problem(Place("a"), Level.ERROR, "x", "z")])
    '1 error and 1 warning'
    """
    counts = [(level, sum(problem.level is level for problem in problems)) for level in Level]
    told = [f"{count:,} {level}{'s' if count > 1 else ''}" for level, count in counts if count]
    return " and ".join(filter(None, [", ".join(told[:-1]), *told[-1:]]))
