"""What is wrong with the content, as values: found by ``load`` and ``check``, printed by ``cli``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


__all__ = ["Level", "Place", "Problem"]


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
