"""The languages of the site."""

from __future__ import annotations


__all__ = ["SOURCE_LANGUAGE", "language_name"]

SOURCE_LANGUAGE = "en"
"""The language that texts and messages are translated from."""


def language_name(language: str) -> str:
    """Return the English name of a language by its BCP 47 tag.

    >>> language_name("fr")
    'French'
    """
    from babel import Locale  # noqa: PLC0415 - few programs name a language

    return Locale.parse(language, sep="-").get_display_name(SOURCE_LANGUAGE) or language
