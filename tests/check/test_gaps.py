"""Tests of gaps, what is still to be filled in."""

from __future__ import annotations

import pytest

from closecodes.check.gaps import GAP, gaps_in, is_gap


@pytest.mark.parametrize("value", [GAP, "TODO: ask Discord", "TODO ask", "TODO, later"])
def test_gap(value: str) -> None:
    """A text that begins with the mark is a gap."""
    assert is_gap(value)


@pytest.mark.parametrize("value", ["todo", "TODOS", "the TODO list", "", 7, None, ["TODO"]])
def test_no_gap(value: object) -> None:
    """Anything else is none."""
    assert not is_gap(value)


def test_paths() -> None:
    """Gaps are found at any depth, in the order of the record."""
    value = {"a": GAP, "b": [{"c": "x"}, {"c": GAP}], "d": {"e": {"en": "TODO: later", "fr": "fait"}}}

    assert [("a",), ("b", 1, "c"), ("d", "e", "en")] == list(gaps_in(value))


def test_whole() -> None:
    """A document that is nothing but the mark is one gap."""
    assert [()] == list(gaps_in(GAP))
