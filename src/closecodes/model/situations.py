"""The situation of someone who met a code, for finding it without knowing its number."""

from __future__ import annotations

from closecodes.model.codes import CloseCode
from closecodes.model.endings import Origin


__all__ = ["SITUATIONS", "situation_of"]

SITUATIONS = ("local", "failure", "refusal", "planned", "unstated", "reserved")
"""Every situation, those that bring most people first."""


def situation_of(code: CloseCode) -> str:
    """Return the situation in which a code is met: who reports it, or else what sort of ending it is."""
    if code.origin is Origin.NOWHERE:
        return "reserved"
    return code.facts.kind.value if code.origin is Origin.FRAME else "local"
