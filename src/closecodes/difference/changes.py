"""Find the records that say something else, and count the comparisons that change with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from closecodes.check.parsing import MODELS, Parsed, Records
from closecodes.difference.fields import FieldChange, field_changes
from closecodes.difference.pairing import Pairing
from closecodes.difference.translations import TranslationChange, translation_changes
from closecodes.load import Document, Kind
from closecodes.model.identity import code_id
from closecodes.records import CodeRecord, ComparisonRecord, FamilyRecord, Record


__all__ = ["Change", "Changes", "changes_between"]

How = Literal["added", "removed", "changed", "unreadable"]

_IN_COMPARISONS = {"code", "name", "facts", "text"}
"""Fields of a code that its comparisons show."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one file."""

    path: str
    name: str
    """What the file is about: ``1013``, ``discord``, ``1000 / 1012``, or its path."""
    title: str
    how: How
    fields: tuple[FieldChange, ...] = ()
    comparisons: int = 0
    """Codes whose comparison with this one changes."""
    translations: tuple[TranslationChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes, in the order of the files."""

    changes: tuple[Change, ...]
    comparisons: int
    """Pairs of codes whose comparison changes, each counted once."""


def changes_between(before: Records, after: Records) -> Changes:
    """Return what ``after`` says otherwise; files that say the same in another layout are left out."""
    pairings = (Pairing(before), Pairing(after))
    changes, pairs = list[Change](), set[frozenset[str]]()
    for file in _files(before, after):
        partners = set[str]()
        if id_ := file.code_shown_otherwise:
            partners = {other for pairing in pairings for other in pairing.of(id_)}
            pairs |= {frozenset({id_, other}) for other in partners}
        changes += file.change(len(partners), after.languages)
    return Changes(tuple(changes), len(pairs))


def _files(before: Records, after: Records) -> Iterator[_File]:
    """Yield each file that differs, in the order of their paths."""
    old = {document.path: document for document in before.content.documents}
    new = {document.path: document for document in after.content.documents}
    known = {parsed.document.path: parsed for parsed in before.all()}
    read = {parsed.document.path: parsed for parsed in after.all()}
    for path in sorted(old.keys() | new.keys()):
        file = _File(path, old.get(path), new.get(path), known.get(path), read.get(path), after.languages)
        if file.differs:
            yield file


@dataclass(frozen=True)
class _File:
    """One file before and after, as text and as a record, where it is there and can be read."""

    path: str
    old: Document | None
    new: Document | None
    known: Parsed[Record] | None
    read: Parsed[Record] | None
    languages: Sequence[str]

    @property
    def differs(self) -> bool:
        return (self.old and self.old.text) != (self.new and self.new.text)

    @property
    def how(self) -> How:
        if self.new is None:
            return "removed"
        if self.new.problems or (self.new.kind in MODELS and self.read is None):
            return "unreadable"
        return "added" if self.old is None else "changed"

    @cached_property
    def fields(self) -> tuple[FieldChange, ...]:
        if self.how == "unreadable":
            return ()
        known, read = (parsed.record if parsed else None for parsed in (self.known, self.read))
        if known is None and read is None:
            return tuple(_prose_change(self.old, self.new))
        return tuple(field_changes(known, read, self.languages))

    @property
    def code_shown_otherwise(self) -> str | None:
        """Return the id of the code if its comparisons show something else; None if not, or if it is no code."""
        parsed = self.read or self.known
        if parsed is None or not isinstance(parsed.record, CodeRecord) or self.how == "unreadable":
            return None
        shown = any(field.part in _IN_COMPARISONS for field in self.fields)
        return code_id(parsed.document.folder, parsed.record.code) if shown else None

    def change(self, comparisons: int, languages: Sequence[str]) -> Iterator[Change]:
        """Yield the change, if the file says anything else than before."""
        translations = translation_changes(self.known, self.read, languages) if self.read else ()
        if self.fields or translations or self.how != "changed":
            name, title = _called(self.new or self.old, self.read or self.known)
            name = name or self.path
            yield Change(self.path, name, title, self.how, self.fields, comparisons, translations)


def _called(document: Document | None, parsed: Parsed[Record] | None) -> tuple[str, str]:
    """Return name and title of what a file is about; no name if its path is all that is known."""
    record = parsed.record if parsed else None
    if parsed and isinstance(record, CodeRecord):
        return code_id(parsed.document.folder, record.code), record.name.english
    if document and document.kind is Kind.CODE:
        return code_id(document.folder, document.stem), ""
    if isinstance(record, FamilyRecord):
        return record.id, record.name.english
    if isinstance(record, ComparisonRecord):
        return " / ".join(record.codes), ""
    return "", ""


def _prose_change(old: Document | None, new: Document | None) -> Iterator[FieldChange]:
    """Yield how many lines of a text without fields came and went."""
    before, after = (document.text.splitlines() if document else [] for document in (old, new))
    gone = come = 0
    for _, start, end, other_start, other_end in _edits(before, after):
        gone, come = gone + end - start, come + other_end - other_start
    if gone or come:
        yield FieldChange("lines", None, str(gone), str(come), "lines")


def _edits(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return (opcode for opcode in opcodes if opcode[0] != "equal")
