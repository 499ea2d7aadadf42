"""Texts of a record: which there are, which are clauses, and the digest of their English."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.check.parsing import Records
from closecodes.check.texts import CLAUSES, FoundText, digest, texts_of
from closecodes.records import LocalizedText


class TestDigest:
    """How the English that a translation was made from is recognised."""

    def test_value(self) -> None:
        """A digest never changes, since records hold it."""
        assert "7deff402" == digest("Worker Lost")

    @pytest.mark.parametrize("english", ["Worker\nLost", "  Worker   Lost\n", "Worker\u00a0Lost"])
    def test_spaces(self, english: str) -> None:
        """Line breaks and spaces make no difference."""
        assert digest("Worker Lost") == digest(english)

    @settings(deadline=None, database=None)
    @given(st.text())
    def test_form(self, english: str) -> None:
        """Any text has a digest of eight hexadecimal digits."""
        assert re.fullmatch("[0-9a-f]{8}", digest(english))

    @settings(deadline=None, database=None)
    @given(st.lists(st.text("abcé.", min_size=1), min_size=1), st.sampled_from([" ", "\n", "\n  ", "\t"]))
    def test_folding(self, words: list[str], space: str) -> None:
        """A text folded anew keeps its digest."""
        assert digest(" ".join(words)) == digest(space.join(words))

    @settings(deadline=None, database=None)
    @given(st.lists(st.text("abc", min_size=1, max_size=5), min_size=2, unique=True))
    def test_change(self, words: list[str]) -> None:
        """A text with other words has another digest."""
        assert digest(" ".join(words)) != digest(" ".join(words[1:]))


class TestTextsOf:
    """The texts of a record, in the order of its fields."""

    def test_code(self, records_of: Callable[..., Records], make_code: Callable[..., dict[str, Any]]) -> None:
        """A code has its name, its texts, and the statements of its lists."""
        code = make_code(1000, causes=[{"en": "a", "fr": "b"}], pitfalls=[{"en": "C."}, {"en": "D."}])
        (parsed,) = records_of(code).codes

        assert [
            *("name", "meaning", "when", "check", "fix", "reconnect", "received", "send"),
            *("causes.0", "pitfalls.0", "pitfalls.1"),
        ] == [found.key for found in texts_of(parsed.record)]

    def test_path(self, records_of: Callable[..., Records], make_code: Callable[..., dict[str, Any]]) -> None:
        """A text knows its place and what it says."""
        (parsed,) = records_of(make_code(1000, causes=[{"en": "a", "fr": "b"}])).codes
        found = list(texts_of(parsed.record))

        assert FoundText(("name",), LocalizedText({"en": "Name of 1000", "fr": "Nom de 1000"})) == found[0]
        assert FoundText(("causes", 0), LocalizedText({"en": "a", "fr": "b"})) == found[-1]

    def test_ranges(self, records_of: Callable[..., Records]) -> None:
        """Texts of a list of ranges are told apart by their number."""
        (parsed,) = records_of().ranges

        assert [
            "ranges.0.name",
            "ranges.0.text.use",
            "ranges.0.text.registration",
            "ranges.0.text.advice",
        ] == [found.key for found in texts_of(parsed.record)]

    def test_none(self, records_of: Callable[..., Records]) -> None:
        """Libraries have names, but no texts."""
        (parsed,) = records_of().libraries

        assert [] == list(texts_of(parsed.record))


class TestFoundText:
    """A text and its place."""

    @pytest.mark.parametrize(
        ("path", "key"),
        [(("name",), "name"), (("text", "meaning"), "meaning"), (("causes", 2), "causes.2")],
    )
    def test_key(self, path: tuple[str | int, ...], key: str) -> None:
        """Digests are kept under a short name."""
        assert key == FoundText(path, LocalizedText({})).key

    @pytest.mark.parametrize("name", CLAUSES)
    def test_clause(self, name: str) -> None:
        """These texts join a sentence."""
        assert FoundText(("text", name), LocalizedText({})).is_clause

    @pytest.mark.parametrize(
        "name", ["check", "fix", "reconnect", "difference", "tell", "act", "description"]
    )
    def test_sentence(self, name: str) -> None:
        """These texts are sentences."""
        assert not FoundText(("text", name), LocalizedText({})).is_clause

    def test_items(self) -> None:
        """A cause is a clause; a pitfall is a sentence."""
        assert FoundText(("causes", 0), LocalizedText({})).is_clause
        assert not FoundText(("pitfalls", 0), LocalizedText({})).is_clause
