"""Compare two codes fact by fact."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from closecodes.compare.facts import FACTS, Fact, Value
from closecodes.model import CloseCode, Pair


__all__ = ["Verdict", "compare"]


class Verdict(NamedTuple):
    """A fact of two codes, side by side; None stands where the question does not arise."""

    fact: Fact
    first: Value | None
    second: Value | None

    @property
    def differs(self) -> bool:
        """Return whether the two codes have different values."""
        return self.first != self.second

    @property
    def tells_apart(self) -> bool:
        """Return whether the fact makes a sentence: both codes have a value, and not the same."""
        return self.differs and self.first is not None and self.second is not None

    @property
    def shared(self) -> Value | None:
        """Return the value that both codes have, or None."""
        return None if self.differs else self.first


def compare(pair: Pair) -> tuple[Verdict, ...]:
    """Return a verdict on each fact that at least one code of ``pair`` has, most telling first."""
    values = zip(FACTS, _values(_ById(pair.first)), _values(_ById(pair.second)), strict=True)
    return tuple(Verdict(fact, first, second) for fact, first, second in values if first or second)


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
def _values(one: _ById) -> tuple[Value | None, ...]:
    return tuple(fact.value_of(one.code) for fact in FACTS)
