"""Tests of pages as lines of text."""

from __future__ import annotations

import pytest

from closecodes.plaintext import Line, lines_of


def _lay_out(html: str, width: int = 30, section: str | None = None) -> list[str]:
    return [line.text for line in lines_of(f"<main>{html}</main>", width, section)]


def test_paragraphs() -> None:
    """Paragraphs are wrapped, with an empty line after each."""
    text = "one two three four five six seven eight"

    assert ["one two three four five six", "seven eight", "", "nine", ""] == _lay_out(
        f"<p>{text}</p><p>nine</p>"
    )


def test_headings() -> None:
    """A heading is a line that knows its level; a small one belongs to what follows."""
    lines = list(lines_of("<h1>A</h1><p>b</p><h2>C</h2><h3>D</h3><p>e</p>", 30))

    expected = [
        Line("A", 1),
        Line(""),
        Line("b"),
        Line(""),
        Line("C", 2),
        Line(""),
        Line("D", 3),
        Line("e"),
        Line(""),
    ]
    assert expected == lines


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("call <code>close()</code> now", "call `close()` now"),
        ('said.<a class="cite" href="#s">2</a><a class="cite" href="#t">3</a>', "said. [2] [3]"),
        ('Normale <span class="registry">Normal</span>', "Normale (Normal)"),
        ('said <span class="unconfirmed">not seen</span>', "said (not seen)"),
        ('<span class="retry">Wait</span> Yes.', "Wait. Yes."),
        ("Netty <small>Java</small>", "Netty (Java)"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("après 30\u202fs\u00a0!", "après 30\u202fs\u00a0!"),
    ],
)
def test_words(html: str, text: str) -> None:
    """What looks different on the page is told apart by signs; no-break spaces stay."""
    assert [text, ""] == _lay_out(f"<p>{html}</p>")


def test_no_break() -> None:
    """A line never ends at a no-break space."""
    assert ["attendez au bout de", "30\u00a0secondes", ""] == _lay_out(
        "<p>attendez au bout de 30\u00a0secondes</p>", 24
    )


def test_lists() -> None:
    """Items are marked or numbered; their further lines stand below the first."""
    assert ["- one two three four five six", "  seven", "- eight", ""] == _lay_out(
        "<ul><li>one two three four five six seven</li><li>eight</li></ul>"
    )
    assert ["1. a", "2. b", ""] == _lay_out("<ol><li>a</li><li>b</li></ol>")


def test_item_of_paragraphs() -> None:
    """An item of several paragraphs is marked once."""
    assert ["- a", "  b", ""] == _lay_out("<ul><li><p>a</p><p>b</p></li></ul>")


def test_sources() -> None:
    """A source is followed by its address, whole."""
    address = "https://example.org/" + "x" * 40
    html = f'<ol class="sources"><li><span><a href="{address}">Manual</a></span></li><li>No address</li></ol>'

    assert ["1. Manual", f"   {address}", "2. No address", ""] == _lay_out(html)


def test_definitions() -> None:
    """What belongs to a term stands further in."""
    html = "<dl><div><dt>Who?</dt><dd>The server.</dd></div><dt>When?</dt><dd><p>Now.</p></dd></dl>"

    assert ["Who?", "  The server.", "When?", "  Now.", ""] == _lay_out(html)


def test_verbatim() -> None:
    """Code keeps its lines."""
    assert ["  a", "    b", ""] == _lay_out("<pre><code>a\n  b\n</code></pre>")


def test_summary() -> None:
    """What can be folded on the page is shown, under its summary."""
    assert ["Netty (1 text)", "a", ""] == _lay_out(
        "<details><summary>Netty <small>1 text</small></summary><p>a</p></details>"
    )


def test_links_alone() -> None:
    """A paragraph that only leads elsewhere on the site says nothing."""
    assert ["See them.", ""] == _lay_out(
        '<p>See <a href="x">them</a>.</p><p> <a href="x">All of them</a></p>'
    )


def test_between() -> None:
    """Words between blocks are paragraphs of their own."""
    assert ["a b", "", "c", "", "d", ""] == _lay_out("a <em>b</em><p>c</p>d<nav>x</nav>")


def test_one_section() -> None:
    """Of a page with sections, one can be shown; if it is not there, all."""
    html = '<section><h2 id="a">A</h2><p>x</p></section><section><h2 id="b">B</h2><p>y</p></section>'

    assert ["B", "", "y", ""] == _lay_out(html, section="b")
    assert ["A", "", "x", "", "B", "", "y", ""] == _lay_out(html, section="c")


class TestTables:
    """Tests of tables."""

    def test_columns(self) -> None:
        """Columns are as wide as their widest cell."""
        head = "<thead><tr><th>Fact</th><th>1000</th></tr></thead>"
        html = f"<table>{head}<tbody><tr><th>Reconnect?</th><td>No</td></tr></tbody></table>"

        assert ["Fact        1000", "Reconnect?  No", ""] == _lay_out(html)

    def test_wrapped(self) -> None:
        """Where they do not fit, the widest cells are wrapped, at no word's cost."""
        html = "<table><tr><th>Who</th><td>one two three four</td><td>incomprehensibility</td></tr></table>"

        assert ["Who  one    incomprehensibility", "     two", "     three", "     four", ""] == _lay_out(
            html, 20
        )

    def test_spanning(self) -> None:
        """A cell that spans columns takes the room of all of them."""
        html = (
            "<table><tr><th>Fact</th><th>1000</th><th>1012</th></tr>"
            '<tr><th>Kind</th><td colspan="2">A planned ending</td></tr></table>'
        )

        assert ["Fact  1000  1012", "Kind  A planned", "      ending", ""] == _lay_out(html)

    def test_empty(self) -> None:
        """A table without rows is nothing."""
        assert [] == [line for line in _lay_out("<table></table>") if line]
