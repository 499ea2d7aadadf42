"""Put the words of an element on one line."""

from __future__ import annotations

import re

from closecodes.plaintext.tree import Element


__all__ = ["block_in", "words_of"]

_SPACES = re.compile(r"[ \t\r\n\f]+")
"""Spaces of HTML; no-break spaces of French are none of them."""

_BLOCKS = {
    "aside",
    "article",
    "blockquote",
    "details",
    "div",
    "dl",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
}


_ASIDES = {"registry", "unconfirmed"}
"""Classes of what stands beside the text: the name in the registry, how far a statement can be trusted."""


def block_in(element: Element) -> bool:
    """Return whether ``element`` holds parts that stand on lines of their own."""
    return any(isinstance(child, Element) and child.tag in _BLOCKS for child in element.children)


def words_of(element: Element | str) -> str:
    """Return the words of ``element`` on one line: code in backticks, sources as numbers in brackets."""
    return _SPACES.sub(" ", _words(element)).strip(" ")


def _words(element: Element | str) -> str:
    if isinstance(element, str):
        return element
    return _marked(element, "".join(map(_words, element.children))) if element.is_seen else ""


def _marked(element: Element, inside: str) -> str:
    """Return the words ``inside`` of an element with the signs that stand for its looks."""
    if element.tag == "code":
        return f"`{inside}`"
    if "cite" in element.classes:
        return f" [{inside}]"
    if element.tag == "small" or element.classes & _ASIDES:
        return f" ({inside.strip()}) "
    if "retry" in element.classes:
        return f"{inside}. "
    return f" {inside} " if element.tag in {*_BLOCKS, "br", "td", "th"} else inside
