"""Lay out the parts of a page one below the other."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from closecodes.plaintext.table import table_lines
from closecodes.plaintext.tree import Element, main_of, section_of
from closecodes.plaintext.words import block_in, words_of


__all__ = ["Line", "lines_of"]

STEP = 2
"""Columns by which what belongs to something stands further in."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and the level of the heading that it is; 0 for anything else."""

    text: str
    heading: int = 0


def lines_of(html: str, width: int, section: str | None = None) -> Iterator[Line]:
    """Yield the lines of a page, at most ``width`` wide if its words allow, never two empty ones in a row.

    With the id of a ``section``, only its lines.
    """
    main = main_of(html)
    part = section_of(main, section) if section else None
    empty = True
    for line in _element(part or main, width):
        if line.text or not empty:
            yield line
        empty = not line.text


def _element(element: Element, width: int) -> Iterator[Line]:
    if not element.is_seen:
        return
    lay_out = _LAYOUTS.get(element.tag)
    if lay_out:
        yield from lay_out(element, width)
    elif block_in(element):
        yield from _parts(element, width)
    else:
        yield from _paragraph(element, width)


def _parts(element: Element, width: int) -> Iterator[Line]:
    """Yield each block inside of ``element``, and the words between them as paragraphs."""
    between = Element("")
    for child in element.children:
        if isinstance(child, Element) and (child.tag in _LAYOUTS or block_in(child)):
            yield from _paragraph(between, width)
            between = Element("")
            yield from _element(child, width)
        elif not isinstance(child, Element) or child.is_seen:
            between.children.append(child)
    yield from _paragraph(between, width)


def _wrapped(text: str, width: int, first: str = "") -> Iterator[Line]:
    further = " " * len(first)
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from map(Line, lines)


def _paragraph(element: Element, width: int) -> Iterator[Line]:
    text = "" if element.only_leads_elsewhere else words_of(element)
    if text:
        yield from _wrapped(text, width)
        yield Line("")


def _heading(element: Element, width: int) -> Iterator[Line]:
    del width
    level = int(element.tag[1:])
    yield Line("")
    yield Line(words_of(element), level)
    if level < 3:  # noqa: PLR2004 - a smaller heading belongs to the lines below
        yield Line("")


def _summary(element: Element, width: int) -> Iterator[Line]:
    del width
    yield Line(words_of(element), 3)


def _list(element: Element, width: int) -> Iterator[Line]:
    number = 0
    for item in element.children:
        if isinstance(item, Element) and item.is_seen:
            number += 1
            mark = f"{number}. " if element.tag == "ol" else "- "
            yield from _item(item, width, mark, with_address="sources" in element.classes)
    yield Line("")


def _item(item: Element, width: int, mark: str, *, with_address: bool) -> Iterator[Line]:
    if block_in(item):
        inside = [line for line in _parts(item, width - len(mark)) if line.text]
        yield from (
            replace(line, text=(mark if not index else " " * len(mark)) + line.text)
            for index, line in enumerate(inside)
        )
        return
    yield from _wrapped(words_of(item), width, mark)
    if with_address and (address := _address(item)):
        yield Line(" " * len(mark) + address)


def _address(element: Element) -> str | None:
    for child in element.children:
        if isinstance(child, Element):
            address = child.attributes.get("href", "") if child.tag == "a" else _address(child)
            if address:
                return address
    return None


def _definitions(element: Element, width: int) -> Iterator[Line]:
    for child in element.children:
        if not isinstance(child, Element) or not child.is_seen:
            continue
        if child.tag == "dt":
            yield Line(words_of(child), 3)
        elif child.tag == "dd":
            inside = (
                _parts(child, width - STEP) if block_in(child) else _wrapped(words_of(child), width - STEP)
            )
            yield from (replace(line, text=" " * STEP + line.text) for line in inside if line.text)
        else:
            yield from _definitions(child, width)
    if element.tag == "dl":
        yield Line("")


def _table(element: Element, width: int) -> Iterator[Line]:
    yield from map(Line, table_lines(element, width))
    yield Line("")


def _verbatim(element: Element, width: int) -> Iterator[Line]:
    del width
    yield from (Line(" " * STEP + line) for line in _as_typed(element).strip("\n").split("\n"))
    yield Line("")


def _as_typed(element: Element | str) -> str:
    return element if isinstance(element, str) else "".join(map(_as_typed, element.children))


_LAYOUTS: Mapping[str, Callable[[Element, int], Iterator[Line]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    "p": _paragraph,
    "figcaption": _paragraph,
    "summary": _summary,
    "dl": _definitions,
    "table": _table,
    "pre": _verbatim,
}
