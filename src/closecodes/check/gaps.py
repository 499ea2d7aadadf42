"""Gaps: what an author, or ``closecodes new``, left to be filled in later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from closecodes.load import ValuePath


__all__ = ["GAP", "gaps_in", "is_gap"]

GAP = "TODO"
"""What stands where a value is still to be filled in."""

_GAP = re.compile(rf"{GAP}\b")


def is_gap(value: Any) -> bool:
    """Return whether a value of a record is still to be filled in.

    >>> is_gap("TODO"), is_gap("TODO: ask Discord"), is_gap("the TODO list is full")
    (True, True, False)
    """
    return isinstance(value, str) and bool(_GAP.match(value))


def gaps_in(value: Any, path: ValuePath = ()) -> Iterator[ValuePath]:
    """Yield the path of each gap in the value of a document."""
    if is_gap(value):
        yield path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from gaps_in(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from gaps_in(item, (*path, index))
