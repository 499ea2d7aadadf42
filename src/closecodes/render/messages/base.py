"""How one value of a fact is said."""

from __future__ import annotations

from dataclasses import dataclass

from closecodes.i18n import Message


__all__ = ["ValueWords"]


@dataclass(frozen=True, slots=True)
class ValueWords:
    """How one value of a fact is said."""

    short: Message
    """In a table."""
    apart: Message
    """As half of a sentence about two codes that differ."""
    both: Message
    """As a sentence about two codes that agree."""
