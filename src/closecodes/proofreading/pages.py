"""The texts of a built site: what a reader sees or hears of its pages, block by block."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from closecodes.check.prose import HIDDEN, masked, position_of
from closecodes.problems import Place
from closecodes.proofreading.pieces import Piece


__all__ = ["pieces_of_page", "pieces_of_site"]

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:[^<>\"]|\"[^\"]*\")*)>|<!--.*?-->|<![^>]*>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([a-zA-Z][\w:-]*)="([^"]*)"')
_SPACES = re.compile(r"[ \n\t]+")
_VOID = {"br", "circle", "hr", "img", "input", "link", "meta", "path", "rect", "line", "wbr"}
_INLINE = {
    *("a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp"),
    *(
        "span",
        "strong",
        "sub",
        "sup",
        "svg",
        "time",
        "tspan",
        "u",
        "var",
        "wbr",
        "circle",
        "path",
        "rect",
        "line",
    ),
}
_VERBATIM = {"code", "kbd", "pre", "s", "samp", "var"}
_UNREAD = {"script", "style"}
_READ_ALOUD = {"title", "alt", "aria-label", "placeholder", "label"}
_DESCRIPTIONS = {"description", "og:title", "og:description", "twitter:title", "twitter:description"}
_GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    language: str
    hidden: bool
    """Whether what it holds is no prose of ours: code, and names of documents elsewhere."""
    silent: bool = False
    """Whether it is read aloud as something else, as is the number of a source."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A text of a page, its language, and where it begins."""

    language: str
    text: str
    start: int
    bare: bool = False
    """Whether code has no marks in it."""


@dataclass(slots=True)
class _Block:
    """The text between two elements that begin a new line."""

    language: str = ""
    text: str = ""
    start: int = 0

    def add(self, text: str, at: int) -> None:
        if not self.text:
            self.start = at
        self.text += text


@dataclass(slots=True)
class _Page:
    """Where reading a page has come to."""

    open: list[_Element] = field(default_factory=lambda: [_Element("", "", hidden=False)])
    block: _Block = field(default_factory=_Block)

    @property
    def here(self) -> _Element:
        return self.open[-1]

    def flush(self) -> Iterator[_Read]:
        """Yield the block that ends here."""
        if text := _SPACES.sub(" ", self.block.text).strip(" "):
            yield _Read(self.block.language, text, self.block.start)

    def take(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        if tag in _VOID:
            return
        here = self.here
        hidden = here.hidden or tag in _VERBATIM or attributes.get("rel") == "noopener"
        silent = here.silent or tag in _UNREAD or (tag in _INLINE and "aria-label" in attributes)
        self.open.append(_Element(tag, attributes.get("lang", here.language), hidden, silent))

    def leave(self, tag: str) -> None:
        """Close an element."""
        if self.here.tag == tag:
            self.open.pop()


def pieces_of_site(folder: Path) -> Iterator[Piece]:
    """Yield what a reader sees or hears of each page below ``folder``, in the order of their addresses."""
    for path in sorted(folder.rglob("*.html")):
        quotes = path.parent.name == _GLOSSARY
        yield from pieces_of_page(path.read_text(encoding="utf-8"), path.as_posix(), quotes=quotes)


def pieces_of_page(source: str, shown: str, *, quotes: bool = False) -> Iterator[Piece]:
    """Yield each block, label and description of a page; ``shown`` is its path, ``quotes`` as in ``Piece``.

    Like all our pages it must close what it opens and quote every attribute.
    """
    for read in _texts(source):
        if any(sign.isalpha() for sign in read.text):
            place = partial(_place, source, shown, read.start)
            yield Piece(read.language, masked(read.text), place, typeset=True, quotes=quotes or read.bare)


def _place(source: str, shown: str, start: int, _offset: int) -> Place:
    return Place(shown, *position_of(source, start))


def _texts(source: str) -> Iterator[_Read]:
    page, end = _Page(), 0
    for found in _TAG.finditer(source):
        yield from _text(page, source[end : found.start()], end)
        end = found.end()
        closing, tag, attributes = found.groups()
        if not tag:
            continue
        if tag not in _INLINE:
            yield from page.flush()
        if closing:
            page.leave(tag)
        else:
            named = dict(_ATTRIBUTE.findall(attributes)) if '"' in attributes else {}
            page.take(tag, named)
            yield from _aloud(page, tag, named, found.start())
        if tag not in _INLINE:
            page.block = _Block(page.here.language)


def _text(page: _Page, text: str, at: int) -> Iterator[_Read]:
    here = page.here
    if not text or here.silent:
        return
    plain = html.unescape(text)
    if not here.hidden and here.language == page.block.language:
        page.block.add(plain, at)
    else:
        page.block.add(HIDDEN * len(plain), at)
        if not here.hidden and plain.strip():
            yield _Read(here.language, _SPACES.sub(" ", plain).strip(" "), at)


def _aloud(page: _Page, tag: str, named: dict[str, str], at: int) -> Iterator[_Read]:
    """Yield what an element says in its attributes."""
    language = named.get("lang", page.here.language)
    for name in () if tag in _VERBATIM else named.keys() & _READ_ALOUD:
        yield _Read(language, html.unescape(named[name]), at)
    if tag == "meta" and named.get("name", named.get("property")) in _DESCRIPTIONS:
        yield _Read(language, html.unescape(named.get("content", "")), at, bare=True)
