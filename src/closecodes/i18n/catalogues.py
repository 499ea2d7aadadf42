"""Read gettext catalogues straight from their ``.po`` files."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from closecodes.i18n.typography import typeset
from closecodes.load.languages import CATALOGUE, find_languages


__all__ = [
    "CATALOGUE",
    "catalogue_path",
    "find_languages",
    "is_translated",
    "read_catalogue",
    "translations_for",
]


def catalogue_path(locales: Path, language: str) -> Path:
    """Return where the catalogue of ``language`` is kept, if it has one."""
    return locales / language.replace("-", "_") / CATALOGUE


def read_catalogue(path: Path, language: str) -> Catalog:
    """Return the catalogue kept in the ``.po`` file at ``path``.

    Raises babel.messages.pofile.PoFileError where the file is damaged.
    """
    with path.open("rb") as file:
        return read_po(file, locale=language.replace("-", "_"), abort_invalid=True)


def is_translated(message: Message) -> bool:
    """Return whether a message is translated in all its forms; what a tool has guessed is not."""
    forms = (message.string,) if isinstance(message.string, str) else message.string or ("",)
    return not message.fuzzy and all(forms)


def translations_for(locales: Path, language: str) -> NullTranslations:
    """Return the messages of ``language``, typeset; English ones where there is no catalogue."""
    path = catalogue_path(locales, language)
    catalogue = (
        read_catalogue(path, language) if path.exists() else Catalog(locale=language.replace("-", "_"))
    )
    for message in catalogue:
        if message.id:
            message.string = _typeset_message(message, language) if is_translated(message) else ""
    binary = BytesIO()
    write_mo(binary, catalogue)
    binary.seek(0)
    return Translations(binary)


def _typeset_message(message: Message, language: str) -> str | tuple[str, ...]:
    if isinstance(message.string, str):
        return typeset(message.string, language)
    return tuple(typeset(string, language) for string in message.string or ())
