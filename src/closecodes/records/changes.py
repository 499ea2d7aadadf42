"""What has changed in the content, for those who follow it: told in a sentence, with its day."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from closecodes.records.text import Identifier, LocalizedText, Record, SharedTexts, Translations


__all__ = ["Change", "Changes", "Reference"]

Reference = Annotated[str, StringConstraints(pattern=r"^(code|compare|family|guide):[a-z0-9/-]+$")]
"""A page, as texts link to it: ``code:1012``, ``compare:1000/1012``, ``family:discord``, ``guide:close-reasons``."""


class Change(Record):
    """One change that readers may want to know of."""

    id: Identifier
    """Name of the change in the feed; it stays as it is."""
    date: datetime.date
    """The day it was published."""
    pages: Annotated[tuple[Reference, ...], Field(min_length=1)]
    """The pages it changed, the most important first; a family stands for its codes too."""
    text: LocalizedText
    """One or two sentences: what is new or different."""


class Changes(Record):
    """All changes."""

    changes: tuple[Change, ...]
    """The changes, the latest first."""
    shared: SharedTexts = ()
    """Texts that say a sentence of another record on purpose, named as under `translation`."""
    translation: Translations = Field(default_factory=dict)
    """Digests of the English that each translation was made from; written by the tool."""
