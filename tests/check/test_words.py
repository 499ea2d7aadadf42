"""Words for people: the nearest spelling, lists, and what a value is."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.check.words import describe, did_you_mean, nearest, one_of


class TestNearest:
    """The candidate that was probably meant."""

    @pytest.mark.parametrize(
        ("word", "expected"),
        [
            ("meanning", "meaning"),
            ("sendd", "send"),
            ("MEANING", "meaning"),
            ("wehn", "when"),
            ("send", "send"),
        ],
    )
    def test_close(self, word: str, expected: str) -> None:
        """A misspelt word leads to the one it is most like, whatever its capitals."""
        assert expected == nearest(word, ["when", "meaning", "send"])

    @pytest.mark.parametrize("word", ["", "colour", "x"])
    def test_far(self, word: str) -> None:
        """A word like none of them leads nowhere."""
        assert nearest(word, ["when", "meaning", "send"]) is None

    def test_no_candidates(self) -> None:
        """Without candidates there is none."""
        assert nearest("meaning", []) is None

    def test_tie(self) -> None:
        """Of two that are as close, the first by alphabet is chosen, in whatever order they come."""
        assert "cab" == nearest("ca", ["cat", "cab"])
        assert "cab" == nearest("ca", ["cab", "cat"])

    def test_barely(self) -> None:
        """Sixty parts of a hundred in common are just enough."""
        assert "abcxy" == nearest("abcuv", ["abcxy"])

    @settings(deadline=None, database=None)
    @given(st.lists(st.text("abcdé-_", min_size=1), min_size=1))
    def test_itself(self, words: list[str]) -> None:
        """A word that is there is nearest to itself."""
        assert words[0] == nearest(words[0], words)


class TestDidYouMean:
    """The question at the end of a message."""

    def test_close(self) -> None:
        """A close word is asked for."""
        assert "; did you mean `server`?" == did_you_mean("sever", ["client", "server"])

    def test_far(self) -> None:
        """Nothing is asked where no word is close."""
        assert "" == did_you_mean("nobody", ["client", "server"])


class TestOneOf:
    """A list of choices."""

    @pytest.mark.parametrize(
        ("choices", "expected"),
        [([], ""), (["a"], "`a`"), (["a", "b"], "`a` or `b`"), (["c", "a", "b"], "`c`, `a` or `b`")],
    )
    def test_list(self, choices: list[str], expected: str) -> None:
        """Choices keep their order, with “or” before the last."""
        assert expected == one_of(choices)

    def test_iterator(self) -> None:
        """The choices may come one by one."""
        assert "`a` or `b`" == one_of(iter("ab"))


class TestDescribe:
    """What a value is."""

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, "nothing"),
            (True, "`true`"),
            (False, "`false`"),
            ("yes", "the text `yes`"),
            ("", "the text ``"),
            (3, "the number 3"),
            (2.5, "the number 2.5"),
            (datetime.date(2026, 11, 22), "the date 2026-11-22"),
            ([1], "a list"),
            ({"a": 1}, "a mapping"),
        ],
    )
    def test_kinds(self, value: object, expected: str) -> None:
        """A value is named by what a person would call it."""
        assert expected == describe(value)

    def test_forty(self) -> None:
        """A text of forty characters is shown whole."""
        assert f"the text `{'é' * 40}`" == describe("é" * 40)

    def test_long(self) -> None:
        """A longer text is cut to forty characters, the last of which says so."""
        assert f"the text `{'é' * 39}…`" == describe("é" * 41)

    def test_long_number(self) -> None:
        """A long number is cut, too."""
        assert f"the number {'9' * 39}…" == describe(int("9" * 50))

    @pytest.mark.parametrize("text", ["servr\n", "two\nlines", "a\r\nb", "\u2028"])
    def test_one_line(self, text: str) -> None:
        """A text of several lines is shown on one, since a message is one line."""
        assert 1 == len(describe(text).splitlines())
