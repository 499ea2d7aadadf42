"""Everything one language of the site needs: messages, lists, dates, order, direction."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.support import NullTranslations
from markupsafe import Markup, escape

from closecodes.i18n.catalogues import catalogue_path, translations_for
from closecodes.i18n.clauses import elide, sentence_case
from closecodes.i18n.filling import Filling
from closecodes.i18n.typography import typeset, typeset_html


__all__ = ["Language"]


@dataclass(frozen=True)
class Language:
    """One language of the site, by its BCP 47 tag, with its catalogue."""

    tag: str
    translations: NullTranslations

    @classmethod
    def load(cls, tag: str, locales: Path) -> Language:
        """Return the language ``tag`` with the catalogue kept below ``locales``; the same one until that changes."""
        path = catalogue_path(locales, tag)
        state = path.stat() if path.exists() else None
        return _loaded(tag, locales, (state.st_mtime_ns, state.st_size, state.st_ino) if state else None)

    @cached_property
    def locale(self) -> Locale:
        """Return what CLDR knows of the language."""
        return Locale.parse(self.tag, sep="-")

    @cached_property
    def locale_name(self) -> str:
        """Return the language with the country it is most spoken in, as Open Graph wants it: ``fr_FR``."""
        likely = get_global("likely_subtags").get(self.tag.replace("-", "_"), "")
        country = self.locale.territory or Locale.parse(likely).territory if likely else self.locale.territory
        return f"{self.locale.language}_{country}" if country else self.locale.language

    @cached_property
    def direction(self) -> str:
        """Return the direction of writing: ``ltr`` or ``rtl``."""
        return self.locale.text_direction

    @cached_property
    def name(self) -> str:
        """Return what the language calls itself, with a capital: « Français »."""
        name = self.locale.get_display_name(self.tag.replace("-", "_")) or self.tag
        return name[:1].upper() + name[1:]

    def gettext(self, message: str, /, **parts: object) -> Markup:
        """Return the translation of ``message``, its placeholders filled with ``parts``."""
        return self._compose(str(self.translations.gettext(message)), message, parts)

    def pgettext(self, context: str, message: str, /, **parts: object) -> Markup:
        """Return the translation of ``message`` in ``context``, filled with ``parts``."""
        return self._compose(str(self.translations.pgettext(context, message)), message, parts)

    def ngettext(self, one: str, many: str, num: int, /, **parts: object) -> Markup:
        """Return the translation of the form that fits ``num``, filled with ``parts``."""
        text = str(self.translations.ngettext(one, many, num))
        return self._compose(text, text if text == many else one, {"num": num, **parts})

    def npgettext(self, context: str, one: str, many: str, num: int, /, **parts: object) -> Markup:
        """Return the translation in ``context`` of the form that fits ``num``, filled with ``parts``."""
        text = str(self.translations.npgettext(context, one, many, num))
        return self._compose(text, text if text == many else one, {"num": num, **parts})

    def message(self, context: str, message: str) -> Filling:
        """Return the translation of ``message`` in ``context``, its placeholders still open."""
        return self._filling(str(self.translations.pgettext(context, message)), message)

    def _compose(self, translated: str, message: str, parts: dict[str, object]) -> Markup:
        return self._filling(translated, message).fill(parts)

    def _filling(self, translated: str, message: str) -> Filling:
        filling = self._fillings.get(translated)
        if filling is None:
            text = typeset(translated, self.tag) if translated == message else translated
            filling = self._fillings[translated] = Filling.of(text, self.tag)
        return filling

    @cached_property
    def _fillings(self) -> dict[str, Filling]:
        return {}

    def list(self, items: Iterable[object]) -> Markup:
        """Return the items as a list in a sentence: “a, b, and c”, « a, b et c »."""
        return Markup(format_list([str(escape(item)) for item in items], locale=self.locale))  # noqa: S704 - escaped

    def date(self, day: datetime.date) -> str:
        """Return a day in words: “22 November 2026”-like, as the language writes it."""
        text = format_date(day, format="long", locale=self.locale)
        return text.replace("1 ", "1er ", 1) if self.tag.startswith("fr") and day.day == 1 else text

    def typeset(self, text: str) -> str:
        """Return plain ``text`` with the signs and spaces of the language."""
        return typeset(text, self.tag)

    def typeset_html(self, html: str) -> Markup:
        """Return ``html`` with its text typeset; it must be safe already."""
        return Markup(typeset_html(html, self.tag))  # noqa: S704 - the caller sanitised it

    def elided(self, part: object, text: str) -> Markup:
        """Return ``text``, which awaits an elision, and the part of a sentence that follows it."""
        return Markup(elide(f"{text}{escape(part)}", self.tag))  # noqa: S704 - our own, parts escaped

    def sentence(self, html: object) -> Markup:
        """Return ``html`` with a capital at its start."""
        return Markup(sentence_case(str(escape(html))))  # noqa: S704 - escaped

    @staticmethod
    def sort_key(text: str) -> tuple[str, str]:
        """Return the key that sorts texts for readers: accents and ligatures beside their letters.

        >>> sorted(["œuvre", "zone", "Émission", "eau"], key=Language.sort_key)
        ['eau', 'Émission', 'œuvre', 'zone']
        """
        plain = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE")
        letters = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        return letters.casefold(), text


@lru_cache(maxsize=16)
def _loaded(tag: str, locales: Path, _state: tuple[int, int, int] | None) -> Language:
    return Language(tag, translations_for(locales, tag))
