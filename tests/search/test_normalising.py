"""Tests of closecodes.search.normalising: texts as an index of words needs them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from closecodes.i18n.typography import typeset
from closecodes.search.normalising import normalised, without_markdown


TEXTS = st.text(alphabet="aéLœŒæ15'’‘«»–—- \u00a0\u202f;:!?.,\n", max_size=40)


class TestNormalised:
    """Tests of normalised."""

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("l’élève", "l'élève"),
            ("jusqu’à la fin", "jusqu'à la fin"),
            ("le nœud du cœur", "le noeud du coeur"),
            ("Œuvre, ex æquo", "Oeuvre, ex aequo"),
            ("1000–1015", "1000 – 1015"),
            ("3000—3999", "3000 – 3999"),
            ("deux\u00a0mots\u202f;\n fin", "deux mots ; fin"),
            ("pair–impair", "pair–impair"),
        ],
    )
    def test_signs(self, text: str, wanted: str) -> None:
        """Apostrophes are straight, ligatures two letters, the ends of a range apart, spaces plain."""
        assert wanted == normalised(text)

    @given(TEXTS)
    def test_once_is_enough(self, text: str) -> None:
        """What is normalised stays as it is."""
        assert normalised(text) == normalised(normalised(text))

    @given(TEXTS)
    def test_typography_makes_no_difference(self, text: str) -> None:
        """A text gives the same words before and after apostrophes and spaces are typeset."""
        plain = text.replace("«", "").replace("»", "").replace("\u202f", " ").replace("\u00a0", " ")

        words = normalised(typeset(plain, "fr")).replace(" ", "")

        assert normalised(plain).replace(" ", "").replace("...", "…") == words


_NUMBERED = re.compile(r"\s*1+\.\s")
"""What begins an entry of a numbered list."""


class TestWithoutMarkdown:
    """Tests of without_markdown."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("1. ", []),
            ("see [1006](code:1006), then `close()`", ["see", "1006,", "then", "close()"]),
            ("## Title\n\n1. **one**\n2. two", ["Title", "one", "two"]),
            ("- a\n- b-c", ["a", "b-c"]),
            ("> said", ["said"]),
            ("{{ sample watch.mjs }}\n\nText", ["Text"]),
            ("| a | b |\n| --- | --- |\n| c | d |", ["a", "b", "c", "d"]),
        ],
    )
    def test_words(self, text: str, words: list[str]) -> None:
        """Only the words are left: no marks, no addresses, no placeholders."""
        assert words == without_markdown(text).split()

    @given(st.text(alphabet="abc é.,;:'’()1", max_size=30).filter(lambda text: not _NUMBERED.match(text)))
    @example("11 .1. 1")
    def test_plain_text(self, text: str) -> None:
        """Sentences without marks keep all their words."""
        assert text.split() == without_markdown(text).split()
