"""Tests of closecodes.render.files.markdown."""

from __future__ import annotations

import pytest

from closecodes.render.files.markdown import markdown_of


def _markdown(inner: str) -> str:
    page = f'<html><body><header><p>head</p></header><main id="main">{inner}</main><footer>foot</footer></body></html>'
    return markdown_of(page, "https://x.example/en/1000/")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.</p>\n<p>Two &amp; three.</p>", "One.\n\nTwo & three."),
        ('<h2 id="a">Title <a class="self" href="#a">#</a></h2>', "## Title"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<p><code>close()</code> and <strong>more</strong></p>", "`close()` and **more**"),
        ('<p><a href="../1001/#fix">1001</a></p>', "[1001](https://x.example/en/1001/#fix)"),
        ("<pre><code>a\n  b</code></pre>", "```\na\n  b\n```"),
        ("<dl><div><dt>Who?</dt><dd>You.</dd></div></dl>", "**Who?**\n\nYou."),
        (
            "<table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tbody><tr><td>1</td><td>2</td><td>x|y</td></tr></tbody></table>",
            "| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | x\\|y |",
        ),
        (
            '<table><tbody><tr><th scope="row">A</th><td>1</td></tr></tbody></table>',
            "|  |  |\n| --- | --- |\n| A | 1 |",
        ),
        ("<p>a<br>b</p>", "a\\\nb"),
        ('<nav><ul><li>x</li></ul></nav><svg><text>t</text></svg><p class="improve">y</p><p>z</p>', "z"),
        ('<p>seen<a class="cite" href="#s">1</a></p>', "seen"),
        ('<p class="backing">Sources: <a class="cite" href="#s">1</a></p><p>z</p>', "z"),
        ('<h1>1012 Nom <span class="registry" lang="en">Name</span></h1>', "# 1012 Nom (Name)"),
        ('<p><span class="retry"><span>Later</span></span> Yes.</p>', "**Later** Yes."),
        ("", ""),
    ],
)
def test_markdown_of(html: str, expected: str) -> None:
    """What people read becomes Markdown; what only helps on a screen is left out."""
    assert expected == _markdown(html)


def test_main_only() -> None:
    """Nothing of the head and the foot of a page is left."""
    assert _markdown("<p>a</p>") == "a"
