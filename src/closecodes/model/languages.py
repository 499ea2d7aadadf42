"""The languages of the site."""

from __future__ import annotations

from babel import Locale


__all__ = ["SOURCE_LANGUAGE", "language_name"]

SOURCE_LANGUAGE = "en"
"""The language that texts and messages are translated from."""


def language_name(language: str) -> str:
    """Return the English name of a language by its BCP 47 tag.

    >>> language_name("fr")
    'French'
    """
    return Locale.parse(language, sep="-").get_display_name(SOURCE_LANGUAGE) or language
