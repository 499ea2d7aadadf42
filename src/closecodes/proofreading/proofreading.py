"""Have all readers read all texts, and put what they remark in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from closecodes.check.parsing import Records
from closecodes.check.terms import Rejections
from closecodes.problems import Level, Place, Problem
from closecodes.project import Project
from closecodes.proofreading.grammar import PROGRAM, GrammarReader
from closecodes.proofreading.house import GlossaryReader, TypographyReader
from closecodes.proofreading.lists import WordList, read_accepted, read_words
from closecodes.proofreading.misspellings import MisspellingReader
from closecodes.proofreading.pages import pieces_of_site
from closecodes.proofreading.pieces import Piece, Reader, Remark, distinct
from closecodes.proofreading.sources import pieces_of_catalogues, pieces_of_documents, pieces_of_records
from closecodes.proofreading.spelling import DICTIONARIES, NAMES, SpellingReader


__all__ = ["LISTS", "Proof", "Tools", "proofread"]

LISTS = "proofreading"
"""The folder of the lists that people keep."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Where the programs and dictionaries are."""

    dictionaries: Path = DICTIONARIES
    grammar: str = PROGRAM


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of a reading."""

    problems: tuple[Problem, ...]
    notices: tuple[str, ...]
    """What could not be read because a program is not installed."""
    pieces: int
    """How many different texts were read."""


@dataclass(frozen=True)
class _Room:
    """The readers of a project and the lists that they use."""

    house: tuple[Reader, ...]
    spelling: tuple[SpellingReader, ...]
    misspelling: MisspellingReader
    grammar: GrammarReader
    words: tuple[WordList, ...] = field(default=())

    @property
    def readers(self) -> tuple[Reader, ...]:
        return (*self.house, *self.spelling, self.misspelling, self.grammar)


def proofread(
    project: Project, records: Records, site: Path | None = None, tools: Tools | None = None
) -> Proof:
    """Return what is wrong with the texts of ``project``, and with the pages of the built ``site`` if there is one."""
    room = _room(project, records, tools or Tools())
    able = [reader for reader in room.readers if reader.missing is None]
    pieces = list(distinct(_pieces(project, records, site)))
    remarks = [remark for reader in able for remark in reader.read(pieces)]
    problems = {_problem(remark) for remark in _first(remarks)}
    if site and len(able) == len(room.readers):
        problems.update(_unneeded(room))
    notices = (reader.missing for reader in room.readers)
    return Proof(tuple(sorted(problems)), tuple(dict.fromkeys(filter(None, notices))), len(pieces))


def _pieces(project: Project, records: Records, site: Path | None) -> Iterator[Piece]:
    yield from pieces_of_records(records)
    yield from pieces_of_catalogues(project.locales, project.locales.parent)
    yield from pieces_of_documents(project.root)
    if site:
        yield from pieces_of_site(site)


def _room(project: Project, records: Records, tools: Tools) -> _Room:
    folder = project.root / LISTS
    languages = {tag: read_words(folder / f"words.{tag}.txt", f"{LISTS}/words.{tag}.txt") for tag in NAMES}
    names = read_words(folder / "names.txt", f"{LISTS}/names.txt")
    terms = tuple(term for glossary in records.glossaries for term in glossary.record.terms)
    return _Room(
        (
            TypographyReader({parsed.record.code for parsed in records.codes}),
            GlossaryReader({language: Rejections(terms, language) for language in records.languages}),
        ),
        tuple(
            SpellingReader(tag, frozenset({*names.words, *own.words}), tools.dictionaries)
            for tag, own in languages.items()
        ),
        MisspellingReader(),
        GrammarReader(read_accepted(folder / "grammar.fr.yaml", f"{LISTS}/grammar.fr.yaml"), tools.grammar),
        (names, *languages.values()),
    )


def _first(remarks: Sequence[Remark]) -> Iterator[Remark]:
    """Yield each remark once, in the source where it has one: pages repeat what the sources say."""
    told = set[tuple[str, str]]()
    for remark in remarks:
        if (remark.rule, remark.message) not in told:
            told.add((remark.rule, remark.message))
            yield remark


def _problem(remark: Remark) -> Problem:
    return Problem(remark.piece.place(remark.start), Level.ERROR, remark.rule, remark.message)


def _unneeded(room: _Room) -> Iterator[Problem]:
    """Yield what is listed and no text needs: lists that only grow are not read."""
    used = {word for reader in room.spelling for word in reader.used}
    for words in room.words:
        for word, line in words.words.items():
            if word not in used:
                yield _no_need(words.path, line, word)
    for phrase, line in room.grammar.accepted.phrases.items():
        if phrase not in room.grammar.used:
            yield _no_need(room.grammar.accepted.path, line, phrase)


def _no_need(path: str, line: int, entry: str) -> Problem:
    return Problem(Place(path, line), Level.ERROR, "list", f"no text needs `{entry}`; take it out")
