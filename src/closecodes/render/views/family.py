"""What templates see of a family in one language."""

from __future__ import annotations

from functools import cached_property
from types import SimpleNamespace

from closecodes.i18n import Language
from closecodes.model import Family
from closecodes.render.texts import Borrowed, TextMaker


__all__ = ["FamilyView"]


class FamilyView:
    """One family in one language."""

    def __init__(self, family: Family, language: Language) -> None:
        self.family = family
        self.language = language
        self._texts = TextMaker(language, family.lines)

    @property
    def id(self) -> str:
        """Return the id, as addresses have it."""
        return self.family.id

    @cached_property
    def name(self) -> str:
        """Return the name of the family."""
        return self._texts.plain(self.family.record.name)

    @cached_property
    def text(self) -> SimpleNamespace:
        """Return the texts by name."""
        record = self.family.record.text
        return SimpleNamespace(
            defined_by=self._texts.inline(record.defined_by, "text.defined_by"),
            description=self._texts.block(record.description, "text.description"),
            reconnect=self._texts.block(record.reconnect, "text.reconnect"),
        )

    @property
    def borrowed(self) -> list[Borrowed]:
        """Return the texts shown in English for want of a translation."""
        _ = self.text
        return [*self._texts.borrowing(self.family.record.name, "name"), *self._texts.borrowed]
