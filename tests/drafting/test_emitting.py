"""Tests of YAML in the style of the content folder."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closecodes.drafting.emitting import WIDTH, emit
from closecodes.load.strict_yaml import read_yaml


_HEAD = "# yaml-language-server: $schema=x.json"
_WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=40).map(" ".join)
_VALUES = st.recursive(
    _TEXTS | st.integers(0, 99_999) | st.booleans() | st.dates(),
    lambda inner: (
        st.dictionaries(st.sampled_from("abcdef"), inner, min_size=1) | st.lists(_TEXTS, min_size=1)
    ),
    max_leaves=12,
)


def _emitted(**record: Any) -> list[str]:
    return emit(record, _HEAD).splitlines()[1:]


@given(
    st.dictionaries(st.sampled_from(["x", "text", "sources", "translation", "see_also"]), _VALUES, min_size=1)
)
def test_same(record: dict[str, Any]) -> None:
    """What is written is read as the same, without a problem, whatever a text holds."""
    reading = read_yaml(emit(record, _HEAD).encode())

    assert [] == reading.problems
    assert record == reading.value


def test_own_records(repository: Path) -> None:
    """Records of the site are written as people wrote them."""
    for name in "families/discord/4000.yaml", "families/nats/1009.yaml", "families/fluxer/family.yaml":
        text = (repository / "content" / name).read_text(encoding="utf-8")

        assert text == emit(read_yaml(text.encode()).value, text.partition("\n")[0])


def test_order() -> None:
    """Fields keep their order, the modeline stands on top, and a line ends the file."""
    assert f"{_HEAD}\nb: 1\na: 2\n" == emit({"b": 1, "a": 2}, _HEAD)


def test_levels() -> None:
    """A level is two spaces, also within lists."""
    lines = _emitted(sources=[{"id": "a", "note": {"en": "x"}}, {"id": "b"}])

    assert ["sources:", "  - id: a", "    note:", "      en: x", "  - id: b"] == lines


def test_one_line() -> None:
    """Lists of texts and ranges stand on one line; ids of codes are quoted, for they look like numbers."""
    lines = _emitted(range={"min": 1, "max": 2}, supports=["a", "b, c"], see_also=["1012"])

    assert ["range: {min: 1, max: 2}", 'supports: [a, "b, c"]', 'see_also: ["1012"]'] == lines


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain, with a comma", "plain, with a comma"),
        ("yes", '"yes"'),
        ("1012", '"1012"'),
        ("No: 4004", '"No: 4004"'),
        ("`code` first", '"`code` first"'),
        ("a # b", '"a # b"'),
        ("", '""'),
        (True, "true"),
        (datetime.date(2026, 11, 22), "2026-11-22"),
    ],
)
def test_quotes(value: object, written: str) -> None:
    """Quotes stand where a reader could take a text for something else, and nowhere else."""
    assert [f"x: {written}"] == _emitted(x=value)


def test_long_text() -> None:
    """A text that is too long for a line is folded."""
    lines = _emitted(text={"en": "word " * 60 + "end"})

    assert ["text:", "  en: >-"] == lines[:2]
    assert all(line.startswith("    word") or line.endswith("end") for line in lines[2:])
    assert max(map(len, lines)) <= WIDTH


def test_long_word() -> None:
    """An address is never folded, for it has no spaces."""
    address = "https://example.org/" + "x" * WIDTH

    assert [f"url: {address}"] == _emitted(url=address)


def test_line_breaks() -> None:
    """A text with line breaks keeps them."""
    text = "one\n\n" + "two " * 40

    assert {"x": text} == read_yaml(emit({"x": text}, _HEAD).encode()).value
