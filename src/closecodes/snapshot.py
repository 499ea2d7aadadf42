"""Remember the content of a build: the next one reads and checks only what was saved since.

A snapshot holds each document as it was read, with the size and time of its file, and all that was wrong with the
content. It only saves time. It is made of plain values, and thrown away when it is damaged, when the program or the
languages are others, or when its checksum does not fit.
"""

from __future__ import annotations

import datetime
import marshal
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from closecodes.check import Checked
from closecodes.check.parsing import parse_records
from closecodes.keeping import forget_old, keep, recall
from closecodes.load import Content, Document, Kind
from closecodes.load.marks import Marks
from closecodes.load.strict_yaml import YamlProblem
from closecodes.problems import Level, Place, Problem


__all__ = ["FEW", "Snapshot", "keep_snapshot", "recall_snapshot"]

FEW = 8
"""Documents that may have changed before a new snapshot is worth its time."""


@dataclass(frozen=True)
class Snapshot:
    """The content of a build, and the state of each file by its path."""

    content: Content
    problems: tuple[Problem, ...]
    languages: tuple[str, ...]
    states: Mapping[str, str]

    def changed(self, states: Mapping[str, str]) -> list[Path]:
        """Return the files of which ``states`` says something else, those that came and went included."""
        paths = self.states.keys() | states.keys()
        return sorted(Path(path) for path in paths if self.states.get(path) != states.get(path))

    @property
    def checked(self) -> Checked:
        """Return the records of the content and its problems."""
        return Checked(parse_records(self.content, self.languages), self.problems)


def keep_snapshot(path: Path, basis: str, checked: Checked, states: Mapping[str, str]) -> None:
    """Keep at ``path`` what was found in content whose files have ``states``; valid as long as ``basis`` is.

    A disk that refuses costs the next build its time, nothing else.
    """
    records = checked.records
    keep(
        path,
        marshal.dumps(
            (
                basis,
                records.languages,
                records.content.folder,
                [_packed(document) for document in records.content.documents],
                [
                    (astuple(found.place), found.level.value, found.rule, found.message)
                    for found in checked.problems
                ],
                dict(states),
            )
        ),
    )
    forget_old(path)


def recall_snapshot(path: Path, basis: str) -> Snapshot | None:
    """Return what was kept at ``path``; None where there is nothing, or it cannot be trusted."""
    data = recall(path)
    if not data:
        return None
    try:
        kept_basis, languages, folder, documents, problems, states = marshal.loads(data)  # noqa: S302 - checksum fits
        if kept_basis != basis:
            return None
        content = Content(tuple(map(_unpacked, documents)), folder)
        return Snapshot(content, tuple(map(_problem, problems)), languages, states)
    except (ValueError, EOFError, TypeError):
        return None


def _packed(document: Document) -> tuple[Any, ...]:
    problems = [astuple(problem) for problem in document.problems]
    return (
        document.path,
        document.kind.value,
        _plain(document.value),
        document.marks.packed,
        document.text,
        problems,
    )


def _unpacked(packed: tuple[Any, ...]) -> Document:
    path, kind, value, marks, text, problems = packed
    found = tuple(YamlProblem(*problem) for problem in problems)
    return Document(path, Kind(kind), _dated(value), Marks(marks), text, found)


def _problem(packed: tuple[Any, ...]) -> Problem:
    place, level, rule, message = packed
    return Problem(Place(*place), Level(level), rule, message)


def _plain(value: Any) -> Any:
    """Return a value of YAML with dates as tuples, which YAML has not."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return (value.isoformat(),) if isinstance(value, datetime.date) else value


def _dated(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _dated(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_dated(item) for item in value]
    return datetime.date.fromisoformat(value[0]) if isinstance(value, tuple) else value
