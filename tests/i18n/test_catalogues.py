"""Tests of how catalogues are found, read and typeset."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError

from closecodes.i18n import find_languages, read_catalogue
from closecodes.i18n.catalogues import CATALOGUE, translations_for


def test_find_languages(write_catalogue: Callable[..., Path]) -> None:
    """English comes first, then every language with a catalogue, by tag."""
    write_catalogue("zh_Hant")
    write_catalogue("ar")
    locales = write_catalogue("fr")

    assert ("en", "ar", "fr", "zh-Hant") == find_languages(locales)


def test_find_english_once(write_catalogue: Callable[..., Path]) -> None:
    """English stays one language if it has a catalogue too."""
    assert ("en",) == find_languages(write_catalogue("en"))


def test_find_no_languages(tmp_path: Path) -> None:
    """A folder without catalogues leaves English alone."""
    (tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)

    assert ("en",) == find_languages(tmp_path)


def test_read_catalogue(french_locales: Path) -> None:
    """A catalogue holds the messages of its file, by context, untouched."""
    catalogue = read_catalogue(french_locales / "fr" / CATALOGUE, "fr")

    strings = [catalogue.get("Close", context).string for context in ("button", "heading")]  # type: ignore[union-attr]
    assert ["Fermer", "Fermeture"] == strings


def test_read_regional_catalogue(write_catalogue: Callable[..., Path]) -> None:
    """The locale of a catalogue is that of its BCP 47 tag."""
    locales = write_catalogue("pt_BR")

    assert "pt_BR" == str(read_catalogue(locales / "pt_BR" / CATALOGUE, "pt-BR").locale)


def test_read_damaged_catalogue(write_catalogue: Callable[..., Path]) -> None:
    """A damaged catalogue is refused, not read halfway."""
    locales = write_catalogue("fr", 'msgid "a"\nmsgstr "b"\nthis is not a message\n')

    with pytest.raises(PoFileError):
        read_catalogue(locales / "fr" / CATALOGUE, "fr")


def test_translations_typeset(french_locales: Path) -> None:
    """Translations get the spaces of their language."""
    assert "Qui ferme\u202f?" == translations_for(french_locales, "fr").gettext("Who closes?")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "%(num)s\u00a0code n’est pas connu"),
        (1, "%(num)s\u00a0code n’est pas connu"),
        (2, "%(num)s\u00a0codes ne sont pas connus, n’est-ce pas\u202f?"),
    ],
)
def test_plurals_typeset(number: int, expected: str, french_locales: Path) -> None:
    """Every plural form is typeset, and French takes the singular for none."""
    translations = translations_for(french_locales, "fr")

    assert expected == translations.ngettext("%(num)s code isn't known", "%(num)s codes aren't known", number)


@pytest.mark.parametrize("message", ["Nearly right", "Not yet", "Never heard of"])
def test_fuzzy_and_untranslated(message: str, french_locales: Path) -> None:
    """Fuzzy, empty and unknown messages come back in English."""
    assert message == translations_for(french_locales, "fr").gettext(message)


@pytest.mark.parametrize("language", ["en", "de", "pt-BR", "zh-Hant"])
def test_no_catalogue(language: str, tmp_path: Path) -> None:
    """A language without a catalogue has English messages."""
    assert "Who closes?" == translations_for(tmp_path, language).gettext("Who closes?")


def test_regional_catalogue(write_catalogue: Callable[..., Path]) -> None:
    """The folder of a regional language has an underscore where its tag has a hyphen."""
    locales = write_catalogue("fr_CA", 'msgid "Close"\nmsgstr "Fermer !"\n')

    assert "Fermer\u202f!" == translations_for(locales, "fr-CA").gettext("Close")
