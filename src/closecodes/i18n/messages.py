"""Messages that are marked for translation where they are written and translated where they are shown."""

from __future__ import annotations

from dataclasses import dataclass


__all__ = ["Message", "pgettext_noop"]


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the catalogue: its context and its English."""

    context: str
    text: str


def pgettext_noop(context: str, text: str) -> Message:
    """Mark ``text`` for translation and return it as a message, untranslated."""
    return Message(context, text)
