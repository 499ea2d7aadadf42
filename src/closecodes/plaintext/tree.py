"""Read the HTML of a page into a tree of what a reader of text sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


__all__ = ["Element", "main_of", "section_of"]

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_UNSEEN = {"button", "form", "head", "nav", "script", "style", "svg", "template"}
_UNSEEN_CLASSES = {"all-pairs", "backing", "hidden", "improve", "known", "lead-again", "self", "versus"}
"""What only serves to move about on the site, or says again what stands elsewhere on the page."""


@dataclass(slots=True)
class Element:
    """An element and what is inside of it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """Return the classes of the element."""
        return set(self.attributes.get("class", "").split())

    @property
    def only_leads_elsewhere(self) -> bool:
        """Return whether the element is nothing but links."""
        said = [child for child in self.children if not isinstance(child, str) or child.strip()]
        return bool(said) and all(isinstance(child, Element) and child.tag == "a" for child in said)

    @property
    def is_seen(self) -> bool:
        """Return whether the element tells a reader of text anything."""
        hidden = "hidden" in self.attributes or self.attributes.get("aria-hidden") == "true"
        return not (hidden or self.tag in _UNSEEN or self.classes & _UNSEEN_CLASSES)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def main_of(html: str) -> Element:
    """Return the main part of a page; the whole page if it has none."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return _find(builder.root, "main") or builder.root


def section_of(element: Element, id_: str) -> Element | None:
    """Return the section of ``element`` whose heading, or which itself, has this id; None if there is none."""
    for child in element.children:
        if isinstance(child, Element):
            inside = [one.attributes.get("id") for one in child.children if isinstance(one, Element)]
            if child.tag == "section" and id_ in {child.attributes.get("id"), *inside}:
                return child
            if found := section_of(child, id_):
                return found
    return None


def _find(element: Element, tag: str) -> Element | None:
    for child in element.children:
        if isinstance(child, Element):
            found = child if child.tag == tag else _find(child, tag)
            if found:
                return found
    return None
