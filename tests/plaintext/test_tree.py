"""Tests of what a reader of text sees of a page."""

from __future__ import annotations

import pytest

from closecodes.plaintext.tree import Element, main_of, section_of
from closecodes.plaintext.words import words_of


def test_main() -> None:
    """Only the main part of a page is read; a piece of HTML without one is read whole."""
    assert "a" == words_of(main_of("<body><header>x</header><main>a</main><footer>y</footer>"))
    assert "a b" == words_of(main_of("<p>a</p><p>b</p>"))


@pytest.mark.parametrize(
    "piece",
    [
        "<nav>x</nav>",
        "<svg><title>x</title></svg>",
        "<script>x</script>",
        '<p class="improve">x</p>',
        '<span class="hidden">x</span>',
        '<a class="self" href="#a">x</a>',
        '<span aria-hidden="true">x</span>',
        "<p hidden>x</p>",
    ],
)
def test_unseen(piece: str) -> None:
    """What only serves to move about on the page says nothing."""
    assert "ab" == words_of(main_of(f"<main>a{piece}b</main>"))


def test_unclosed() -> None:
    """Elements that are never closed, or closed twice, lose no words."""
    assert "a b c" == words_of(main_of("<main><p>a<br>b</i></p></p><p>c</main>"))


def test_section() -> None:
    """A section is found by its own id or that of its heading."""
    main = main_of(
        '<main><section id="a"><h2>A</h2></section><div><section><h2 id="b">B</h2></section></div></main>'
    )

    assert ["A", "B"] == [words_of(section_of(main, id_) or "") for id_ in ("a", "b")]
    assert section_of(main, "c") is None


def test_attributes() -> None:
    """Attributes without a value are there."""
    (child,) = main_of("<p hidden>").children

    assert isinstance(child, Element)
    assert {"hidden": ""} == child.attributes
