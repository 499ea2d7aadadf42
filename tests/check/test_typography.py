"""How French and English are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closecodes.check.typography import slips


def _mended(text: str, language: str) -> str:
    """Return ``text`` with every certain slip mended."""
    for slip in reversed([slip for slip in slips(text, language) if slip.certain]):
        text = text[: slip.start] + slip.wanted + text[slip.end :]
    return text


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Qui ferme? Vous; moi!", "Qui ferme ? Vous ; moi !"),
        ("La raison: aucune", "La raison : aucune"),
        ("le «mot» juste", "le « mot » juste"),
        ('le "mot" juste', "le « mot » juste"),
        ("le “mot” juste", "le « mot » juste"),
        ("et ainsi de suite...", "et ainsi de suite…"),
        ("codes, raisons, etc…", "codes, raisons, etc."),
        ("Attendez , puis .", "Attendez, puis."),
        ("30s, 123octets, 40%", "30 s, 123 octets, 40 %"),
        ("le code 1 006", "le code 1006"),
        ("A partir de 1000. Etat perdu. Ecrivez.", "À partir de 1000. État perdu. Écrivez."),
        ("Etre là. Ca va.", "Être là. Ça va."),
        ("1ère, 1ers, 2ème, 3èmes", "1re, 1ers, 2e, 3es"),
        ("4000 – 4999 et 3000 - 3999", "4000–4999 et 3000–3999"),
        ("un tiret - long", "un tiret – long"),
        ("deux  mots ( ici )", "deux mots (ici)"),
        ("un noeud, à l'oeil", "un nœud, à l'œil"),
        ("i.e. ceci, e.g. cela, càd tout", "c.-à-d. ceci, p. ex. cela, c.-à-d. tout"),
        ("l' autre, qu' on", "l'autre, qu'on"),
    ],
)
def test_french(typed: str, right: str) -> None:
    """What French readers stumble over is mended as they expect it."""
    assert right == _mended(typed, "fr")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Who closes ? You ; me !", "Who closes? You; me!"),
        ("The reason : none", "The reason: none"),
        ("40 % of them...", "40% of them…"),
        ("4000 - 4999", "4000–4999"),
    ],
)
def test_english(typed: str, right: str) -> None:
    """English has none of the French spaces."""
    assert right == _mended(typed, "en")


@pytest.mark.parametrize(
    "text",
    [
        "À 21:42, `if x: y; z!` et https://example.org/?a=b ; ensuite ?",
        "Un « “mot” rare », 16 384 messages, les codes 3000 à 3999.",
        "Voyez [le guide](guide:close-reasons) : 123 octets.",
        "La commande `a  b ... c` et {x}\u202f!",
        "Il a 3 s ; l'autre, 40 %.",
        "| a  | b |",
    ],
)
def test_right_french(text: str) -> None:
    """French that is typed well has no slips, nor has code in it; no-break spaces may be typed or not."""
    assert [] == list(slips(text, "fr"))


def test_english_quotes_french() -> None:
    """French words between « » in an English text keep their own signs."""
    assert [] == list(slips("The verb is « déboguer ? ».", "en"))


def test_grouped_code() -> None:
    """In English a number with a comma may be an amount: that of a code is told, and left to people."""
    (slip,) = slips("1,006 pages of 1,100", "en", {1006})

    assert ("1006", False) == (slip.wanted, slip.certain)


def test_unknown_language() -> None:
    """A language without rules is left as it was typed."""
    assert [] == list(slips("what ? 1 006...", "ar"))


@given(st.text(alphabet="aàE1 «»\"“”?;:!.,-–()'`%0", max_size=40))
def test_mended_text_is_right(text: str) -> None:
    """Slips do not overlap, and stand in their order."""
    ends = [0]
    for slip in slips(text, "fr"):
        assert ends[-1] <= slip.start <= slip.end
        ends.append(slip.end)
