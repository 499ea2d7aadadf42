"""Turn the HTML of our pages into Markdown: headings, paragraphs, lists, tables, code and links.

Our templates close what they open and quote every attribute, so that a regular expression reads them many times as
fast as a parser of all HTML. What helps only where there is a screen (navigation, drawings, marks) is left out.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from urllib.parse import urljoin


__all__ = ["markdown_of"]

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>|([^<]+)")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_SPACE = re.compile(r"[ \t\r\n]+")
_SILENT = {"button", "form", "nav", "script", "style", "svg"}
_SILENT_CLASSES = {"cite", "hidden", "improve", "mark", "neighbours", "self", "trail", "versus"}
_VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "circle"}
_BLOCKS = {
    "article",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "div",
    "dt",
    "figcaption",
    "figure",
    "p",
    "section",
}
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_INLINE = {"strong": ("**", "**"), "em": ("*", "*"), "dfn": ("**", "**"), "s": ("~~", "~~")}
_SPANS = {"registry": ("(", ")"), "retry": ("**", "**"), "unconfirmed": ("*(", ")*")}
"""Signs around text, by the name of its element or the class of a span."""
_ENTRY = re.compile(r" *(?:-|[0-9]+\.) ")


def markdown_of(page: str, address: str) -> str:
    """Return what the ``main`` part of a page says as Markdown, with links from ``address`` made absolute."""
    main = page.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    writer = _Writer(address)
    for closing, tag, attributes, text in _TOKEN.findall(main):
        if text:
            writer.text(text)
        elif closing:
            writer.close(tag)
        else:
            writer.open(tag, dict(_ATTRIBUTE.findall(attributes)) if attributes else {})
    return writer.result()


@dataclass(slots=True)
class _Writer:
    address: str
    blocks: list[str] = field(default_factory=list)
    line: str = ""
    prefix: str = ""
    """What the next block begins with: the sign of a heading or of a list's entry."""
    lists: list[int | None] = field(default_factory=list)
    """The open lists: the number of the next entry, or None where entries have none."""
    links: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    """What ends each open piece of text."""
    backing: bool = False
    """Whether the block names sources; when all of them were numbers, nothing is left of it."""
    silent: int = 0
    """How many elements are open inside of one that is left out, itself included."""
    verbatim: bool = False
    row: list[str] | None = None
    rows: list[list[str]] = field(default_factory=list)

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        classes = set(attributes.get("class", "").split(" "))
        if self.silent or tag in _SILENT or classes & _SILENT_CLASSES:
            self.silent += tag not in _VOID
        elif tag in _INLINE or tag == "span":
            self._open_inline(tag, classes)
        elif tag == "code" and not self.verbatim:
            self.line += "`"
        elif tag == "a":
            self.links.append(urljoin(self.address, html.unescape(attributes.get("href", ""))))
            self.line += "["
        elif tag == "br":
            self.line += " " if self.row is not None else "\\\n"
        else:
            self._open_block(tag, classes)

    def _open_inline(self, tag: str, classes: set[str]) -> None:
        sign = _INLINE.get(tag, ("", ""))
        for name in classes & _SPANS.keys():
            sign = _SPANS[name]
        self.line += sign[0]
        self.inline.append(sign[1])

    def _open_block(self, tag: str, classes: set[str]) -> None:
        if tag in {"td", "th"}:
            self.line = ""
        elif tag == "tr":
            self.row = []
        elif self.row is None and (
            tag in _BLOCKS or tag in _HEADINGS or tag in {"ul", "ol", "li", "pre", "table"}
        ):
            self.flush()
            self.backing = "backing" in classes
            if tag in {"ul", "ol"}:
                self.lists.append(1 if tag == "ol" else None)
            elif tag == "li" and self.lists:
                self._begin_entry()
            elif tag in _HEADINGS:
                self.prefix = f"{_HEADINGS[tag]} "
            elif tag == "pre":
                self.verbatim = True

    def _begin_entry(self) -> None:
        number = self.lists[-1]
        self.prefix = "  " * (len(self.lists) - 1) + ("- " if number is None else f"{number}. ")
        self.lists[-1] = None if number is None else number + 1

    def close(self, tag: str) -> None:
        """Take the end of an element."""
        if self.silent:
            self.silent -= tag not in _VOID
        elif tag in _INLINE or tag == "span":
            self.line += self.inline.pop()
        elif tag == "code" and not self.verbatim:
            self.line += "`"
        elif tag == "a" and self.links:
            self.line += f"]({self.links.pop()})"
        else:
            self._close_block(tag)

    def _close_block(self, tag: str) -> None:
        if tag in {"td", "th"} and self.row is not None:
            self.row.append(_SPACE.sub(" ", self.line).strip().replace("|", "\\|"))
            self.line = ""
        elif tag == "tr" and self.row is not None:
            self.rows.append(self.row)
            self.row = None
        elif tag == "table":
            self._end_table()
        elif tag == "pre":
            self.blocks.append(f"```\n{self.line.strip(chr(10))}\n```")
            self.line, self.verbatim = "", False
        elif self.row is None and (tag in _BLOCKS or tag in _HEADINGS or tag in {"ul", "ol", "li"}):
            self.flush(bold=tag == "dt")
            if tag in {"ul", "ol"} and self.lists:
                self.lists.pop()

    def _end_table(self) -> None:
        width = max((len(row) for row in self.rows), default=0)
        rows = [[*row, *[""] * (width - len(row))] for row in self.rows]
        if rows:
            head, *body = ([""] * width, *rows) if rows[0][0] and len(rows[0]) == 2 else rows  # noqa: PLR2004 - a label and a value
            lines = [head, ["---"] * width, *body]
            self.blocks.append("\n".join(f"| {' | '.join(line)} |" for line in lines))
        self.rows = []

    def text(self, text: str) -> None:
        """Take text between elements."""
        if not self.silent:
            self.line += html.unescape(text)

    def flush(self, *, bold: bool = False) -> None:
        """End the block that is being written, if anything was."""
        line = _SPACE.sub(" ", self.line.replace("\\\n", "\0")).replace("\0", "\\\n").strip(" ")
        if line and not (self.backing and line.endswith(":")):
            self.blocks.append(self.prefix + (f"**{line.strip('*')}**" if bold else line))
            self.prefix = ""
        self.line = ""

    def result(self) -> str:
        """Return everything that was written; the entries of a list stand close together."""
        self.flush()
        first, *others = self.blocks or [""]
        pairs = zip(self.blocks, others, strict=False)
        return first + "".join(
            ("\n" if _ENTRY.match(one) and _ENTRY.match(other) else "\n\n") + other for one, other in pairs
        )
