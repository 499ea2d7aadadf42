"""Where each value of a document stands in its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


__all__ = ["Mark", "Marks", "Position", "ValuePath"]

ValuePath = tuple[str | int, ...]
Position = tuple[int, int]


class Mark(NamedTuple):
    """The line and column, both from 1, of a value and of the key that names it."""

    value: Position
    key: Position


@dataclass(slots=True)
class Marks:
    """The marks of one document, by the path of keys and indices that leads to a value."""

    by_path: dict[ValuePath, Mark] = field(default_factory=dict)

    def value(self, path: ValuePath) -> Position:
        """Return where the value at ``path`` begins, or where the nearest value around it does."""
        return self._nearest(path).value

    def key(self, path: ValuePath) -> Position:
        """Return where the key of the value at ``path`` stands, or the nearest value around it."""
        mark = self._nearest(path)
        return mark.key if path in self.by_path else mark.value

    def _nearest(self, path: ValuePath) -> Mark:
        while path and path not in self.by_path:
            path = path[:-1]
        return self.by_path.get(path, Mark((1, 1), (1, 1)))
