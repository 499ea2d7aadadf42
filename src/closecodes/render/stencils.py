"""Compose the pages of two codes from parts, without running their template for each.

For all pairs whose facts agree and differ alike, a template makes the same page but for what it shows of the
first code and of the second. It is run once with two stand-ins that know nothing but that they are the first
and the second; what it prints is the *stencil*: bytes with slots. Every page is then the stencil with the parts of
its own two codes in the slots.

A template that asks a stand-in for more than a part fails, and its pages are rendered one by one: slower, but
never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, cast

from markupsafe import Markup

from closecodes.render.parts import PartCache


__all__ = [
    "Pieces",
    "Row",
    "Side",
    "Slots",
    "Stencil",
    "StencilParts",
    "UncomposableError",
    "rows_of",
    "stencil_of",
]

Getter = Callable[[Mapping[int, bytes]], tuple[bytes, ...]]

_SLOT = re.compile("\x02([0-9]+)\x03")


class UncomposableError(Exception):
    """A template asks for more than parts of one side."""


class Side:
    """Stands in for the first or the second code while a stencil is made; whoever asks it anything is told off."""

    def __init__(self, number: int, slots: Slots) -> None:
        self.number_of_side = number
        self._slots = slots

    @property
    def mark(self) -> Markup:
        """Return the mark for the id, which the address of the page is made of; no template asks for it."""
        return self._slots.mark(self, Slots.ID)

    def __getattr__(self, name: str) -> Any:
        """Raise UncomposableError, also where somebody only asks whether there is a ``name``."""
        raise UncomposableError(name)

    def __str__(self) -> str:
        raise UncomposableError


class Slots:
    """Numbers everything that a stencil can show of a code: the same number in every stencil."""

    NOTHING = 0
    ID = 1

    def __init__(self) -> None:
        self.keys: list[tuple[Hashable, ...]] = [(), ()]
        """For each slot, the key of its part without the code."""
        self._numbers: dict[tuple[Hashable, ...], int] = {}

    def number(self, key: tuple[Hashable, ...]) -> int:
        """Return the number of the slot that shows the part with ``key``."""
        number = self._numbers.setdefault(key, len(self.keys))
        if number == len(self.keys):
            self.keys.append(key)
        return number

    def known(self, key: tuple[Hashable, ...]) -> int:
        """Return the number of the slot that shows the part with ``key``; nothing where no stencil does."""
        return self._numbers.get(key, self.NOTHING)

    @staticmethod
    def mark(side: Side, number: int) -> Markup:
        """Return the mark that holds the place of a slot about ``side``."""
        return Markup(f"\x02{2 * number + side.number_of_side}\x03")  # noqa: S704 - two control characters and digits


class StencilParts(PartCache):
    """Parts while a stencil is made: those about a side are marks, all others what they are."""

    def __init__(self, parts: PartCache, slots: Slots) -> None:
        super().__init__()
        self._parts = parts
        self._slots = slots

    def __missing__(self, key: Hashable) -> Markup | None:
        """Return the mark for a part about a side, or the part."""
        place, depth, *subjects = cast("tuple[Hashable, ...]", key)  # as the part extension makes it
        sides = [subject for subject in subjects if isinstance(subject, Side)]
        if not sides:
            part = self._parts[key]
            return super().keep(key, part) if part is not None else None
        if len(sides) > 1 or subjects[0] is not sides[0]:
            raise UncomposableError(place)
        mark = Slots.mark(sides[0], self._slots.number((place, depth, *subjects[1:])))
        return super().keep(key, mark)

    def keep(self, key: Hashable, part: Markup) -> Markup:
        """Keep a part that is not about a side."""
        return self._parts.keep(key, part)


class Pieces(dict[int, bytes]):
    """The parts of one code, by the number of their slot; KeyError for those that are not rendered yet."""

    def __init__(
        self,
        code: Hashable,
        id_: str,
        slots: Slots,
        parts: PartCache,
        kept: dict[tuple[Hashable, ...], bytes] | None = None,
    ) -> None:
        super().__init__({Slots.NOTHING: b"", Slots.ID: id_.encode()})
        self._code = code
        self._slots = slots
        self._parts = parts
        self.kept = kept or {}
        """Parts that an earlier build rendered, by their keys without the code."""

    def __missing__(self, number: int) -> bytes:
        """Return the part, if it has been rendered."""
        key = self._slots.keys[number]
        if key in self.kept:
            self[number] = self.kept[key]
            return self[number]
        place, depth, *others = key
        part = self._parts.pop((place, depth, self._code, *others), None)
        if part is None:
            raise KeyError(number)
        self[number] = part.encode()
        return self[number]

    def part(self, key: tuple[Hashable, ...]) -> Markup | None:
        """Return a part by its key without the code, if it is here: what is here is no longer among the others."""
        data = self.get(self._slots.known(key)) or self.kept.get(key)
        return None if data is None else Markup(data.decode())  # noqa: S704 - it was Markup

    def to_keep(self) -> dict[tuple[Hashable, ...], bytes]:
        """Return all parts, by their keys without the code."""
        known = {self._slots.keys[number]: part for number, part in self.items() if number > Slots.ID}
        return {**self.kept, **known}


Row = tuple[bytes, int, bytes, int]
"""Text, a slot of the first code, text, a slot of the second; a slot may be nothing, a text empty."""


class Stencil(NamedTuple):
    """A page without its codes: text, slot of the first, text, slot of the second, and so on."""

    texts: tuple[bytes, ...]
    """The fixed text: what stands before each slot."""
    first: Getter
    second: Getter

    def fill(self, first: Mapping[int, bytes], second: Mapping[int, bytes]) -> bytes:
        """Return the page of two codes; raises KeyError where one of their parts is missing."""
        texts = self.texts
        page = [b""] * (2 * len(texts))
        page[::2] = texts
        page[1::4] = self.first(first)
        page[3::4] = self.second(second)
        return b"".join(page)


def stencil_of(rows: Sequence[Row]) -> Stencil:
    """Return the stencil that has ``rows``."""
    rows = [*rows, *[_NO_ROW] * (2 - len(rows))]  # fewer than two would not be taken as a list
    texts = (text for row in rows for text in row[::2])
    return Stencil(tuple(texts), itemgetter(*[row[1] for row in rows]), itemgetter(*[row[3] for row in rows]))


def rows_of(html: str, known: dict[str, bytes]) -> tuple[Row, ...]:
    """Return ``html`` with marks as rows; texts that are ``known`` are held once for all stencils."""
    split = _SLOT.split(html)
    texts = [known.get(text) or known.setdefault(text, text.encode()) for text in split[::2]]
    return (*_rows(texts, split[1::2]), *([(texts[-1], Slots.NOTHING, *_NO_SLOT)] if texts[-1] else ()))


def _rows(texts: Sequence[bytes], marks: Sequence[str]) -> Iterator[Row]:
    """Yield the rows that end with a slot."""
    waiting: tuple[bytes, int] | None = None
    for text, mark in zip(texts, marks, strict=False):
        number, is_second = divmod(int(mark), 2)
        if is_second:
            yield (*(waiting or _NO_SLOT), text, number)
            waiting = None
            continue
        if waiting:
            yield (*waiting, *_NO_SLOT)
        waiting = (text, number)
    if waiting:
        yield (*waiting, *_NO_SLOT)


_NO_SLOT = (b"", Slots.NOTHING)
_NO_ROW = (*_NO_SLOT, *_NO_SLOT)
