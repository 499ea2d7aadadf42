"""Compose stencils, without running their template for each way in which two codes can agree and differ.

What differs from one such way to the next is what the loops of a template go through: the facts that tell the codes
apart, those they share, the rows of their table. A template is run once, with lists of which it learns no more than
whether they are empty; where it loops over one, a mark stays behind. This is the *outline*. What a loop makes of one
entry is rendered once too. A stencil is then the outline with the entries of its own lists in the places of the marks.

A template that asks a list for more fails, and its pages are rendered one by one: slower, but never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from closecodes.render.stencils import Row, Stencil, UncomposableError, rows_of, stencil_of


__all__ = ["Entries", "LoopRecorder", "Outline", "run_loop"]

Body = Callable[..., Markup]
"""What a loop of a template makes of one entry."""

_LOOP = re.compile("\x04([0-9]+)\x05")


class Entries:
    """Stands in for a list of a page: a template may ask whether it is empty, and loop over it."""

    def __init__(self, name: str, *, some: bool) -> None:
        """Make a stand-in for the list called ``name``, which is empty unless it has ``some`` entries."""
        self.name = name
        self._some = some

    def __bool__(self) -> bool:
        """Return whether the list has entries."""
        return self._some

    def __iter__(self) -> Iterator[Any]:
        """Raise UncomposableError: only a loop that is recorded may ask for entries."""
        raise UncomposableError(self.name)


def run_loop(entries: Any, single: bool, caller: Body) -> Markup:  # noqa: FBT001 - as compiled templates call it
    """Return what the body of a loop makes of all ``entries``; each is one value if ``single``, else several."""
    made = (caller(entry) if single else caller(*entry) for entry in entries)
    return Markup("".join(made))  # noqa: S704 - made by templates


class LoopRecorder:
    """Takes the place of ``run_loop`` while an outline is made, and leaves a mark for each loop over a list."""

    def __init__(self) -> None:
        self.loops: list[tuple[str, Body]] = []
        """For each mark, the name of the list and the body, which takes one entry."""

    def __call__(self, entries: Any, single: bool, caller: Body) -> Markup:  # noqa: FBT001 - as run_loop
        """Return a mark, or what the loop makes of entries that are there."""
        if not isinstance(entries, Entries):
            return run_loop(entries, single, caller)
        self.loops.append((entries.name, caller if single else lambda entry: caller(*entry)))
        return Markup(f"\x04{len(self.loops) - 1}\x05")  # noqa: S704 - two control characters and digits


@dataclass(frozen=True, slots=True)
class Outline:
    """A page without its codes and without the entries of its lists."""

    pieces: tuple[tuple[Row, ...], ...]
    """What stands before, between and after the loops."""
    loops: tuple[tuple[str, Callable[[Hashable], tuple[Row, ...]]], ...]
    """Between two pieces: the name of a list, and what the loop makes of one of its entries."""

    def stencil(self, lists: Mapping[str, Sequence[Hashable]]) -> Stencil:
        """Return the page of two codes whose lists have these entries."""
        rows = list(self.pieces[0])
        for (name, rows_for), piece in zip(self.loops, self.pieces[1:], strict=True):
            for entry in lists[name]:
                rows += rows_for(entry)
            rows += piece
        return stencil_of(rows)

    @classmethod
    def of(
        cls, html: str, recorder: LoopRecorder, run: Callable[[Body, Hashable], str], texts: dict[str, bytes]
    ) -> Outline:
        """Return the outline that ``html`` with marks is; ``run`` makes a loop's entry, ``texts`` are held once.

        Raises UncomposableError if a mark of a loop was lost or printed twice.
        """
        split = _LOOP.split(html)
        numbers = [int(number) for number in split[1::2]]
        if sorted(numbers) != list(range(len(recorder.loops))):
            message = "a loop of the template is not printed once"
            raise UncomposableError(message)
        pieces = tuple(rows_of(text, texts) for text in split[::2])
        return cls(pieces, tuple(_loop(*recorder.loops[number], run, texts) for number in numbers))


def _loop(
    name: str, body: Body, run: Callable[[Body, Hashable], str], texts: dict[str, bytes]
) -> tuple[str, Callable[[Hashable], tuple[Row, ...]]]:
    made: dict[Hashable, tuple[Row, ...]] = {}

    def rows_for(entry: Hashable) -> tuple[Row, ...]:
        rows = made.get(entry)
        if rows is None:
            html = run(body, entry)
            if _LOOP.search(html):
                raise UncomposableError(name)
            rows = made[entry] = rows_of(html, texts)
        return rows

    return name, rows_for
