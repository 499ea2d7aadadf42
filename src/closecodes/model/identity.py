"""How codes are called and in which order two of them stand."""

from __future__ import annotations

from functools import cache


__all__ = ["REGISTERED_FAMILY", "code_id", "family_and_number", "in_page_order"]

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
    return (first, second) if _page_order(first) <= _page_order(second) else (second, first)


def _page_order(id_: str) -> tuple[bool, int, str]:
    family, number = family_and_number(id_)
    return family != REGISTERED_FAMILY, number, family
