"""What is asked of somebody who adds a record, in which order, and which answers are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from closecodes.check.fields import description_at, field_at, words_of
from closecodes.check.rules.clause_style import clause_fault, said_again
from closecodes.check.rules.source_https import address_fault
from closecodes.check.texts import CLAUSES
from closecodes.check.words import did_you_mean, one_of
from closecodes.drafting.answers import delay_fault, flag_fault, range_fault
from closecodes.generated.translated import translations
from closecodes.model.identity import REGISTERED_FAMILY
from closecodes.records import CodeRecord, ComparisonRecord, FamilyRecord, Record
from closecodes.records.words import Word


__all__ = ["Known", "Question", "code_questions", "comparison_questions", "family_questions"]

Fault = Callable[[str], str | None]
"""Returns why an answer is refused, None if it is not."""

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One question, and which answers it takes."""

    key: str
    """What the answer is for: ``retry``, ``meaning.en``, ``source.url``."""
    about: str
    """What is asked, for people."""
    words: tuple[Word, ...] = ()
    """The answers to choose from, each with its meaning; none if anything may be written."""
    optional: bool = False
    """Whether a record may do without; else an answer that is missing leaves a gap."""
    refuse: Fault = lambda _: None
    default: str | None = None
    asked_if: Callable[[Answers], bool] = lambda _: True
    """Whether the answers so far leave the question open."""

    def fault(self, answer: str) -> str | None:
        """Return why ``answer`` is refused; None if it is not."""
        if self.words and answer not in self.words:
            guess = did_you_mean(answer, self.words)
            return f"`{answer}` is not one of {one_of(self.words)}{guess}"
        return self.refuse(answer)


@dataclass(frozen=True, slots=True)
class Known:
    """What answers are measured against."""

    languages: Sequence[str]
    names: frozenset[str] = frozenset()
    """Names that may begin a clause."""
    ids: Sequence[str] = ()
    """Ids of all codes."""
    document: str | None = None
    """Address of the family's official document."""
    titled: frozenset[str] = frozenset()
    """Addresses of sources whose titles are known."""
    asked_in: str = "en"
    """Language of the questions."""


def code_questions(family: str, number: int, known: Known) -> Iterator[Question]:
    """Yield the questions about a code of ``family``."""
    ask = _Asker(CodeRecord, known, str(number))
    registered = family == REGISTERED_FAMILY
    if registered:
        yield from ask.text("name")
    else:
        yield from ask.text("name", about="What the vendor calls the code; else a short name of your own.")
        yield ask.field("identifier", ("identifier",), optional=True)
    yield ask.fact("sent_by")
    yield ask.fact("reported_for", asked_if=lambda given: given.get("sent_by") == "nobody")
    yield from (ask.fact(name) for name in ("subject", "kind", "fault", "retry"))
    yield ask.field(
        "retry_delay",
        ("facts", "retry_delay"),
        optional=True,
        hint="in seconds, as in 5-30",
        refuse=delay_fault,
        asked_if=lambda given: given.get("retry") == "delayed",
    )
    if registered:
        yield ask.fact("specified_in", default="registry")
    yield from (found for name in ("meaning", "when") for found in ask.text("text", name))
    yield from ask.text("text", "check", optional=True)
    yield from (found for name in ("fix", "reconnect", "received") for found in ask.text("text", name))
    if registered:
        yield from ask.text("text", "send", asked_if=lambda given: given.get("sent_by") != "nobody")
        yield from ask.text("text", "instead", asked_if=lambda given: given.get("sent_by") == "nobody")
    yield ask.field(
        "see_also",
        ("see_also",),
        optional=True,
        hint="separated by commas",
        refuse=lambda answer: _unknown_id(answer, known.ids),
    )
    yield from _source_questions(known)


def family_questions(known: Known) -> Iterator[Question]:
    """Yield the questions about a family."""
    ask = _Asker(FamilyRecord, known)
    yield from ask.text("name")
    yield ask.field("document", ("document",), refuse=address_refused)
    yield ask.field("range", ("range",), hint="as in 4000-4014", refuse=range_fault)
    for name in ("defined_by", "description", "reconnect"):
        yield from ask.text("text", name)
    yield ask.field("version", ("version",), optional=True)
    about = translations(known.asked_in)("What the official document calls itself.")
    yield Question("source.title", about, optional=True)
    yield _verified(known)


def comparison_questions(known: Known) -> Iterator[Question]:
    """Yield the questions about a comparison."""
    ask = _Asker(ComparisonRecord, known)
    for name in ("difference", "tell", "act"):
        yield from ask.text("text", name)
    yield from _source_questions(known)


def address_refused(answer: str) -> str | None:
    """Return why ``answer`` cannot be the address of a source; None if it can."""
    fault = address_fault(answer)
    return f"`{answer}` {fault}" if fault else None


def _verified(known: Known) -> Question:
    about = "Did you open the source itself and read the statements there? yes or no"
    say = translations(known.asked_in)
    return Question("source.verified", say(about), refuse=flag_fault, default="no")


def _source_questions(known: Known) -> Iterator[Question]:
    about = "Address of the document or source code in which all this stands; https only."
    say = translations(known.asked_in)
    yield Question("source.url", say(about), refuse=address_refused, default=known.document)
    yield Question(
        "source.title",
        say("What that document calls itself, in its own language."),
        optional=True,
        asked_if=lambda given: given.get("source.url") not in known.titled,
    )
    yield _verified(known)


def _unknown_id(answer: str, ids: Sequence[str]) -> str | None:
    for id_ in filter(None, map(str.strip, answer.split(","))):
        if id_ not in ids:
            return f"no code is called `{id_}`{did_you_mean(id_, ids)}"
    return None


@dataclass(frozen=True, slots=True)
class _Asker:
    """Makes questions of the fields of a model, whose descriptions say what belongs there."""

    model: type[Record]
    known: Known
    number: str = "1012"

    def field(
        self, key: str, path: tuple[str, ...], *, hint: str = "", about: str | None = None, **how: Any
    ) -> Question:
        say = translations(self.known.asked_in)
        about = say(about or description_at(self.model, path) or "")
        about = f"{about.removesuffix('.')}, {say(hint)}." if hint else about
        return Question(key, about.replace("1012", self.number), **how)

    def fact(self, name: str, **how: Any) -> Question:
        found = field_at(self.model, ("facts", name))
        return self.field(name, ("facts", name), words=words_of(found) if found else (), **how)

    def text(self, *path: str, **how: Any) -> Iterator[Question]:
        for language in self.known.languages:
            refuse = (
                partial(self._clause_refused, path[-1], language) if path[-1] in CLAUSES else (lambda _: None)
            )
            yield self.field(f"{path[-1]}.{language}", path, refuse=refuse, **how)

    def _clause_refused(self, name: str, language: str, answer: str) -> str | None:
        fault = clause_fault(answer, set(self.known.names)) or said_again(name, language, answer)
        return f"it completes a sentence, so it {fault}" if fault else None
