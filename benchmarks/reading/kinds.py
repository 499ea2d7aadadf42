"""One page of each kind, for whatever looks at all kinds: tests, screenshots, checkers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


__all__ = ["KINDS", "LANGUAGES", "SCHEMES", "SCREENS", "address_of"]

LANGUAGES = ("en", "fr")
SCHEMES = ("light", "dark")
SCREENS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"narrow": (320, 640), "phone": (390, 844), "desktop": (1280, 900), "wide": (1600, 1000)}
)
"""Width and height in CSS pixels."""

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "start": "",
        "code": "1006/",
        "code-vendor": "discord/4004/",
        "comparison": "compare/1000-vs-1012/",
        "comparison-computed": "compare/1003-vs-1010/",
        "comparison-across": "compare/1008-vs-discord-4004/",
        "compare-index": "compare/",
        "family": "discord/",
        "number": "4001/",
        "ranges": "ranges/",
        "retry": "retry/",
        "constants": "constants/",
        "glossary": "glossary/",
        "errors": "errors/",
        "find": "find/",
        "guides": "guides/",
        "guide": "guides/reconnecting-well/",
        "translation": "translation/",
        "changes": "changes/",
        "prose": "about/",
        "not-found": "404.html",
        "chooser": "..",
    }
)
"""What lies behind the language in the address of one page of each kind."""


def address_of(kind: str, language: str) -> str:
    """Return the address of the page of a kind, relative to the root of the site: ``fr/1006/``."""
    return "" if KINDS[kind] == ".." else f"{language}/{KINDS[kind]}"
