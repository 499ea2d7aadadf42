"""Tests of micro-typography: the rules of each language, and all that they must leave alone."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from closecodes.i18n.typography import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, typeset, typeset_html


LANGUAGES = st.sampled_from(["en", "fr", "fr-CA", "de"])
SIGNS = st.text(alphabet="aéLsqu15'\"’«»“”:;!?.,%€…–()-° \u00a0\u202f", max_size=12)
PROTECTED = (
    "https://example.org/a:b?c='d'&e=1000-1015;f",
    "wss://example.org:8080/l'hôte",
    "1000-1015@example.org",
    '`close(1000); // l\'autre ? "fin" ...`',
    '`log("%(delay)s s")`',
    "%(code)s",
    "%(count)d",
    "&nbsp;",
    "&#x27;",
)
ELEMENTS = (
    '<code>l\'autre ? 5 % "x" ...</code>',
    "<pre><code>ws.close(1000) ; // 'fin' !</code></pre>",
    "<kbd>Ctrl : C</kbd>",
    "<samp>l'erreur : 1006 !</samp>",
    '<script>if (a ? "b" : "c") ;</script>',
    "<style>a::before { content: '...' }</style>",
    "<svg><title>a ? b</title></svg>",
)
WORDS = st.lists(
    st.one_of(
        SIGNS, st.sampled_from(["l'", "qu'", "30 s", "40 %", "n° 5", "p. ex.", "1000-1015", *PROTECTED])
    ),
    max_size=6,
)
TEXTS = st.one_of(SIGNS, WORDS.map("".join), WORDS.map(" ".join))
TEXT_NODES = TEXTS.map(lambda text: html.escape(text, quote=False))
HTML = st.lists(
    st.one_of(
        TEXT_NODES,
        TEXT_NODES.map("<em>{}</em>".format),
        TEXT_NODES.map('<a href="https://example.org/?a=b" title="Qui ?">{}</a>'.format),
        TEXT_NODES.map('<p lang="en">{}<br></p>'.format),
        st.sampled_from(["<br>", *ELEMENTS]),
    ),
    max_size=6,
).map("".join)


def _letters_and_digits(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Qui ferme ?", "Qui ferme\u202f?"),
        ("Qui ferme?", "Qui ferme\u202f?"),
        ("Qui ferme\u00a0?", "Qui ferme\u202f?"),
        ("Attendez ; puis revenez", "Attendez\u202f; puis revenez"),
        ("Jamais ! Vraiment ?!", "Jamais\u202f! Vraiment\u202f?!"),
        ("(lequel ?)", "(lequel\u202f?)"),
    ],
)
def test_high_punctuation(typed: str, expected: str) -> None:
    """French puts a narrow no-break space before semicolons, exclamation and question marks."""
    assert expected == typeset(typed, "fr")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("La raison : aucune", "La raison\u00a0: aucune"),
        ("La raison: aucune", "La raison\u00a0: aucune"),
        ("La raison\u202f: aucune", "La raison\u00a0: aucune"),
        ("Voici :", "Voici\u00a0:"),
    ],
)
def test_colon(typed: str, expected: str) -> None:
    """French puts a no-break space, not a narrow one, before a colon."""
    assert expected == typeset(typed, "fr")


@pytest.mark.parametrize("typed", ["à 21:42", "un rapport de 4:3", "fr:name"])
def test_colon_inside(typed: str) -> None:
    """A colon between two signs, as in a time, takes no space."""
    assert typed == typeset(typed, "fr")


@pytest.mark.parametrize("typed", ["Un, deux. Trois", "a;b", "x!=y", "a?b"])
def test_no_space(typed: str) -> None:
    """Commas, full stops and signs inside a word take no space in French."""
    assert typed == typeset(typed, "fr")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("au plus 65 536 octets", "au plus 65\u202f536\u00a0octets"),
        ("16 384 messages", "16\u202f384 messages"),
        ("1006 404", "1006 404"),
        ("les codes 1000 1001", "les codes 1000 1001"),
    ],
)
def test_thousands(typed: str, expected: str) -> None:
    """The groups of a long number stay on one line; two numbers side by side are not one."""
    assert expected == typeset(typed, "fr")


@pytest.mark.parametrize(
    "typed", ["le « mot » juste", "le «mot» juste", 'le "mot" juste', "le «\u202fmot\u202f» juste"]
)
def test_french_quotes(typed: str) -> None:
    """French quotes are « », with a no-break space on both sides."""
    assert "le «\u00a0mot\u00a0» juste" == typeset(typed, "fr")


def test_nested_quotes() -> None:
    """Quotes inside French quotes keep their “ ”."""
    assert "«\u00a0un “mot” rare\u00a0»" == typeset("« un “mot” rare »", "fr")


def test_quotes_and_punctuation() -> None:
    """A question mark before a closing quote takes its narrow space."""
    assert "«\u00a0Qui\u202f?\u00a0» Moi." == typeset('"Qui ?" Moi.', "fr")


def test_english_quotes() -> None:
    """English quotes are “ ”, without spaces."""
    assert "the “right” word" == typeset('the "right" word', "en")


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("L'autre pair qu'on n'attend plus", "fr", "L’autre pair qu’on n’attend plus"),
        ("aujourd'hui", "fr", "aujourd’hui"),
        ("It isn't the client's", "en", "It isn’t the client’s"),
        ("the browsers' own", "en", "the browsers’ own"),
    ],
)
def test_apostrophe(typed: str, language: str, expected: str) -> None:
    """The apostrophe of a word is the typographic one."""
    assert expected == typeset(typed, language)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("l'`erreur`", "l’`erreur`"),
        ("qu'%(code)s", "qu’%(code)s"),
        ("l'« hôte »", "l’«\u00a0hôte\u00a0»"),
        ('l\'"hôte"', "l’«\u00a0hôte\u00a0»"),
    ],
)
def test_elided_before_sign(typed: str, expected: str) -> None:
    """An elided word has its apostrophe before code, a placeholder and a quotation too."""
    assert expected == typeset(typed, "fr")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_ellipsis(language: str) -> None:
    """Three full stops become an ellipsis."""
    assert "et… puis" == typeset("et... puis", language)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("30 s", "30\u00a0s"),
        ("40 %", "40\u00a0%"),
        ("40%", "40\u00a0%"),
        ("123 octets", "123\u00a0octets"),
        ("16 Mio", "16\u00a0Mio"),
        ("5 à 30 secondes", "5 à 30\u00a0secondes"),
        ("19 codes", "19\u00a0codes"),
        ("n° 7", "n°\u00a07"),
        ("p. ex. 1012", "p.\u00a0ex. 1012"),
    ],
)
def test_number_with_unit(typed: str, expected: str) -> None:
    """French keeps a number and what it counts on one line."""
    assert expected == typeset(typed, "fr")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("%(max)s secondes", "%(max)s\u00a0secondes"),
        ("%(min)s à %(max)s s", "%(min)s à %(max)s\u00a0s"),
        ("%(num)d codes", "%(num)d\u00a0codes"),
        ("%(share)s %%", "%(share)s\u00a0%%"),
        ("%(code)s page", "%(code)s page"),
    ],
)
def test_placeholder_with_unit(typed: str, expected: str) -> None:
    """A placeholder for a number stays on one line with what it counts."""
    assert expected == typeset(typed, "fr")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("%(max)s s, 30 s", "%(max)s\u00a0s, 30\u00a0s"),
        ("350 ms. 16 kB", "350\u00a0ms. 16\u00a0kB"),
        ("6455 sections", "6455 sections"),
        ("RFC 6455 and an RFC", "RFC\u00a06455 and an RFC"),
        ("the verb « déboguer »", "the verb «\u00a0déboguer\u00a0»"),
    ],
)
def test_english_spaces(typed: str, expected: str) -> None:
    """In English, a short unit stays with its number, an RFC with its own, a foreign quotation with its signs."""
    assert expected == typeset(typed, "en")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1012 s'arrête", "1012 s’arrête"),
        ("1012 s’arrête", "1012 s’arrête"),
        ("%(code)s s'arrête", "%(code)s s’arrête"),
    ],
)
def test_pronoun_is_no_unit(typed: str, expected: str) -> None:
    """The s’ of a reflexive verb after a code is not taken for seconds."""
    assert expected == typeset(typed, "fr")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_range(language: str) -> None:
    """A hyphen between two numbers of four digits becomes a dash without spaces."""
    assert "1000–1015, 3000–3999" == typeset("1000-1015, 3000-3999", language)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "typed", ["1006", "65535", "2026-11-22", "555-1234", "1000-1001-1002", "RFC6455", "1.5"]
)
def test_numbers(typed: str, language: str) -> None:
    """Codes, dates and other numbers are never grouped or changed."""
    assert typed == typeset(typed, language)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("token", PROTECTED)
def test_left_alone(token: str, language: str) -> None:
    """Code, addresses, placeholders and entities stay as they are."""
    assert token == typeset(token, language)


@given(before=SIGNS, token=st.sampled_from(PROTECTED), after=SIGNS, language=LANGUAGES)
@settings(deadline=None)
def test_left_alone_anywhere(before: str, token: str, after: str, language: str) -> None:
    """Code, addresses, placeholders and entities stay as they are whatever is around them."""
    assert token in typeset(f"{before} {token} {after}", language)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("voir https://example.org/a?", "voir https://example.org/a\u202f?"),
        ("(https://example.org/a)", "(https://example.org/a)"),
        ("`close()` : ferme", "`close()`\u00a0: ferme"),
        ("%(code)s ?", "%(code)s\u202f?"),
        ("%(min)s et %%", "%(min)s et %%"),
    ],
)
def test_around_what_is_left_alone(typed: str, expected: str) -> None:
    """The text around code, addresses and placeholders is typeset."""
    assert expected == typeset(typed, "fr")


@pytest.mark.parametrize("typed", ["%(path)s:%(line)s", "`host`:`port`", "mailto:someone@example.org"])
def test_colon_between_tokens(typed: str) -> None:
    """A colon that nothing separates from the token after it takes no space."""
    assert typed == typeset(typed, "fr")


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ('"voir `x` ici"', "fr", "«\u00a0voir `x` ici\u00a0»"),
        ('"see `x` here"', "en", "“see `x` here”"),
        ('"le `x` y" et "z"', "fr", "«\u00a0le `x` y\u00a0» et «\u00a0z\u00a0»"),
    ],
)
def test_quotes_around_code(typed: str, language: str, expected: str) -> None:
    """A quotation that holds code opens and closes where it was typed."""
    assert expected == typeset(typed, language)


@pytest.mark.parametrize("typed", ['L\'autre ? "Non" : ...', "40 %", "1000-1015"])
def test_other_language(typed: str) -> None:
    """A language without rules of its own is left as it was typed."""
    assert (typed, f"<p>{typed}</p>") == (typeset(typed, "de"), typeset_html(f"<p>{typed}</p>", "de"))


def test_regional_language() -> None:
    """A regional tag takes the rules of its language."""
    assert ("Oui\u202f?", "“Yes?”") == (typeset("Oui ?", "fr-CA"), typeset('"Yes?"', "en-CA"))


def test_spaces() -> None:
    """The two spaces are those of Unicode that no line breaks at."""
    assert ("\u00a0", "\u202f") == (NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE)


@given(text=TEXTS, language=LANGUAGES)
@example(text="::", language="fr")
@example(text="Qui ?: moi;:", language="fr")
@example(text='l\'"hôte"', language="fr")
@settings(deadline=None)
def test_idempotent(text: str, language: str) -> None:
    """Text that is typeset already does not change again."""
    once = typeset(text, language)

    assert once == typeset(once, language)


@given(text=TEXTS, language=LANGUAGES)
@settings(deadline=None)
def test_letters_and_digits(text: str, language: str) -> None:
    """Letters and digits never change: only spaces and signs do."""
    assert _letters_and_digits(text) == _letters_and_digits(typeset(text, language))


@pytest.mark.parametrize("element", ELEMENTS)
def test_html_verbatim(element: str) -> None:
    """Code and its kin keep their text while the text around them is typeset."""
    assert f"Oui\u202f? {element} Non\u202f!" == typeset_html(f"Oui ? {element} Non !", "fr")


def test_html_verbatim_capitals() -> None:
    """The name of an element counts in capitals too."""
    assert "<CODE>a ?</CODE> b\u202f?" == typeset_html("<CODE>a ?</CODE> b ?", "fr")


@pytest.mark.parametrize(
    "part",
    [
        '<span lang="en">Who?</span>',
        "<i lang='en'>Who <b>knows?</b> I don't</i>",
        '<p class="a" lang="en">Who?<br>What?<hr/><img alt="x">Why?</p>',
        '<div lang="en"><div>Who?</div> What?</div>',
        '<div lang="en"></p>Who?</div>',
    ],
)
def test_html_other_language(part: str) -> None:
    """A part in another language is left alone to its end."""
    assert f"Qui\u202f? {part} Quoi\u202f?" == typeset_html(f"Qui ? {part} Quoi ?", "fr")


def test_html_language_of_target() -> None:
    """The language of a link’s target says nothing about the text of the link."""
    assert '<a hreflang="en">Qui\u202f?</a>' == typeset_html('<a hreflang="en">Qui ?</a>', "fr")


def test_html_attributes() -> None:
    """Attributes stay as they are."""
    source = '<a href="https://example.org/?a" title="l\'autre ?">l\'autre ?</a>'

    assert source.replace(">l'autre ?<", ">l’autre\u202f?<") == typeset_html(source, "fr")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("l'<code>hôte</code> ?", "l’<code>hôte</code>\u202f?"),
        ("<strong>Note</strong> : rien", "<strong>Note</strong>\u00a0: rien"),
        ("<li>1 Mio :</li>", "<li>1\u00a0Mio\u00a0:</li>"),
        ("</p>Qui ?", "</p>Qui\u202f?"),
        ("a &amp; b ; c &lt; d", "a &amp; b\u202f; c &lt; d"),
    ],
)
def test_html_across_tags(source: str, expected: str) -> None:
    """Elision and punctuation work at the edge of an element, and entities stay whole."""
    assert expected == typeset_html(source, "fr")


@pytest.mark.parametrize("source", ["Qui&nbsp;?", "Qui&nbsp;: moi", "Qui&#160;: moi"])
def test_html_typed_space(source: str) -> None:
    """A no-break space that is already there, which sanitised HTML spells as an entity, is not doubled."""
    text = html.unescape(typeset_html(source, "fr"))

    assert re.fullmatch(r"Qui[\u00a0\u202f](\?|: moi)", text)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"<em>a</em> b" et "c"', "«\u00a0<em>a</em> b\u00a0» et «\u00a0c\u00a0»"),
        ('"voir <code>"x"</code> ici"', '«\u00a0voir <code>"x"</code> ici\u00a0»'),
    ],
)
def test_html_quotes_around_elements(source: str, expected: str) -> None:
    """A quotation that holds elements opens and closes where it was typed."""
    assert expected == typeset_html(source, "fr")


@given(source=HTML, language=LANGUAGES)
@example(source="::", language="fr")
@settings(deadline=None)
def test_html_idempotent(source: str, language: str) -> None:
    """HTML that is typeset already does not change again."""
    once = typeset_html(source, language)

    assert once == typeset_html(once, language)


@given(source=HTML, language=LANGUAGES)
@settings(deadline=None)
def test_html_letters_and_digits(source: str, language: str) -> None:
    """Letters and digits never change in HTML either."""
    assert _letters_and_digits(source) == _letters_and_digits(typeset_html(source, language))


@given(source=HTML, language=LANGUAGES)
@settings(deadline=None)
def test_html_markup(source: str, language: str) -> None:
    """Tags, with their attributes, and elements of code are the same before and after."""
    markup = re.compile("|".join([*map(re.escape, ELEMENTS), "<[^>]*>"]))

    assert markup.findall(source) == markup.findall(typeset_html(source, language))
