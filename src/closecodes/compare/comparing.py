"""Compare two codes fact by fact."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count
from typing import NamedTuple

from closecodes.compare.facts import FACTS, Fact, Value
from closecodes.model import CloseCode, Pair


__all__ = ["Shape", "Verdict", "all_apart", "compare", "shape_of"]


class Verdict(NamedTuple):
    """A fact of two codes, side by side; None stands where the question does not arise."""

    fact: Fact
    first: Value | None
    second: Value | None
    differs: bool

    @classmethod
    def of(cls, fact: Fact, first: Value | None, second: Value | None) -> Verdict:
        """Return the verdict on a fact with these values."""
        return cls(fact, first, second, first is not second and first != second)

    @property
    def tells_apart(self) -> bool:
        """Return whether the fact makes a sentence: both codes have a value, and not the same."""
        return self.differs and self.first is not None and self.second is not None

    @property
    def shared(self) -> Value | None:
        """Return the value that both codes have, or None."""
        return None if self.differs else self.first


@dataclass(frozen=True, eq=False, slots=True)
class Shape:
    """How two codes agree and differ, whoever they are; pairs of one shape have the same object."""

    cells: tuple[int, ...]
    """For each fact the number of the value both have, or how their values differ."""


def compare(pair: Pair) -> tuple[Verdict, ...]:
    """Return a verdict on each fact that at least one code of ``pair`` has, most telling first."""
    values = zip(FACTS, _profile(pair.first).values, _profile(pair.second).values, strict=True)
    return tuple(Verdict.of(fact, first, second) for fact, first, second in values if first or second)


def shape_of(pair: Pair) -> Shape:
    """Return how the codes of ``pair`` agree and differ."""
    numbers = zip(_profile(pair.first).numbers, _profile(pair.second).numbers, strict=True)
    cells = tuple([a if a == b else (_APART if a and b else _ONE_SIDED) for a, b in numbers])
    return _shapes.get(cells) or _shapes.setdefault(cells, Shape(cells))


def all_apart(code: CloseCode) -> tuple[Verdict, ...]:
    """Return the verdicts on a code and another that differs from it in each of its facts."""
    values = zip(FACTS, _profile(code).values, strict=True)
    return tuple(Verdict(fact, value, value, differs=True) for fact, value in values if value)


_APART, _ONE_SIDED = -1, -2
_shapes: dict[tuple[int, ...], Shape] = {}


class _Profile(NamedTuple):
    """The values of all facts of a code, and a number for each: 0 for none, the same for equal ones."""

    values: tuple[Value | None, ...]
    numbers: tuple[int, ...]


class _ById:
    """A code, told from others by its identity: its facts are looked at once, not hashed each time."""

    __slots__ = ("code",)

    def __init__(self, code: CloseCode) -> None:
        self.code = code

    def __hash__(self) -> int:
        return id(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and self.code is other.code


def _profile(code: CloseCode) -> _Profile:
    return _profile_by_id(_ById(code))


@lru_cache(maxsize=4096)
def _profile_by_id(one: _ById) -> _Profile:
    found = (fact.value_of(one.code) for fact in FACTS)
    values = tuple(_known.setdefault(value, value) if value else None for value in found)
    return _Profile(values, tuple(_number(value) if value else 0 for value in values))


@cache
def _number(_value: Value) -> int:
    return next(_numbers)


_numbers = count(1)

_known: dict[Value, Value] = {}
"""One object for all values that are equal, so that they are told apart by a glance."""
