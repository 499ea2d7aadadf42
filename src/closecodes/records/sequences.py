"""What travels between the two ends, step by step."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from closecodes.records.text import LocalizedText, Record
from closecodes.records.words import Word


__all__ = ["FrameSequence", "FrameStep", "Sender"]


class Sender(Word):
    """Who does a step."""

    CLIENT = "client", "The end that opened the connection."
    SERVER = "server", "The end that accepted the connection."
    NETWORK = "network", "Neither: what happens between them."


class FrameStep(Record):
    """One thing that one end sends, or that happens between them."""

    by: Sender
    """Who sends it; `network` for what happens in between."""
    frame: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    """What is sent, in the words of the protocol: `Close 1012`, `Ping`, `TCP FIN`, `HTTP 403`."""
    note: LocalizedText | None = None
    """A few words, where the frame does not speak for itself."""


class FrameSequence(Record):
    """A short exchange that ends a connection."""

    title: LocalizedText
    """What the exchange shows, in a few words."""
    steps: Annotated[tuple[FrameStep, ...], Field(min_length=1, max_length=8)]
    """The steps, in their order."""
