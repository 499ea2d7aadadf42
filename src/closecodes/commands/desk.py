"""Where records are drafted: knows the project, asks on the terminal, writes the file, says what to do next."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from closecodes import inspecting
from closecodes.addresses import address_in, file_of
from closecodes.check.gaps import gaps_in
from closecodes.check.parsing import Parsed, Records, parse_records
from closecodes.check.rules.modeline import modeline
from closecodes.check.words import did_you_mean
from closecodes.commands.common import disk_errors, project_here
from closecodes.drafting.drafts import Answers
from closecodes.drafting.emitting import emit
from closecodes.drafting.interview import AnswerError, Interview
from closecodes.drafting.naming import NamingError
from closecodes.drafting.numbers import Numbers
from closecodes.drafting.questions import Known, Question
from closecodes.drafting.widening import widened
from closecodes.generated.translated import translations
from closecodes.i18n.catalogues import find_languages
from closecodes.load import Document, Kind, Marks
from closecodes.model.languages import SOURCE_LANGUAGE
from closecodes.project import Project
from closecodes.records import Source


__all__ = ["Desk", "refuse"]

T = TypeVar("T")


def refuse(fault: str | None) -> None:
    """Raise click.UsageError if there is a ``fault``."""
    if fault:
        raise click.UsageError(fault)


@dataclass(frozen=True)
class Desk:
    """A project, what is known in it, and somebody who answers."""

    project: Project
    records: Records
    numbers: Numbers
    languages: Sequence[str]
    interview: Interview

    @classmethod
    def of(
        cls, content: Path | None, given: Sequence[str], languages: Sequence[str], *, no_input: bool
    ) -> Desk:
        """Return the desk of the project here; raises click.UsageError for options that make no sense."""
        project = project_here(content)
        known = find_languages(project.locales)
        for tag in languages:
            if tag not in known:
                refuse(
                    f"the site has no language `{tag}`{did_you_mean(tag, known)}; it has {', '.join(known)}"
                )
        with disk_errors("cannot be read"):
            records = parse_records(inspecting.load_project(project), known)
        languages = tuple(languages) or (SOURCE_LANGUAGE,)
        ask = (
            None if no_input or not sys.stdin.isatty() else partial(_ask, translations(_asked_in(languages)))
        )
        interview = Interview(_pairs(given), ask, tell=lambda fault: click.echo(f"  {fault}"))
        return cls(project, records, Numbers.of(records), languages, interview)

    def known(self, family: str | None = None) -> Known:
        """Return what answers are measured against."""
        names = {name for site in self.records.sites for name in site.record.proper_names}
        document = self.numbers.families[family].document if family else None
        ids = [code.id for code in self.numbers.codes]
        titled = frozenset(source.url for source in self._sources(family) if source.title)
        return Known(self.languages, frozenset(names), ids, document, titled, _asked_in(self.languages))

    def _sources(self, family: str | None) -> list[Source]:
        """Return the sources that records of a family cite, the family's own first."""
        records: Sequence[Parsed[Any]] = (*self.records.families, *self.records.codes)
        same_family = [parsed.record for parsed in records if parsed.document.folder == family]
        return [source for record in same_family for source in record.sources]

    def named(self, read: Callable[[Sequence[str], Numbers], T], words: Sequence[str]) -> T:
        """Return what ``words`` of the command line name; raises click.UsageError where they name nothing."""
        try:
            return read(words, self.numbers)
        except NamingError as error:
            raise click.UsageError(str(error)) from None

    def asked(self, question: Question) -> str:
        """Return the answer to a question without which there is no record."""
        while True:
            if answer := self.interview.answer_to(question):
                return answer
            if self.interview.ask is None:
                refuse(f"`{question.key}` is missing, and nobody is asked: {question.about}")
            self.interview.tell("a record cannot do without it; Ctrl-C stops")

    def answers(self, questions: Iterable[Question], family: str | None = None) -> Answers:
        """Return the answers to ``questions``; raises click.UsageError for one given beforehand that is refused."""
        if self.interview.ask:
            say = translations(_asked_in(self.languages))
            click.echo(say("Enter leaves a gap, marked TODO; `closecodes check` explains it later."))
        try:
            given = self.interview.answers_to(questions)
        except AnswerError as error:
            raise click.UsageError(str(error)) from None
        return Answers(
            given, self.languages, datetime.datetime.now().astimezone().date(), self._sources(family)
        )

    def widen(self, family: str, number: int) -> None:
        """Let the record of the family take in ``number``, if it does not yet."""
        if not self.numbers.outside(family, number):
            return
        for parsed in self.records.families:
            if parsed.document.folder == family:
                self._widen(parsed.document, number)

    def _widen(self, document: Document, number: int) -> None:
        family = self.numbers.families[document.folder]
        text = widened(document, family.range, number)
        if text is None:
            click.echo(f"Note: {number} is outside the range in {document.path}; widen it there.")
            return
        self._put(self.project.shown_from(self.project.content) / document.path, text)
        click.echo(
            f"widened the range in {document.path}: {family.range.min}–{family.range.max} had no {number}"
        )

    def write(
        self, kind: Kind, name: str, draft: Mapping[str, Any], slug: str, *, first: str | None = None
    ) -> None:
        """Write a draft to its place in the content folder and say what comes next."""
        path = self.project.content / name
        shown = f"{self.records.content.folder}/{name}"
        if path.exists():
            refuse(
                f"{shown} is there already; correct it there, `closecodes check {shown}` says what is wrong"
            )
        head = modeline(Document(shown, kind, None, Marks(), ""), self.records.content.folder)
        self._put(path, emit(draft, head))
        click.echo(f"wrote {shown}")
        address = address_in(self.languages[0], slug)
        for line in _next_steps(shown, sum(1 for _ in gaps_in(draft)), address, first):
            click.echo(line)

    @staticmethod
    def _put(path: Path, text: str) -> None:
        with disk_errors("cannot be written"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def _next_steps(shown: str, gaps: int, address: str, first: str | None) -> Iterable[str]:
    steps = [
        (f"closecodes check {shown}", "says what belongs into each gap, and what else is wrong"),
        *([(first, "its first code")] if first else []),
        ("closecodes build", f"then open public/{file_of(address)}"),
        ("git add content && git commit", "then propose it"),
    ]
    if gaps:
        yield "1 gap is marked TODO." if gaps == 1 else f"{gaps} gaps are marked TODO."
    yield "Next:"
    width = max(len(command) for command, _ in steps)
    yield from (f"  {command:<{width}}   {why}" for command, why in steps)


def _pairs(given: Sequence[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for one in given:
        key, sign, answer = one.partition("=")
        if not sign:
            refuse(f"`{one}` is no answer; write KEY=ANSWER, such as retry=never")
        pairs[key.strip()] = answer
    return pairs


def _asked_in(languages: Sequence[str]) -> str:
    """Return the language to ask in: that of the answers, if they are in one language only."""
    return languages[0] if len(languages) == 1 else SOURCE_LANGUAGE


def _ask(say: Callable[[str], str], question: Question, *, again: bool) -> str:
    if not again:
        click.echo(f"\n{question.about}{say(' (optional)') if question.optional else ''}")
        width = max((len(word) for word in question.words), default=0)
        for word in question.words:
            click.echo(f"  {word.value:<{width}}  {say(word.meaning)}")
    default = question.default or ""
    answer: str = click.prompt(question.key, default=default, show_default=bool(default))
    return answer
