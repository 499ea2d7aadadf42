"""Turn the Markdown of contributors into HTML that may be trusted."""

from __future__ import annotations

import re

import nh3
from markdown import Markdown


__all__ = ["block_html", "inline_html"]

_TAGS = {
    *("a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "hr", "li", "ol", "p", "pre", "strong"),
    *("sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href"}, "th": {"scope"}},
    url_schemes={"https", "mailto"},
    link_rel="noopener",
)
_MARKDOWN = Markdown(extensions=["sane_lists", "tables"])


_CODE = r"`[^\W_](?:[\w ,;:.()/=-]*[^\W_)(])?\)?`(?!`)"
_PLAIN = re.compile(rf"""(?:{_CODE}|[^\W\d_])(?:{_CODE}|[^\W_]|[ ,;:.’'"«»()…–?%/-])*(?<! )""")
"""One line of words and code: Markdown that means nothing but itself, as most clauses are."""
_SHORT_CODE = re.compile("`([^`]+)`")


def block_html(text: str) -> str:
    """Return the HTML of Markdown made of paragraphs and lists; what could do harm is taken out."""
    if _PLAIN.fullmatch(text):
        return _SHORT_CODE.sub(r"<code>\1</code>", f"<p>{text}</p>")
    return str(_CLEANER.clean(_MARKDOWN.reset().convert(text)))


def inline_html(text: str) -> str:
    """Return the HTML of one paragraph of Markdown, without the paragraph around it."""
    html = block_html(text.strip())
    one_paragraph = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return html.removeprefix("<p>").removesuffix("</p>") if one_paragraph else html
