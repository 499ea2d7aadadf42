"""How codes are called and in which order two of them stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple


__all__ = [
    "REGISTERED_FAMILY",
    "Beside",
    "beside_each",
    "code_id",
    "family_and_number",
    "in_page_order",
    "page_order",
]

REGISTERED_FAMILY = "websocket"
"""The family of the codes in IANA's registry; their id is their number."""


def code_id(family: str, number: int | str) -> str:
    """Return the id of a code.

    >>> code_id("websocket", 1012), code_id("discord", 4004)
    ('1012', 'discord-4004')
    """
    return str(number) if family == REGISTERED_FAMILY else f"{family}-{number}"


@cache
def family_and_number(id_: str) -> tuple[str, int]:
    """Return the family and the number that an id is made of.

    >>> family_and_number("discord-voice-4004")
    ('discord-voice', 4004)
    """
    family, _, number = id_.rpartition("-")
    return family or REGISTERED_FAMILY, int(number)


def in_page_order(first: str, second: str) -> tuple[str, str]:
    """Return two ids in the order of their comparison page.

    The registered code comes first, then the lower number, then the family's name.

    >>> in_page_order("discord-4008", "1008")
    ('1008', 'discord-4008')
    """
    return (first, second) if page_order(first) <= page_order(second) else (second, first)


def page_order(id_: str) -> tuple[bool, int, str]:
    """Return what codes are sorted by where they stand side by side."""
    family, number = family_and_number(id_)
    return family != REGISTERED_FAMILY, number, family


class Beside(NamedTuple):
    """The ids of what stands before and after a code in a row; None at its ends."""

    before: str | None
    after: str | None


def beside_each(row: Sequence[str]) -> dict[str, Beside]:
    """Return what stands beside each of the ids in ``row``.

    >>> beside_each(["1000", "1001", "1002"])["1001"]
    Beside(before='1000', after='1002')
    """
    beside = zip((None, *row), row, (*row[1:], None), strict=False)
    return {id_: Beside(before, after) for before, id_, after in beside}
