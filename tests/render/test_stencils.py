"""Tests of closecodes.render.stencils: pages with slots, and what fills them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from closecodes.render.parts import PartCache
from closecodes.render.stencils import (
    Pieces,
    Side,
    Slots,
    Stencil,
    StencilParts,
    UncomposableError,
    rows_of,
    stencil_of,
)


NUMBERS = st.integers(0, 5)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x02\x03"), max_size=5)
PIECES = st.lists(st.tuples(NUMBERS, st.booleans()) | TEXTS, max_size=12)


class _Only(dict[int, bytes]):
    """Parts of one code."""


def _parts(name: str) -> Mapping[int, bytes]:
    return _Only({Slots.NOTHING: b"", **{number: f"<{name}{number}>".encode() for number in range(1, 7)}})


def _cut(html: str) -> Stencil:
    return stencil_of(rows_of(html, {}))


class TestCut:
    """Tests of rows, and of the stencils made of them."""

    @pytest.mark.parametrize(
        ("html", "expected"),
        [
            ("", ""),
            ("plain", "plain"),
            ("\x022\x03", "<a1>"),
            ("\x023\x03", "<b1>"),
            ("x\x022\x03y", "x<a1>y"),
            ("\x022\x03\x022\x03", "<a1><a1>"),
            ("\x023\x03\x023\x03", "<b1><b1>"),
            ("\x022\x03 vs \x023\x03", "<a1> vs <b1>"),
            ("\x023\x03 vs \x022\x03", "<b1> vs <a1>"),
            ("1\x022\x032\x024\x033\x025\x034\x023\x035", "1<a1>2<a2>3<b2>4<b1>5"),
            ("é\x022\x03…\x023\x03é", "é<a1>…<b1>é"),
        ],
    )
    def test_fill(self, html: str, expected: str) -> None:
        """A stencil that is filled is its text, with the parts of both codes where the marks were."""
        assert expected == _cut(html).fill(_parts("a"), _parts("b")).decode()

    @given(pieces=PIECES)
    @settings(deadline=None)
    def test_any_page(self, pieces: list[tuple[int, bool] | str]) -> None:
        """However texts and marks follow each other, each part stands in its place."""
        slots = Slots()
        sides = (Side(0, slots), Side(1, slots))
        marked, expected = "", ""
        for piece in pieces:
            if isinstance(piece, str):
                marked, expected = marked + piece, expected + piece
            else:
                number, is_second = piece
                marked += str(Slots.mark(sides[is_second], number + 1))
                expected += f"<{'b' if is_second else 'a'}{number + 1}>"

        assert expected == _cut(marked).fill(_parts("a"), _parts("b")).decode()

    @pytest.mark.parametrize("html", ["\x0216\x03", "\x0217\x03", "\x022\x03\x023\x03\x0216\x03"])
    def test_missing_part(self, html: str) -> None:
        """A part that is not there is missed."""
        with pytest.raises(KeyError):
            _cut(html).fill(_parts("a"), _parts("b"))


@pytest.fixture(name="slots")
def _slots() -> Slots:
    return Slots()


@pytest.fixture(name="side")
def _side(slots: Slots) -> Side:
    return Side(0, slots)


class TestSlots:
    """Tests of the numbers of parts."""

    def test_numbers(self, slots: Slots) -> None:
        """Each key has a number of its own, always the same, after those of nothing and of the id."""
        keys = [("a.html:1:0", 3), ("a.html:1:0", 2), ("a.html:1:0", 3, "retry")]

        assert [2, 3, 4, 2] == [slots.number(key) for key in (*keys, keys[0])]
        assert keys == slots.keys[2:]

    def test_marks(self, slots: Slots) -> None:
        """A mark is markup, which no escaping changes, and tells side and number."""
        marks = [Slots.mark(Side(number, slots), 4) for number in (0, 1)]

        assert [Markup("\x028\x03"), Markup("\x029\x03")] == marks
        assert all(isinstance(mark, Markup) for mark in marks)


class TestSide:
    """Tests of what stands in for a code."""

    def test_mark(self, side: Side) -> None:
        """It has a mark, of which addresses can be made."""
        assert f"en/{side.mark}/" == "en/\x022\x03/"

    @pytest.mark.parametrize("name", ["id", "number", "name", "text", "code", "__html__"])
    def test_nothing_else(self, side: Side, name: str) -> None:
        """Nobody can ask it for anything else, not even whether it has it."""
        with pytest.raises(UncomposableError):
            hasattr(side, name)

    def test_text(self, side: Side) -> None:
        """It cannot be printed."""
        with pytest.raises(UncomposableError):
            str(side)


class TestStencilParts:
    """Tests of the parts that a template finds while a stencil is made."""

    def test_mark(self, slots: Slots) -> None:
        """A part about a side is a mark, the same number for both sides."""
        parts = StencilParts(PartCache(), slots)
        one, other = Side(0, slots), Side(1, slots)

        found = [parts["a.html:1:0", 3, side, "retry"] for side in (one, other, one)]

        assert [Markup("\x024\x03"), Markup("\x025\x03"), Markup("\x024\x03")] == found
        assert [("a.html:1:0", 3, "retry")] == slots.keys[2:]

    def test_other_part(self, slots: Slots) -> None:
        """A part about no side is what it is."""
        cache = PartCache()
        cache.keep(("a.html:1:0", 3, "retry"), Markup("<b>"))

        assert Markup("<b>") == StencilParts(cache, slots)["a.html:1:0", 3, "retry"]

    def test_not_rendered(self, slots: Slots) -> None:
        """A part about no side that is not there yet is rendered, and kept for all pages."""
        cache = PartCache()
        parts = StencilParts(cache, slots)

        assert parts["a.html:1:0", 3] is None
        parts.keep(("a.html:1:0", 3), Markup("<b>"))

        assert Markup("<b>") == parts["a.html:1:0", 3]
        assert Markup("<b>") == cache["a.html:1:0", 3]

    def test_two_sides(self, slots: Slots) -> None:
        """A part about both sides cannot be composed."""
        one, other = Side(0, slots), Side(1, slots)

        with pytest.raises(UncomposableError):
            StencilParts(PartCache(), slots)["a.html:1:0", 3, one, other]

    def test_side_comes_first(self, side: Side, slots: Slots) -> None:
        """A part whose first subject is not the side cannot be composed."""
        with pytest.raises(UncomposableError):
            StencilParts(PartCache(), slots)["a.html:1:0", 3, "retry", side]


class TestPieces:
    """Tests of the parts of one code by number."""

    def test_rendered(self, slots: Slots) -> None:
        """A part that was rendered for a page is a piece, as bytes; nothing and the id always are."""
        cache = PartCache()
        cache.keep(("a.html:1:0", 3, "code", "retry"), Markup("<b>é</b>"))
        number = slots.number(("a.html:1:0", 3, "retry"))

        pieces = Pieces("code", "acme-3000", slots, cache)

        assert ["<b>é</b>".encode(), b"", b"acme-3000"] == [
            pieces[wanted] for wanted in (number, Slots.NOTHING, Slots.ID)
        ]

    def test_missing(self, slots: Slots) -> None:
        """A part that nobody has rendered is missed, until somebody has."""
        cache = PartCache()
        pieces = Pieces("code", "1000", slots, cache)
        number = slots.number(("a.html:1:0", 3))

        with pytest.raises(KeyError):
            pieces[number]
        cache.keep(("a.html:1:0", 3, "code"), Markup("<b>"))

        assert pieces[number] == b"<b>"

    def test_kept(self, slots: Slots) -> None:
        """A part that an earlier build kept is a piece without being rendered."""
        pieces = Pieces("code", "1000", slots, PartCache(), {("a.html:1:0", 3): b"<b>"})

        assert pieces[slots.number(("a.html:1:0", 3))] == b"<b>"

    def test_to_keep(self, slots: Slots) -> None:
        """What is kept for later builds is what was kept before, and what was used."""
        cache = PartCache()
        for place in ("used", "unused"):
            cache.keep((place, 3, "code"), Markup("<{}>").format(place))
        pieces = Pieces("code", "1000", slots, cache, {("before", 3): b"before"})
        _ = pieces[slots.number(("used", 3))]

        assert {("before", 3): b"before", ("used", 3): b"<used>"} == pieces.to_keep()
