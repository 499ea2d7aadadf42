"""Find the content files, say what kind of record each holds, and read them all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from closecodes.load.marks import Marks
from closecodes.load.strict_yaml import YamlProblem, read_yaml


__all__ = ["Content", "Document", "Kind", "load_again", "load_content"]


class Kind(StrEnum):
    """What a content file holds; decides which model its value must fit."""

    CODE = "close-code"
    FAMILY = "family"
    COMPARISON = "comparison"
    RANGES = "ranges"
    LIBRARIES = "libraries"
    GLOSSARY = "glossary"
    TIMEOUTS = "timeouts"
    CHANGES = "changes"
    ERROR_TEXTS = "error-texts"
    SITE = "site"
    PAGE = "page"
    GUIDE = "guide"
    SAMPLE = "sample"
    UNKNOWN = "unknown"


_READ = {".yaml", ".yml", ".md", ".py", ".mjs"}
_SINGLE_FILES = {
    f"{kind}.yaml"
    for kind in (Kind.RANGES, Kind.LIBRARIES, Kind.SITE, Kind.GLOSSARY, Kind.TIMEOUTS, Kind.CHANGES)
}


@dataclass(frozen=True, slots=True)
class Document:
    """One content file as read: no model has been applied to its value yet."""

    path: str
    kind: Kind
    value: Any
    marks: Marks
    text: str
    problems: tuple[YamlProblem, ...] = ()

    @property
    def stem(self) -> str:
        """Return the file's name without its ending: ``1012``."""
        return self.path.rpartition("/")[2].partition(".")[0]

    @property
    def folder(self) -> str:
        """Return the name of the folder the file stands in: ``websocket``."""
        return self.path.rpartition("/")[0].rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Content:
    """Every document of a content folder, in the order of their paths."""

    documents: tuple[Document, ...]
    folder: str = "content"
    """The content folder, as paths show it."""

    def of_kind(self, kind: Kind) -> Iterator[Document]:
        """Yield the documents of one kind."""
        return (document for document in self.documents if document.kind is kind)

    def lines(self) -> Mapping[str, list[str]]:
        """Return the lines of each file, by its path, for messages that quote one."""
        return {document.path: document.text.splitlines() for document in self.documents}


def load_content(folder: Path, *, shown_from: Path | None = None) -> Content:
    """Return all documents below ``folder``; paths are shown relative to ``shown_from``.

    Faults of a file are kept in its document. Raises OSError where a file cannot be read at all.
    """
    base = shown_from or folder.parent
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in _READ)
    documents = tuple(_read(path, folder, base) for path in paths)
    return Content(documents, _shown_path(folder, base))


def load_again(
    content: Content, folder: Path, paths: Collection[Path], *, shown_from: Path | None = None
) -> Content:
    """Return ``content`` after the files at ``paths``, below ``folder``, changed, came or went.

    All other documents are the same objects as before. Raises OSError where a file cannot be read at all.
    """
    base = shown_from or folder.parent
    gone = {_shown_path(path, base) for path in paths}
    kept = [document for document in content.documents if document.path not in gone]
    read = [_read(path, folder, base) for path in set(paths) if path.suffix in _READ and path.is_file()]
    in_order = sorted((*kept, *read), key=lambda document: document.path.split("/"))
    return replace(content, documents=tuple(in_order))


def _read(path: Path, folder: Path, base: Path) -> Document:
    shown = _shown_path(path, base)
    kind = _kind(path.relative_to(folder).parts)
    reading = read_yaml(path.read_bytes()) if path.suffix in {".yaml", ".yml"} else None
    if reading is None:
        return _prose(path, shown, kind)
    return Document(shown, kind, reading.value, reading.marks, reading.text, tuple(reading.problems))


def _prose(path: Path, shown: str, kind: Kind) -> Document:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Document(shown, kind, None, Marks(), "", tuple(read_yaml(data).problems[:1]))
    return Document(shown, kind, text or None, Marks(), text)


def _shown_path(path: Path, base: Path) -> str:
    try:
        return path.relative_to(base).as_posix()
    except ValueError:
        return path.as_posix()


def _kind(parts: tuple[str, ...]) -> Kind:  # noqa: PLR0911 - one for each place
    match parts:
        case ("families", _, "family.yaml"):
            return Kind.FAMILY
        case ("families", _, name) if name.endswith(".yaml"):
            return Kind.CODE
        case ("comparisons", name) if name.endswith(".yaml"):
            return Kind.COMPARISON
        case ("error-texts", name) if name.endswith(".yaml"):
            return Kind.ERROR_TEXTS
        case ("pages", name) if name.endswith(".md"):
            return Kind.PAGE
        case ("guides", name) if name.endswith(".md"):
            return Kind.GUIDE
        case ("guides", "samples", _):
            return Kind.SAMPLE
        case (name,) if name in _SINGLE_FILES:
            return Kind(name.removesuffix(".yaml"))
        case _:
            return Kind.UNKNOWN
