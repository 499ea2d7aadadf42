"""What templates see of a pair of codes in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from closecodes.compare import Value, Verdict, compare
from closecodes.i18n import Language
from closecodes.model import Pair
from closecodes.records import FrameSequence, Source
from closecodes.render.outlines import Entries
from closecodes.render.stencils import UncomposableError
from closecodes.render.texts import Borrowed, TextMaker
from closecodes.render.views.code import CodeView
from closecodes.render.words import agreement, fact_label, shared_value


__all__ = ["ComparisonView", "OutlineView"]


class ComparisonView:
    """A pair of codes in one language."""

    LISTS = ("contrasts", "agreements", "rows", "steps")
    """What depends on how the two codes agree and differ, and on where they stand in their family."""

    def __init__(
        self,
        pair: Pair,
        codes: tuple[CodeView, CodeView],
        language: Language,
        verdicts: tuple[Verdict, ...] | None = None,
    ) -> None:
        self.authored = pair.authored
        """What a person wrote about the pair, if anybody did."""
        self.first, self.second = self.codes = codes
        self.verdicts = compare(pair) if verdicts is None else verdicts
        self._language = language

    @property
    def pair(self) -> Pair:
        """Return the pair of the codes that are shown."""
        return Pair(self.first.code, self.second.code, self.authored)

    @cached_property
    def _texts(self) -> TextMaker:
        return TextMaker(self._language, self.authored.lines if self.authored else {})

    @cached_property
    def text(self) -> SimpleNamespace | None:
        """Return the authored texts by name, or None."""
        if not self.authored:
            return None
        record = self.authored.record.text
        return SimpleNamespace(
            difference=self._texts.inline(record.difference, "text.difference"),
            tell=self._texts.block(record.tell, "text.tell"),
            act=self._texts.block(record.act, "text.act"),
        )

    @cached_property
    def borrowed(self) -> list[Borrowed]:
        """Return the authored texts shown in English for want of a translation."""
        return self._texts.borrowed if self.text else []

    @property
    def sequences(self) -> tuple[FrameSequence, ...]:
        """Return the exchanges that show the difference."""
        return self.authored.record.sequences if self.authored else ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return the sources of the authored texts."""
        return self.authored.record.sources if self.authored else ()

    @cached_property
    def contrasts(self) -> list[str]:
        """Return the name of each fact that tells the codes apart, most telling first."""
        return [verdict.fact.name for verdict in self.verdicts if verdict.tells_apart]

    @cached_property
    def agreements(self) -> list[tuple[str, Value]]:
        """Return name and value of each fact in which the codes agree, most telling first."""
        return [(verdict.fact.name, verdict.shared) for verdict in self.verdicts if verdict.shared]

    @cached_property
    def rows(self) -> list[tuple[str, Value | None]]:
        """Return each fact and the value both codes have, or None where they differ."""
        return [(verdict.fact.name, verdict.shared) for verdict in self.verdicts]

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """Return which ways lead to other comparisons of the first code in its family: ``prev``, ``next``."""
        return self.first.steps_with(self.second)

    @property
    def lists(self) -> Mapping[str, Sequence[Any]]:
        """Return the lists by their names."""
        return {name: getattr(self, name) for name in self.LISTS}

    def fact_label(self, name: str) -> Markup:
        """Return what a fact is called in the table."""
        return fact_label(name, self._language)

    def shared_value(self, name: str, value: Value) -> Markup:
        """Return the value both codes have of a fact, as the table shows it."""
        return shared_value(name, value, self._language)

    def agreement(self, name: str, value: Value) -> Markup:
        """Return the sentence that says what both codes share."""
        return agreement(name, value, self._language)


class OutlineView(ComparisonView):
    """A pair of which nothing is known but which of its lists are empty."""

    def __init__(self, codes: tuple[CodeView, CodeView], language: Language, empty: AbstractSet[str]) -> None:
        self.authored = None
        self.first, self.second = self.codes = codes
        self._language = language
        for name in self.LISTS:
            vars(self)[name] = Entries(name, some=name not in empty)

    def __getattr__(self, name: str) -> Any:
        """Raise UncomposableError: nothing else is known."""
        raise UncomposableError(name)
