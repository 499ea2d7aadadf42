"""Read how people name codes on the command line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from closecodes.drafting.numbers import Numbers
from closecodes.model.identity import REGISTERED_FAMILY, in_page_order


__all__ = ["NamingError", "pair_of", "split_code"]

_ID = re.compile(r"(.+)-([0-9]+)")


class NamingError(Exception):
    """What was named is no code, or not two codes."""


def split_code(words: Sequence[str], numbers: Numbers) -> tuple[str | None, str | None]:
    """Return the family and the number that ``words`` name, None for what they leave open; raises NamingError."""
    match list(words):
        case []:
            return None, None
        case [word] if word.lstrip("-").isdecimal():
            return REGISTERED_FAMILY, word
        case [word]:
            found = _ID.fullmatch(word)
            known = found and word not in numbers.families and found[1] in numbers.families
            return (found[1], found[2]) if found and known else (word, None)
        case [family, number]:
            return family, number
        case _:
            message = (
                f"{' '.join(words)} are too many words; give a family and a number, such as `discord 4015`"
            )
            raise NamingError(message)


def pair_of(ids: Sequence[str], numbers: Numbers) -> tuple[str, str]:
    """Return two ids in the order of their page; raises NamingError where they are not two codes that exist."""
    if len(ids) != 2:  # noqa: PLR2004 - a comparison is one of two
        message = f"{len(ids)} codes were given; a comparison is one of two, such as `1000 1012`"
        raise NamingError(message)
    for id_ in ids:
        if fault := numbers.id_fault(id_):
            raise NamingError(fault)
    if ids[0] == ids[1]:
        message = f"{ids[0]} cannot be compared with itself"
        raise NamingError(message)
    return in_page_order(ids[0], ids[1])
