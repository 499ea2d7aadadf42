"""Catalogues for the tests of languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from babel.support import NullTranslations

from closecodes.i18n import Language


_HEADER = """\
msgid ""
msgstr ""
"Language: {tag}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

_FRENCH = """\
msgid "Who closes?"
msgstr "Qui ferme ?"

msgctxt "button"
msgid "Close"
msgstr "Fermer"

msgctxt "heading"
msgid "Close"
msgstr "Fermeture"

msgctxt "sentence"
msgid "%(code)s means that %(clause)s."
msgstr "%(code)s signifie que %(clause)s."

msgid "%(num)s code isn't known"
msgid_plural "%(num)s codes aren't known"
msgstr[0] "%(num)s code n'est pas connu"
msgstr[1] "%(num)s codes ne sont pas connus, n'est-ce pas ?"

msgctxt "list"
msgid "%(num)s page"
msgid_plural "%(num)s pages"
msgstr[0] "%(num)s page"
msgstr[1] "%(num)s pages"

msgid "40%% of %(what)s"
msgstr "40 %% des %(what)s"

#, fuzzy
msgid "Nearly right"
msgstr "À peu près"

msgid "Not yet"
msgstr ""
"""


@pytest.fixture(name="write_catalogue")
def _write_catalogue(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that keeps messages as the catalogue of a folder, and returns the locales."""

    def write(folder: str, messages: str = "", plural: str = "nplurals=2; plural=(n > 1);") -> Path:
        locales = tmp_path / "locales"
        path = locales / folder / "LC_MESSAGES" / "messages.po"
        path.parent.mkdir(parents=True)
        path.write_text(_HEADER.format(tag=folder, plural=plural) + messages, encoding="utf-8", newline="\n")
        return locales

    return write


@pytest.fixture(name="french_locales")
def _french_locales(write_catalogue: Callable[..., Path]) -> Path:
    """Return a folder of locales with a small French catalogue."""
    return write_catalogue("fr", _FRENCH)


@pytest.fixture(name="french")
def _french(french_locales: Path) -> Language:
    """Return French with its small catalogue."""
    return Language.load("fr", french_locales)


@pytest.fixture(name="english")
def _english(french_locales: Path) -> Language:
    """Return English, which has no catalogue."""
    return Language.load("en", french_locales)


@pytest.fixture(name="untranslated")
def _untranslated() -> Callable[[str], Language]:
    """Return a function that makes a language without messages."""
    return lambda tag: Language(tag, NullTranslations())
