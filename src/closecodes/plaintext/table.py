"""Lay out a table in columns of text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from closecodes.plaintext.tree import Element
from closecodes.plaintext.words import words_of


__all__ = ["table_lines"]

GAP = "  "
Row = Sequence[str]


def table_lines(table: Element, width: int) -> Iterator[str]:
    """Yield the lines of ``table``, at most ``width`` wide if its words allow; cells are wrapped."""
    rows = [_cells(row) for row in _rows(table)]
    count = max((len(row) for row in rows), default=0)
    widths = _widths([row for row in rows if len(row) == count], width)
    for row in rows:
        spread = [*widths[: len(row) - 1], sum(widths[len(row) - 1 :]) + len(GAP) * (count - len(row))]
        cells = [
            textwrap.wrap(cell, room, break_long_words=False, break_on_hyphens=False)
            for cell, room in zip(row, spread, strict=True)
        ]
        for line in zip_longest(*cells, fillvalue=""):
            yield GAP.join(f"{part:<{room}}" for part, room in zip(line, spread, strict=True)).rstrip()


def _rows(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element) and child.is_seen:
            if child.tag == "tr":
                yield child
            else:
                yield from _rows(child)


def _cells(row: Element) -> Row:
    return [words_of(cell) for cell in row.children if isinstance(cell, Element) and cell.tag in {"td", "th"}]


def _widths(rows: Sequence[Row], width: int) -> list[int]:
    """Return the width of each column: what its cells need, the widest cut until all fit, but no word."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    least = [max((len(word) for cell in column for word in cell.split(" ")), default=0) for column in columns]
    room = width - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and widths != least:
        wide = [index for index, (now, low) in enumerate(zip(widths, least, strict=True)) if now > low]
        widths[max(wide, key=widths.__getitem__)] -= 1
    return widths
