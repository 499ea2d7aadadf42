"""Which texts of the records and pages are translated, which no longer fit their English, and which are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from closecodes.check.gaps import is_gap
from closecodes.check.parsing import Parsed, Records
from closecodes.check.texts import FoundText, digest
from closecodes.load import Document, Kind
from closecodes.model.languages import SOURCE_LANGUAGE
from closecodes.records import Record


__all__ = ["Progress", "State", "TextState", "Translations", "progress_in", "text_states"]


class State(StrEnum):
    """Where the translation of a text stands."""

    MISSING = "missing"
    STALE = "stale"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TextState:
    """Where the translation of one text stands, and the line to look at: of the English where there is none."""

    path: str
    line: int
    field: str
    state: State


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the translation into one language is: how many texts are done, and which are not."""

    language: str
    done: int
    open: tuple[TextState, ...]
    """The texts that need somebody: first those that are missing, then the stale ones, by file and line."""

    @property
    def total(self) -> int:
        """Return the number of all texts."""
        return self.done + len(self.open)

    def count(self, state: State) -> int:
        """Return how many texts are in ``state``, or in the one of that name."""
        return self.done if state == State.DONE else sum(text.state == state for text in self.open)

    @property
    def percent(self) -> int:
        """Return how many in a hundred are done, rounded down: 100 only if all are."""
        return 100 * self.done // self.total if self.total else 100


class Translations:
    """How far the translation into each language is, found when it is first asked for: few builds show it twice."""

    def __init__(self, records: Records) -> None:
        self._records: Records | None = records
        self._found: dict[str, Progress] = {}

    def into(self, language: str) -> Progress:
        """Return how far the translation into ``language`` is."""
        if language not in self._found and self._records:
            self._found[language] = progress_in(self._records, language)
        return self._found[language]

    def __getstate__(self) -> dict[str, object]:
        """Return what another process needs: the numbers, without the records that they are from."""
        languages = self._records.languages if self._records else self._found
        found = {language: self.into(language) for language in languages}
        return {"_records": None, "_found": found}


def progress_in(records: Records, language: str) -> Progress:
    """Return how far the translation of ``records`` into ``language`` is."""
    states = list(text_states(records, language))
    order: Sequence[State] = list(State)
    waiting = (text for text in states if text.state is not State.DONE)
    ordered = sorted(waiting, key=lambda text: (order.index(text.state), text.path, text.line))
    return Progress(language, len(states) - len(ordered), tuple(ordered))


def text_states(records: Records, language: str) -> Iterator[TextState]:
    """Yield where each text of the records, and each page of prose, stands in ``language``."""
    for parsed in records.all():
        recorded = getattr(parsed.record, "translation", {}).get(language, {})
        for found in parsed.texts:
            if found.text.english and not is_gap(found.text.english):
                yield _text_state(parsed, found, language, recorded.get(found.key))
    yield from _pages(records.content.documents, language)


def _text_state(parsed: Parsed[Record], found: FoundText, language: str, recorded: str | None) -> TextState:
    own = (found.text.get(language) or "").strip()
    marks = parsed.document.marks
    if not own or is_gap(own):
        line = marks.key((*found.path, SOURCE_LANGUAGE))[0]
        return TextState(parsed.document.path, line, found.key, State.MISSING)
    if recorded is None or recorded == digest(found.text.english):
        return TextState(parsed.document.path, 1, found.key, State.DONE)
    line = marks.key((*found.path, language))[0]
    return TextState(parsed.document.path, line, found.key, State.STALE)


def _pages(documents: Sequence[Document], language: str) -> Iterator[TextState]:
    """Yield the state of pages and guides, each a text by itself."""
    paths = {document.path for document in documents}
    english = f".{SOURCE_LANGUAGE}.md"
    for document in documents:
        if document.kind in {Kind.PAGE, Kind.GUIDE} and document.path.endswith(english):
            own = f"{document.path.removesuffix(english)}.{language}.md"
            found = own in paths
            path, state = (own, State.DONE) if found else (document.path, State.MISSING)
            yield TextState(path, 1, "page", state)
