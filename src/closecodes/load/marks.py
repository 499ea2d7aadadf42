"""Where each value of a document stands in its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


__all__ = ["Mark", "Marks", "Position", "ValuePath"]

ValuePath = tuple[str | int, ...]
Position = tuple[int, int]

_BITS = 30
"""Bits of a line or column in a packed mark: more than a file can have that fits into memory."""

_PATHS: dict[ValuePath, ValuePath] = {}
"""Each path once: records of one kind have the same."""


class Mark(NamedTuple):
    """The line and column, both from 1, of a value and of the key that names it."""

    value: Position
    key: Position


@dataclass(slots=True)
class Marks:
    """The marks of one document, by the path of keys and indices that leads to a value.

    There are some hundred for each document, so each is kept as one number.
    """

    packed: dict[ValuePath, int] = field(default_factory=dict)

    @classmethod
    def of(cls, marks: Iterable[tuple[ValuePath, Mark]]) -> Marks:
        """Return the marks of values by their paths."""
        made = cls()
        for path, mark in marks:
            made.add(path, mark)
        return made

    def add(self, path: ValuePath, mark: Mark) -> None:
        """Mark the value at ``path``."""
        packed = 0
        for number in (*mark.value, *mark.key):
            packed = packed << _BITS | number
        self.packed[_PATHS.setdefault(path, path)] = packed

    def items(self) -> Iterator[tuple[ValuePath, Mark]]:
        """Yield every path and its mark."""
        return ((path, _unpacked(packed)) for path, packed in self.packed.items())

    def __contains__(self, path: ValuePath) -> bool:
        """Return whether there is a value at ``path``."""
        return path in self.packed

    def value(self, path: ValuePath) -> Position:
        """Return where the value at ``path`` begins, or where the nearest value around it does."""
        return self._nearest(path).value

    def key(self, path: ValuePath) -> Position:
        """Return where the key of the value at ``path`` stands, or the nearest value around it."""
        mark = self._nearest(path)
        return mark.key if path in self else mark.value

    def _nearest(self, path: ValuePath) -> Mark:
        while path and path not in self:
            path = path[:-1]
        return _unpacked(self.packed[path]) if path in self else Mark((1, 1), (1, 1))


def _unpacked(packed: int) -> Mark:
    value_line, value_column, key_line, key_column = (
        packed >> _BITS * place & (1 << _BITS) - 1 for place in (3, 2, 1, 0)
    )
    return Mark((value_line, value_column), (key_line, key_column))
