"""Tests of how clauses join sentences: French elision, and capitals."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.i18n import elide, sentence_case


JOINTS = st.sampled_from(["que ", "lorsque ", "Puisque ", "QUE ", "quelque "])
CLAUSES = st.sampled_from(
    ["un pair", "hors", "onze", "oui", "hôte", "<code>onopen</code>", "1006", "élan", "le pair"]
)
SENTENCES = st.lists(st.tuples(JOINTS, CLAUSES).map("".join), max_size=4).map(" et ".join)


@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        ("1001 signifie que un pair part", "1001 signifie qu’un pair part"),
        ("vous voyez 1001 lorsque il part", "vous voyez 1001 lorsqu’il part"),
        ("puisque elle part", "puisqu’elle part"),
        ("quoique il parte", "quoiqu’il parte"),
        ("jusque à la fin", "jusqu’à la fin"),
        ("parce que on attend", "parce qu’on attend"),
        ("que y répondre", "qu’y répondre"),
    ],
)
def test_elision(joined: str, expected: str) -> None:
    """« Que » and its kin lose their e before a vowel."""
    assert expected == elide(joined, "fr")


@pytest.mark.parametrize(
    "word", ["élan", "état", "être", "âge", "île", "œuvre", "Émission", "Œuvre", "Un", "AUCUN"]
)
def test_elision_accents_and_capitals(word: str) -> None:
    """Vowels with accents, ligatures and capitals count as vowels."""
    assert f"qu’{word}" == elide(f"que {word}", "fr")


@pytest.mark.parametrize(
    ("joined", "expected"),
    [("Lorsque un", "Lorsqu’un"), ("Puisque il", "Puisqu’il"), ("QUE UN", "QU’UN")],
)
def test_elision_keeps_capitals(joined: str, expected: str) -> None:
    """The word that is elided keeps its capitals."""
    assert expected == elide(joined, "fr")


@pytest.mark.parametrize("word", ["hôte", "heure", "habitude", "horloge", "histoire", "Hôte", "héroïne"])
def test_mute_h(word: str) -> None:
    """A mute h counts as a vowel."""
    assert f"qu’{word}" == elide(f"que {word}", "fr")


@pytest.mark.parametrize(
    "word",
    [
        "hors",
        "hasard",
        "haut",
        "haute",
        "huit",
        "huitième",
        "héros",
        "hiérarchie",
        "Hors",
        "hausse",
        "hacher",
        "heurter",
    ],
)
def test_aspirated_h(word: str) -> None:
    """Nothing is elided before an aspirated h."""
    assert f"que {word}" == elide(f"que {word}", "fr")


@pytest.mark.parametrize("word", ["onze", "onzième", "oui", "yaourt", "Onze", "Oui"])
def test_words_that_refuse_elision(word: str) -> None:
    """Nothing is elided before « onze », « oui » and « yaourt »."""
    assert f"lorsque {word} suit" == elide(f"lorsque {word} suit", "fr")


def test_word_that_begins_like_oui() -> None:
    """« Ouïe » is not « oui »."""
    assert "qu’ouïe" == elide("que ouïe", "fr")


@pytest.mark.parametrize("follower", ["le pair", "1006 arrive", "11 codes", "<code>onopen</code>", "« un »"])
def test_no_elision(follower: str) -> None:
    """Nothing is elided before a consonant, a number, code or a quotation."""
    assert f"que {follower}" == elide(f"que {follower}", "fr")


@pytest.mark.parametrize("word", ["quelque", "presque", "logique", "quiconque"])
def test_ends_like_que(word: str) -> None:
    """A word that only ends like « que » is not elided."""
    assert f"{word} un" == elide(f"{word} un", "fr")


def test_elision_before_emphasis() -> None:
    """A clause that begins with an emphasised vowel is elided all the same."""
    assert "1009 signifie qu’<em>un</em> message" == elide("1009 signifie que <em>un</em> message", "fr")


@pytest.mark.parametrize(
    "html", ["<code>que un</code>", '<span lang="en">que un</span>', 'que <span lang="en">a client</span>']
)
def test_no_elision_in_code(html: str) -> None:
    """Code and parts in another language are no French to elide."""
    assert html == elide(html, "fr")


def test_elision_regional() -> None:
    """French is elided in every country."""
    assert "qu’un" == elide("que un", "fr-CA")


@given(text=SENTENCES, language=st.sampled_from(["en", "de", "es"]))
@settings(deadline=None)
def test_elision_only_in_french(text: str, language: str) -> None:
    """Other languages are left alone."""
    assert text == elide(text, language)


@given(text=SENTENCES)
@settings(deadline=None)
def test_elision_idempotent(text: str) -> None:
    """A sentence that is elided already does not change again."""
    assert elide(text, "fr") == elide(elide(text, "fr"), "fr")


@given(text=SENTENCES)
@settings(deadline=None)
def test_elision_takes_one_letter(text: str) -> None:
    """Elision replaces an e and a space with an apostrophe, and nothing else."""
    assert text == elide(text, "fr").replace("’", "e ").replace("QUe", "QUE")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("le pair part", "Le pair part"),
        ("été", "Été"),
        ("œuvre", "Œuvre"),
        ("l’autre", "L’autre"),
        ("  après", "  Après"),
        ("<em>après</em> 1000", "<em>Après</em> 1000"),
        (
            '<a href="https://a.example/"><strong>voir</strong></a>',
            '<a href="https://a.example/"><strong>Voir</strong></a>',
        ),
        ("«\u00a0oui\u00a0», dit-il", "«\u00a0Oui\u00a0», dit-il"),
        ("“yes” it says", "“Yes” it says"),
        ("(rarely) seen", "(Rarely) seen"),
    ],
)
def test_sentence_case(html: str, expected: str) -> None:
    """A sentence begins with a capital, even inside elements, quotes and parentheses."""
    assert expected == sentence_case(html)


@pytest.mark.parametrize(
    "html",
    [
        "<code>close()</code> ferme",
        "<em><code>close()</code></em> ferme",
        "<kbd>c</kbd> copie",
        "<samp>error</samp> paraît",
        "1006 arrive",
        "Déjà",
        "",
        "– tiret",
    ],
)
def test_sentence_case_left_alone(html: str) -> None:
    """What begins with code, a number or a capital stays as it is."""
    assert html == sentence_case(html)


@given(text=st.text(alphabet="abé <>«(1", max_size=12))
@settings(deadline=None)
def test_sentence_case_touches_one_letter(text: str) -> None:
    """Nothing but the case of one letter changes."""
    changed = [pair for pair in zip(text, sentence_case(text), strict=True) if pair[0] != pair[1]]

    assert changed in ([], *([(low, low.upper())] for low in "abé"))
