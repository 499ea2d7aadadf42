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

        assert [
            FoundText(("name",), LocalizedText({"en": "Name of 1000", "fr": "Nom de 1000"}), "name"),
            FoundText(("causes", 0), LocalizedText({"en": "a", "fr": "b"}), "causes.0"),
        ] == [found[0], found[-1]]

    def test_ranges(self, records_of: Callable[..., Records]) -> None:
        """Texts of a list of ranges are told apart by their number."""
        (parsed,) = records_of().ranges

        assert [
            "ranges.0.name",
            "ranges.0.text.use",
            "ranges.0.text.registration",
            "ranges.0.text.advice",
        ] == [found.key for found in texts_of(parsed.record)]

    def test_keys_of_terms(self, records_of: Callable[..., Records]) -> None:
        """Texts of entries that have an id are kept under it, so that a new entry before them moves no digest."""
        source = {"id": "iana", "url": "https://example.org/", "note": {"en": "the list"}, "verified": True}
        term = {"id": "peer", "term": {"en": "peer"}, "definition": {"en": "Who."}, "sources": ["iana"]}
        glossary = {"terms": [term, {**term, "id": "frame", "note": {"en": "Why."}}], "sources": [source]}
        (parsed,) = records_of(files={"glossary.yaml": glossary}).glossaries

        assert [
            ("terms.peer.term", ("terms", 0, "term")),
            ("terms.peer.definition", ("terms", 0, "definition")),
            ("terms.frame.term", ("terms", 1, "term")),
            ("terms.frame.definition", ("terms", 1, "definition")),
            ("terms.frame.note", ("terms", 1, "note")),
            ("sources.iana.note", ("sources", 0, "note")),
        ] == [(found.key, found.path) for found in texts_of(parsed.record)]

    def test_keys_of_error_texts(self, records_of: Callable[..., Records]) -> None:
        """Texts of entries that have no id are kept under their number."""
        text = {"text": "boom", "printed_as": "log", "explanation": {"en": "It broke."}, "sources": ["log"]}
        source = {"id": "log", "url": "https://example.org/", "verified": True}
        program = {"id": "app", "name": "App", "language": "Go", "sources": [source]}
        texts = [text, {**text, "act": {"en": "Mend it."}}]
        (parsed,) = records_of(files={"error-texts/app.yaml": {**program, "texts": texts}}).error_texts

        assert ["texts.0.explanation", "texts.1.explanation", "texts.1.act"] == [
            found.key for found in texts_of(parsed.record)
        ]

    def test_none(self, records_of: Callable[..., Records]) -> None:
        """Libraries have names, but no texts."""
        (parsed,) = records_of().libraries

        assert [] == list(texts_of(parsed.record))


class TestFoundText:
    """A text and its place."""

    @pytest.mark.parametrize("name", CLAUSES)
    def test_clause(self, name: str) -> None:
        """These texts join a sentence."""
        assert FoundText(("text", name), LocalizedText({}), name).is_clause

    @pytest.mark.parametrize(
        "name", ["check", "fix", "reconnect", "difference", "tell", "act", "description"]
    )
    def test_sentence(self, name: str) -> None:
        """These texts are sentences."""
        assert not FoundText(("text", name), LocalizedText({}), name).is_clause

    def test_items(self) -> None:
        """A cause is a clause; a pitfall is a sentence."""
        assert FoundText(("causes", 0), LocalizedText({}), "causes.0").is_clause
        assert not FoundText(("pitfalls", 0), LocalizedText({}), "pitfalls.0").is_clause
