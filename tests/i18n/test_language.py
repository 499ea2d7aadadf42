"""Tests of one language: messages, lists, dates, order, direction."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import permutations

import pytest
from babel.support import NullTranslations
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from closecodes.i18n import Language


MakeLanguage = Callable[[str], Language]
ENGLISH = Language("en", NullTranslations())


def test_load(french: Language) -> None:
    """A loaded language has its tag, its locale and its messages."""
    assert ("fr", "fr", "Fermer") == (french.tag, str(french.locale), french.pgettext("button", "Close"))


@pytest.mark.parametrize(
    ("tag", "expected"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("pt-BR", "ltr")]
)
def test_direction(tag: str, expected: str, untranslated: MakeLanguage) -> None:
    """A language is written from left to right or from right to left."""
    assert expected == untranslated(tag).direction


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "English"),
        ("fr", "Français"),
        ("de", "Deutsch"),
        ("ar", "العربية"),
        ("pt-BR", "Português (Brasil)"),
    ],
)
def test_name(tag: str, expected: str, untranslated: MakeLanguage) -> None:
    """A language calls itself by its own name, with a capital."""
    assert expected == untranslated(tag).name


def test_gettext(french: Language) -> None:
    """A message is translated and typeset."""
    assert "Qui ferme\u202f?" == french.gettext("Who closes?")


def test_gettext_is_markup(french: Language) -> None:
    """A message is safe HTML, which templates do not escape again."""
    assert isinstance(french.gettext("Who closes?"), Markup)


@pytest.mark.parametrize(
    ("context", "expected"), [("button", "Fermer"), ("heading", "Fermeture"), ("other", "Close")]
)
def test_pgettext(context: str, expected: str, french: Language) -> None:
    """The context chooses between translations of the same words."""
    assert expected == french.pgettext(context, "Close")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0 page"), (1, "1 page"), (2, "2 pages"), (1006, "1006 pages")],
)
def test_npgettext(number: int, expected: str, french: Language) -> None:
    """The number chooses the form and fills it, ungrouped."""
    assert expected == french.npgettext("list", "%(num)s page", "%(num)s pages", number)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1\u00a0code n’est pas connu"), (3, "3\u00a0codes ne sont pas connus, n’est-ce pas\u202f?")],
)
def test_ngettext(number: int, expected: str, french: Language) -> None:
    """A message without context has plural forms too."""
    assert expected == french.ngettext("%(num)s code isn't known", "%(num)s codes aren't known", number)


@pytest.mark.parametrize(("number", "expected"), [(1, "It’s 1 “x”"), (2, "They’re 2 “x”")])
def test_english_plurals_typeset(number: int, expected: str, english: Language) -> None:
    """Every form of an English message is typeset, the plural included."""
    one, many = 'It\'s %(num)s "x"', 'They\'re %(num)s "x"'

    assert [expected] * 2 == [
        english.ngettext(one, many, number),
        english.npgettext("list", one, many, number),
    ]


def test_plural_with_parts(english: Language) -> None:
    """A plural form takes other parts beside its number."""
    text = english.ngettext("%(num)s code of %(family)s", "%(num)s codes of %(family)s", 4, family="a & b")

    assert "4 codes of a &amp; b" == text


def test_english_typeset(english: Language) -> None:
    """English messages, which no catalogue holds, are typeset as well."""
    assert "It isn’t “closed”…" == english.gettext('It isn\'t "closed"...')


def test_placeholders_escaped(english: Language) -> None:
    """Plain parts are escaped; parts that are safe HTML are not."""
    text = english.gettext("%(first)s and %(second)s", first="<b>&", second=Markup("<code>x</code>"))

    assert "&lt;b&gt;&amp; and <code>x</code>" == text


@given(part=st.text())
@settings(deadline=None)
def test_parts_stay(part: str) -> None:
    """A part enters a sentence escaped and otherwise unchanged, whatever it is."""
    assert f"[{escape(part)}]" == ENGLISH.gettext("[%(part)s]", part=part)


def test_missing_part(english: Language) -> None:
    """A placeholder that nobody fills is an error, not a hole in the page."""
    with pytest.raises(KeyError):
        english.gettext("%(first)s and %(second)s", first="one")


@pytest.mark.parametrize(("tag", "expected"), [("en", "40% of codes"), ("fr", "40\u00a0% des codes")])
def test_percent(tag: str, expected: str, english: Language, french: Language) -> None:
    """A doubled per cent sign is one sign on the page, with the space of the language."""
    language = {"en": english, "fr": french}[tag]

    assert expected == language.gettext("40%% of %(what)s", what="codes")


@pytest.mark.parametrize("part", ["100 %", "50% off", "%(code)s", "%%"])
def test_percent_in_part(part: str, french: Language) -> None:
    """Per cent signs of a part are only text."""
    assert f"40\u00a0% des {part}" == french.gettext("40%% of %(what)s", what=part)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("un pair part", "1001 signifie qu’un pair part."),
        ("le pair part", "1001 signifie que le pair part."),
        (Markup("<code>onopen</code> attend"), "1001 signifie que <code>onopen</code> attend."),
        ("hors ligne, <il> attend", "1001 signifie que hors ligne, &lt;il&gt; attend."),
    ],
)
def test_composition(clause: str, expected: str, french: Language) -> None:
    """A clause joins a sentence with the elision it needs."""
    assert expected == french.pgettext(
        "sentence", "%(code)s means that %(clause)s.", code=1001, clause=clause
    )


def test_english_composition(english: Language) -> None:
    """An English sentence is never elided."""
    assert "que un" == english.gettext("que %(word)s", word="un")


@pytest.mark.parametrize(
    ("tag", "items", "expected"),
    [
        ("en", [], ""),
        ("en", ["a"], "a"),
        ("en", ["a", "b"], "a and b"),
        ("en", ["a", "b", "c"], "a, b, and c"),
        ("fr", ["a", "b"], "a et b"),
        ("fr", ["a", "b", "c"], "a, b et c"),
        ("fr", [1000, 1012], "1000 et 1012"),
    ],
)
def test_list(tag: str, items: list[object], expected: str, untranslated: MakeLanguage) -> None:
    """Items are joined as the language joins them."""
    assert expected == untranslated(tag).list(items)


def test_list_escaped(english: Language) -> None:
    """Plain items of a list are escaped; items that are safe HTML are not."""
    assert "&lt;b&gt; and <i>x</i>" == english.list(["<b>", Markup("<i>x</i>")])


@pytest.mark.parametrize(
    ("tag", "day", "expected"),
    [
        ("fr", (2026, 1, 1), "1er janvier 2026"),
        ("fr", (2026, 11, 22), "22 novembre 2026"),
        ("fr", (2026, 8, 11), "11 août 2026"),
        ("fr", (2026, 5, 21), "21 mai 2026"),
        ("fr", (2021, 12, 31), "31 décembre 2021"),
        ("fr-CA", (2026, 2, 1), "1er février 2026"),
        ("en", (2026, 1, 1), "January 1, 2026"),
        ("de", (2026, 1, 1), "1. Januar 2026"),
    ],
)
def test_date(tag: str, day: tuple[int, int, int], expected: str, untranslated: MakeLanguage) -> None:
    """A day is written in words; the first of a month is « 1er » in French alone."""
    assert expected == untranslated(tag).date(datetime.date(*day))


def test_typeset(french: Language) -> None:
    """Plain text gets the spaces of the language and stays plain."""
    assert "<b> l’autre\u202f?" == french.typeset("<b> l'autre ?")


def test_typeset_html(french: Language) -> None:
    """HTML gets the spaces of the language outside its code, and is safe."""
    html = french.typeset_html("l'<code>a ?</code> ?")

    assert Markup("l’<code>a ?</code>\u202f?") == html
    assert isinstance(html, Markup)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a <b>", "A &lt;b&gt;"),
        (Markup("<em>a</em>"), "<em>A</em>"),
        (Markup("<code>a</code>"), "<code>a</code>"),
    ],
)
def test_sentence(html: object, expected: str, french: Language) -> None:
    """A sentence has its capital, and plain text is escaped."""
    assert expected == french.sentence(html)


def test_sort_key() -> None:
    """Accents and ligatures sort beside their letters, capitals beside small letters."""
    expected = ["Ægir", "côte", "eau", "Émission", "étal", "Étang", "odeur", "œuvre", "offre", "zone"]

    assert expected == sorted(sorted(expected), key=Language.sort_key)


def test_sort_key_total() -> None:
    """Texts that differ only in accents or case keep one order, however they come."""
    words = ["cote", "côte", "coté", "Cote"]

    assert 1 == len({tuple(sorted(order, key=Language.sort_key)) for order in permutations(words)})


def test_equality(french: Language) -> None:
    """A language is its tag and its messages."""
    assert (True, False) == (
        french == Language("fr", french.translations),
        french == Language("en", french.translations),
    )
