"""How addresses are made: no other module puts one together."""

from __future__ import annotations

from closecodes.model import REGISTERED_FAMILY, CloseCode, Family, Pair, family_and_number


__all__ = [
    "CARD",
    "TEXT",
    "address_in",
    "code_slug",
    "file_of",
    "forward_slug",
    "guide_slug",
    "number_slug",
    "pair_slug",
    "pair_slug_parts",
    "relative_address",
    "slug_of",
    "slug_of_reference",
]

CARD = "card.png"
"""The picture of a page that is shared, beside that page."""
TEXT = "index.md"
"""What a page says in Markdown, beside that page."""


def file_of(address: str) -> str:
    """Return the file that serves ``address``."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def address_in(language: str | None, slug: str) -> str:
    """Return the address of ``slug`` in ``language``."""
    return f"{language}/{slug}" if language else slug


def slug_of(subject: CloseCode | Family | Pair) -> str:
    """Return the slug of a page about a code, a family or a pair; the same in every language."""
    match subject:
        case CloseCode():
            return code_slug(subject.id)
        case Family():
            return f"{subject.id}/"
        case Pair(first=first, second=second):
            return pair_slug(first.id, second.id)


def code_slug(id_: str) -> str:
    """Return the slug of the page about the code called ``id_``."""
    family, number = family_and_number(id_)
    return f"{number}/" if family == REGISTERED_FAMILY else f"{family}/{number}/"


def pair_slug(first: str, second: str) -> str:
    """Return the slug of the page about two codes, in this order."""
    start, end = pair_slug_parts(first, second)
    return start + end


def pair_slug_parts(first: str, second: str) -> tuple[str, str]:
    """Return what the slug of a page about two codes owes to the first of them, and what to the second."""
    return f"compare/{first}-vs-", f"{second}/"


def forward_slug(pair: Pair) -> str:
    """Return the slug of the page that forwards from the other order of a pair."""
    return pair_slug(pair.second.id, pair.first.id)


def relative_address(source: str, target: str) -> str:
    """Return the link from the page at ``source`` to the one at ``target``, both from the root.

    It depends on nothing of the source but its depth, so that pages of one depth can share what links.

    >>> relative_address("en/compare/1000-vs-1012/", "en/1012/")
    '../../../en/1012/'
    """
    return "../" * source.count("/") + target or "./"


def number_slug(number: int) -> str:
    """Return the slug of the page about a number to which no registry gives a meaning."""
    return f"{number}/"


def guide_slug(name: str) -> str:
    """Return the slug of the guide called ``name``."""
    return f"guides/{name}/"


def slug_of_reference(kind: str, name: str) -> str:
    """Return the slug of what a text refers to as ``kind:name``: code, compare, family or guide.

    >>> slug_of_reference("compare", "1000/1012"), slug_of_reference("code", "discord-4004")
    ('compare/1000-vs-1012/', 'discord/4004/')
    """
    match kind:
        case "code":
            return code_slug(name)
        case "compare":
            return pair_slug(*name.split("/", 1))
        case "guide":
            return guide_slug(name)
        case _:
            return f"{name}/"
