"""What templates see of a code in one language: its texts made into HTML once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from closecodes.addresses import pair_slug_parts, slug_of
from closecodes.compare import FACTS, FACTS_BY_NAME, Value
from closecodes.i18n import Language
from closecodes.model import SOURCE_LANGUAGE, CloseCode, Pair, Site, steps_of
from closecodes.records import Source, SourcedText
from closecodes.render.texts import Borrowed, CodeTextsView, TextMaker
from closecodes.render.views.backing import Backing, Cites, Statement
from closecodes.render.wire import Wire, wire_of
from closecodes.render.words import contrast_head, contrast_tail, fact_label, short_value


__all__ = ["CodeView", "FactRow", "Statement"]


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of a table of facts."""

    name: str
    label: Markup
    value: Markup
    cites: Cites = ()
    confirmed: bool = True


class Step(NamedTuple):
    """A code beside another in their family."""

    number: int
    slug_end: str
    """What it gives to the slug of a comparison in which it comes second."""


class CodeView:
    """One code in one language."""

    def __init__(self, code: CloseCode, language: Language, site: Site) -> None:
        self.code = code
        self.language = language
        self._site = site
        self._texts = TextMaker(language, code.lines)
        self._backing = Backing(code.record.sources)

    @property
    def number(self) -> int:
        """Return the number."""
        return self.code.number

    @property
    def id(self) -> str:
        """Return the id, as addresses have it."""
        return self.code.id

    @cached_property
    def name(self) -> str:
        """Return the name in the language of the page."""
        return self._texts.plain(self.code.record.name)

    @cached_property
    def family_name(self) -> str:
        """Return the name of the family in the language of the page."""
        return self._texts.plain(self._site.family(self.code.family).record.name)

    @property
    def registry_name(self) -> str | None:
        """Return the registry's English name, where the page shows another."""
        english = self.code.record.name.english
        return None if english == self.name else english

    @property
    def name_language(self) -> str | None:
        """Return the language of ``name`` if it is not the page's own."""
        return None if self.code.record.name.get(self.language.tag) else SOURCE_LANGUAGE

    @cached_property
    def text(self) -> CodeTextsView:
        """Return the texts by name: clauses inline, sentences as blocks."""
        return CodeTextsView(self.code.record.text, self._texts)

    @cached_property
    def meaning_plain(self) -> str:
        """Return the meaning without markup, for the description of the page."""
        return self._texts.plain(self.code.record.text.meaning).replace("`", "")

    @cached_property
    def causes(self) -> list[Statement]:
        """Return the typical causes, each beginning with a capital."""
        return [
            Statement(self.language.sentence(found.html), found.cites, found.confirmed)
            for found in self._statements(self.code.record.causes, "causes")
        ]

    @cached_property
    def pitfalls(self) -> list[Statement]:
        """Return what people get wrong."""
        return list(self._statements(self.code.record.pitfalls, "pitfalls"))

    @cached_property
    def reasons(self) -> list[tuple[str, str, Cites]]:
        """Return reason texts seen in real frames, who sends them, and their sources."""
        return [
            (reason.text, reason.by, self._backing.cites(reason.sources))
            for reason in self.code.record.reasons
        ]

    def _statements(self, items: tuple[SourcedText, ...], name: str) -> Iterator[Statement]:
        for index, item in enumerate(items):
            html = self._texts.inline(item.text, f"{name}.{index}")
            yield self._backing.statement(html, item.sources)

    def cites(self, name: str) -> Cites:
        """Return the numbers and ids of the sources that back the fact or text ``name``."""
        return self._backing.cites(source.id for source in self.code.sources_of(name))

    def confirmed(self, name: str) -> bool:
        """Return whether a source that somebody opened backs the fact or text ``name``."""
        return self.code.is_confirmed(name)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return the sources, in the order of their numbers."""
        return self.code.record.sources

    @property
    def retry(self) -> str:
        """Return the word of the retry advice, for shape and colour."""
        return self.code.facts.retry.value

    def fact(self, name: str) -> Markup | None:
        """Return the value of a fact as a table shows it."""
        return short_value(name, self.code, self.language)

    def contrast_head(self, name: str) -> Markup:
        """Return the beginning of a sentence about a fact that sets this code apart from a second one."""
        return contrast_head(name, self._value(name), self.code, self.language)

    def contrast_tail(self, name: str) -> Markup:
        """Return the end of a sentence about a fact that sets a first code apart from this one."""
        return contrast_tail(name, self._value(name), self.code, self.language)

    def _value(self, name: str) -> Value:
        value = FACTS_BY_NAME[name].value_of(self.code)
        if value is None:
            message = f"{self.id} has no {name} to tell it apart"
            raise ValueError(message)
        return value

    @cached_property
    def facts(self) -> list[FactRow]:
        """Return the rows of the table of facts."""
        rows = []
        for fact in FACTS:
            if value := self.fact(fact.name):
                cites, confirmed = self._backing_of(fact.name)
                rows.append(FactRow(fact.name, fact_label(fact.name, self.language), value, cites, confirmed))
        return rows

    def _backing_of(self, fact: str) -> tuple[Cites, bool]:
        field = {"origin": "on_the_wire"}.get(fact, fact)
        if fact == "retry" and self.code.facts.retry_delay:
            field = "retry_delay"
        if field not in type(self.code.facts).model_fields:
            return (), True
        return self.cites(field), self.confirmed(field)

    @property
    def compared(self) -> list[tuple[str, str]]:
        """Return the comparisons with the codes that the record names: what to call the other one, and the slug."""
        others = [self._site.codes[id_] for id_ in self.code.record.see_also]
        return [(self.called(other), slug_of(Pair.of(self.code, other))) for other in others]

    @property
    def slug_start(self) -> str:
        """Return what the code gives to the slug of a comparison in which it comes first."""
        return pair_slug_parts(self.id, "")[0]

    def steps_with(self, second: CodeView) -> tuple[str, ...]:
        """Return which ways lead from the comparison with ``second`` to others of this code in their family."""
        same = second.code.family == self.code.family
        return steps_of(self._site.family(self.code.family), Pair(self.code, second.code)) if same else ()

    def step(self, rel: str) -> Step:
        """Return the code before this one in its family (``prev``), or after it (``next``).

        Raises KeyError where there is none.
        """
        before, after = self._site.family(self.code.family).beside[self.id]
        other = self._site.codes[(before if rel == "prev" else after) or ""]
        return Step(other.number, pair_slug_parts("", other.id)[1])

    def called(self, other: CloseCode) -> str:
        """Return what to call another code beside this one: its number, with its family where that is another."""
        if other.family == self.code.family:
            return str(other.number)
        return f"{self._texts.plain(self._site.family(other.family).record.name)} {other.number}"

    @property
    def wire(self) -> Wire:
        """Return what happens on the wire."""
        return wire_of(self.code)

    @cached_property
    def constants(self) -> list[tuple[str, str, str, str, str]]:
        """Return library, language, class, constant and source, in the order of the libraries."""
        named = self.code.record.constants
        return [
            (library.name, library.language, library.constants, named[library.id], library.source)
            for library in self._site.libraries
            if library.id in named
        ]

    @property
    def borrowed(self) -> list[Borrowed]:
        """Return the texts shown in English for want of a translation, in the order of the fields.

        Not in the order in which they were made, which depends on the pages that were made before.
        """
        self.text.make_all()
        _ = self.causes, self.pitfalls
        found = {borrowed.field: borrowed for borrowed in self._texts.borrowed}
        fields = [f"text.{name}" for name in type(self.code.record.text).model_fields]
        for name in ("causes", "pitfalls"):
            fields += [f"{name}.{index}" for index, _ in enumerate(getattr(self.code.record, name))]
        own_name = self._texts.borrowing(self.code.record.name, "name")
        return [*own_name, *(found[field] for field in fields if field in found)]

    def line(self, path: str) -> int:
        """Return the line of the record's file that holds ``path``."""
        return self.code.lines.get(path, 1)
