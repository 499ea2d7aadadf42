"""What fields are for, in languages other than English: for the page of fields, and for questions about them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from closecodes.i18n.catalogues import read_catalogue
from closecodes.i18n.typography import typeset


__all__ = ["TRANSLATED", "catalogue_of", "translations"]

TRANSLATED = ("fr",)
"""The languages that there are; the catalogue of each stands beside this module."""


def catalogue_of(language: str) -> Path:
    """Return the file with the translations into a language."""
    return Path(__file__).with_name(f"fields.{language}.po")


@cache
def translations(language: str) -> Callable[[str], str]:
    """Return a function that gives a text in ``language``, as it is where it is not translated."""
    if language not in TRANSLATED:
        return str
    catalogue = read_catalogue(catalogue_of(language), language)
    strings = {message.id: typeset(str(message.string), language) for message in catalogue if message.id}
    return lambda text: strings.get(text, text)
