"""Compare two codes fact by fact."""

from __future__ import annotations

from dataclasses import dataclass

from closecodes.compare.facts import FACTS, Fact, Value
from closecodes.model import Pair


__all__ = ["Verdict", "compare"]


@dataclass(frozen=True, slots=True)
class Verdict:
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
    verdicts = (Verdict(fact, fact.value_of(pair.first), fact.value_of(pair.second)) for fact in FACTS)
    return tuple(verdict for verdict in verdicts if verdict.first or verdict.second)
