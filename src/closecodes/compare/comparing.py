"""Compare two codes fact by fact."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
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


@dataclass(frozen=True, eq=False)
class Shape:
    """How two codes agree and differ, whoever they are; pairs of one shape have the same object."""

    rows: tuple[tuple[str, Value | None, bool], ...]
    """Name of each fact, the value both have, and whether it tells them apart."""


def compare(pair: Pair) -> tuple[Verdict, ...]:
    """Return a verdict on each fact that at least one code of ``pair`` has, most telling first."""
    return _verdicts(_profile(_ById(pair.first)), _profile(_ById(pair.second)))


def shape_of(pair: Pair) -> Shape:
    """Return how the codes of ``pair`` agree and differ."""
    return _shape(_profile(_ById(pair.first)), _profile(_ById(pair.second)))


def all_apart(code: CloseCode) -> tuple[Verdict, ...]:
    """Return the verdicts on a code and another that differs from it in each of its facts."""
    values = zip(FACTS, _profile(_ById(code)).values, strict=True)
    return tuple(Verdict(fact, value, value, differs=True) for fact, value in values if value)


@dataclass(frozen=True, eq=False, slots=True)
class _Profile:
    """The values of all facts; codes that have the same values have the same object."""

    values: tuple[Value | None, ...]


class _ById:
    """A code, told from others by its identity: its facts are looked at once, not hashed each time."""

    __slots__ = ("code",)

    def __init__(self, code: CloseCode) -> None:
        self.code = code

    def __hash__(self) -> int:
        return id(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and self.code is other.code


@lru_cache(maxsize=4096)
def _profile(one: _ById) -> _Profile:
    return _profile_with(tuple(fact.value_of(one.code) for fact in FACTS))


@cache
def _profile_with(values: tuple[Value | None, ...]) -> _Profile:
    return _Profile(values)


@lru_cache(maxsize=65_536)
def _verdicts(one: _Profile, other: _Profile) -> tuple[Verdict, ...]:
    values = zip(FACTS, one.values, other.values, strict=True)
    return tuple(Verdict.of(fact, first, second) for fact, first, second in values if first or second)


@lru_cache(maxsize=65_536)
def _shape(one: _Profile, other: _Profile) -> Shape:
    verdicts = _verdicts(one, other)
    return _shape_with(tuple((v.fact.name, v.shared, v.tells_apart) for v in verdicts))


@cache
def _shape_with(rows: tuple[tuple[str, Value | None, bool], ...]) -> Shape:
    return Shape(rows)
