"""The texts of the sources: records, guides, catalogues, and the documents for contributors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from closecodes.check.parsing import Records
from closecodes.check.prose import Passage, hidden, masked, offsets_of, passages, position_of
from closecodes.i18n.catalogues import CATALOGUE, read_catalogue
from closecodes.load import Kind
from closecodes.model.languages import SOURCE_LANGUAGE
from closecodes.problems import Place
from closecodes.proofreading.pieces import Piece, paragraphs


__all__ = ["pieces_of_catalogues", "pieces_of_documents", "pieces_of_records"]


_DOCUMENTS = ("README*.md", "CONTRIBUTING*.md", "CHANGELOG.md", "docs/*.md")
_GENERATED = {"fields.md", "fields.fr.md", "rules.md"}
"""Documents that are written from docstrings."""

_INDENTED_CODE = re.compile("^ {4,}[^\n]*", re.MULTILINE)


def pieces_of_records(records: Records) -> Iterator[Piece]:
    """Yield every paragraph of the records, pages and guides, in each language."""
    for passage in passages(records):
        quotes = passage.document.kind is Kind.GLOSSARY
        for start, text in paragraphs(masked(passage.text)):
            yield Piece(passage.language, text, partial(_in_passage, passage, start), quotes=quotes)


def _in_passage(passage: Passage, start: int, offset: int) -> Place:
    document = passage.document
    offsets = offsets_of(passage)
    if offsets is None:
        return Place(document.path, *document.marks.value(passage.path))
    return Place(document.path, *position_of(document.text, offsets[start + offset]))


def pieces_of_catalogues(locales: Path, shown_from: Path) -> Iterator[Piece]:
    """Yield every message of the catalogues in both its languages."""
    for path in sorted(locales.glob(f"*/{CATALOGUE.as_posix()}")):
        language = path.parent.parent.name.replace("_", "-")
        shown = path.relative_to(shown_from).as_posix()
        for message in read_catalogue(path, language):
            place = Place(shown, message.lineno or 1)
            for tag, text in ((SOURCE_LANGUAGE, message.id), (language, message.string)):
                for form in (text,) if isinstance(text, str) else text or ():
                    if message.id and form:
                        yield Piece(tag, masked(form), partial(_always, place))


def pieces_of_documents(root: Path) -> Iterator[Piece]:
    """Yield every paragraph of the documents for readers of the repository."""
    for path in sorted(
        path for pattern in _DOCUMENTS for path in root.glob(pattern) if path.name not in _GENERATED
    ):
        source = path.read_text(encoding="utf-8")
        language = path.stem.rpartition(".")[2] if "." in path.stem else SOURCE_LANGUAGE
        shown = path.relative_to(root).as_posix()
        for start, text in paragraphs(masked(_INDENTED_CODE.sub(hidden, source))):
            yield Piece(language, text, partial(_in_document, shown, source, start))


def _in_document(shown: str, source: str, start: int, offset: int) -> Place:
    return Place(shown, *position_of(source, start + offset))


def _always(place: Place, _offset: int) -> Place:
    return place
