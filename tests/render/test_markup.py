"""Tests of closecodes.render.markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.render.markup import block_html, inline_html


_HARMLESS = {
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "hr", "li", "ol", "p", "pre", "strong", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_PIECES = (
    "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<iframe src=//evil.example>",
    "[text](", "javascript:alert(1)", "JaVaScRiPt&colon;alert(1)", "data:text/html,x", "https://good.example/", ")",
    "<a href='", "'>", "</a>", "<p style='color:red' onclick='x()'>", "<!--", "-->", "<![CDATA[", "]]>", "`", "```",
    "**", "- ", "1. ", "\n", "\n\n", "    ", "|", "---", "&lt;script&gt;", "<", ">", '"', "'", "\\", "\x00", "été",
)  # fmt: skip


def _elements(html: str) -> Iterator[Element]:
    """Yield the elements that a browser makes of ``html``."""
    tree: Element = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return (element for element in tree.iter() if isinstance(element.tag, str) and element is not tree)


def _is_harmless(element: Element) -> bool:
    allowed = {"a": {"href", "rel"}, "th": {"scope"}}.get(element.tag, set())
    return (
        element.tag in _HARMLESS
        and set(element.attrib) <= {"lang", "title", *allowed}
        and _scheme(element.get("href", "")) in {"", "https", "mailto"}
    )


def _scheme(address: str) -> str:
    """Return the scheme that a browser finds in ``address``, once it has dropped what it ignores (WHATWG URL)."""
    seen = re.sub(r"^[\x00-\x20]+|[\t\n\r]", "", address)
    found = re.match(r"([a-z][a-z0-9+.-]*):", seen, re.IGNORECASE)
    return found[1].lower() if found else ""


class TestTakenOut:
    """Tests of what could do harm."""

    @pytest.mark.parametrize(
        ("text", "html"),
        [
            ("Hello <script>alert(1)</script>there", "<p>Hello there</p>"),
            ("<script src='https://evil.example/x.js'></script>", ""),
            ("<iframe src='https://evil.example/'></iframe>after", "<p>after</p>"),
            ("a <img src='https://evil.example/pixel.gif' onerror='x()'> b", "<p>a  b</p>"),
            ("<svg onload='alert(1)'></svg>after", "<p>after</p>"),
            ("a <b onclick='alert(1)'>bold</b>", "<p>a bold</p>"),
            ("a <em onclick='alert(1)'>word</em>", "<p>a <em>word</em></p>"),
            ("a <strong style='position:fixed'>word</strong>", "<p>a <strong>word</strong></p>"),
            ("<style>body { display: none }</style>after", "<p>after</p>"),
            ("a <!-- hidden --> b", "<p>a  b</p>"),
            ("<em id='when' class='x' tabindex='1'>word</em>", "<p><em>word</em></p>"),
            ("![picture](https://evil.example/pixel.gif)", "<p></p>"),
            ("<form action='https://evil.example/'><input name='x'>text</form>", "text"),
        ],
    )
    def test_html(self, text: str, html: str) -> None:
        """Elements and attributes that could run, load or cover something are taken out."""
        assert html == block_html(text).strip()

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "javascript&colon;alert(1)",
            "java&#10;script:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "http://plain.example/",
        ],
    )
    @pytest.mark.parametrize("form", ["[words]({})", "<a href='{}'>words</a>"])
    def test_link(self, form: str, address: str) -> None:
        """Of a link that is not https or mail only the words stay."""
        (link,) = [element for element in _elements(block_html(form.format(address))) if element.tag == "a"]

        assert link.text == "words"
        assert "href" not in link.attrib

    @settings(deadline=None)
    @given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=12).map("".join))
    @pytest.mark.parametrize("convert", [block_html, inline_html])
    def test_any_text(self, convert: Callable[[str], str], text: str) -> None:
        """Whatever a contributor writes, a browser makes only harmless elements of it."""
        assert [element.tag for element in _elements(convert(text)) if not _is_harmless(element)] == []


class TestKept:
    """Tests of the Markdown that stays."""

    def test_language(self) -> None:
        """Words in another language may be marked as such."""
        assert block_html("<em lang='la'>sic</em>") == '<p><em lang="la">sic</em></p>'

    @pytest.mark.parametrize(
        ("text", "html"),
        [
            ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
            ("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>"),
            ("Call `close(1000)` first.", "<p>Call <code>close(1000)</code> first.</p>"),
            ("**never** or *seldom*", "<p><strong>never</strong> or <em>seldom</em></p>"),
            ("    proxy_read_timeout 60s;", "<pre><code>proxy_read_timeout 60s;\n</code></pre>"),
            ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
            ("## Title", "<h2>Title</h2>"),
            ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"),
            ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
            ("5 < 30 & 30 > 5", "<p>5 &lt; 30 &amp; 30 &gt; 5</p>"),
            ("", ""),
        ],
    )
    def test_markdown(self, text: str, html: str) -> None:
        """Lists, code, emphasis, titles and quotations become HTML."""
        assert html == block_html(text)

    def test_table(self) -> None:
        """A table stays a table."""
        tags = [element.tag for element in _elements(block_html("| a | b |\n|---|---|\n| 1 | 2 |"))]

        assert tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]

    @pytest.mark.parametrize(
        "address",
        [
            "https://www.rfc-editor.org/rfc/rfc6455.html#section-7.4",
            "mailto:a@good.example",
            "../1012/",
            "#fix",
        ],
    )
    def test_link(self, address: str) -> None:
        """A link by https, by mail or within the site keeps its address and hands over no window."""
        assert f'<p><a href="{address}" rel="noopener">words</a></p>' == block_html(f"[words]({address})")

    def test_code_is_text(self) -> None:
        """Dangerous HTML inside code is shown, not run."""
        assert block_html("`<script>`") == "<p><code>&lt;script&gt;</code></p>"

    def test_independent(self) -> None:
        """A link reference defined in one text is unknown in the next."""
        block_html("[a][rfc]\n\n[rfc]: https://www.rfc-editor.org/")

        assert block_html("[a][rfc]") == "<p>[a][rfc]</p>"


class TestInline:
    """Tests of inline_html."""

    @pytest.mark.parametrize(
        ("text", "html"),
        [
            ("the server closes", "the server closes"),
            ("  `close()` throws\n", "<code>close()</code> throws"),
            ("a [link](https://good.example/)", 'a <a href="https://good.example/" rel="noopener">link</a>'),
            ("two\nlines", "two\nlines"),
            ("`<p>` opens", "<code>&lt;p&gt;</code> opens"),
            ("", ""),
        ],
    )
    def test_one_paragraph(self, text: str, html: str) -> None:
        """One paragraph loses the element around it."""
        assert html == inline_html(text)

    def test_two_paragraphs(self) -> None:
        """Several paragraphs keep theirs, so that every tag is closed."""
        assert inline_html("One.\n\nTwo.") == "<p>One.</p>\n<p>Two.</p>"

    def test_paragraph_and_list(self) -> None:
        """A paragraph before a list stays balanced as well."""
        html = inline_html("One:\n\n- a\n- b")

        assert html.count("<p>") == html.count("</p>")
        assert "<ul>\n<li>a</li>\n<li>b</li>\n</ul>" in html

    @pytest.mark.parametrize("text", ["- one\n- two", "## Title"])
    def test_no_paragraph(self, text: str) -> None:
        """What is no paragraph stays what it is."""
        assert block_html(text) == inline_html(text)
