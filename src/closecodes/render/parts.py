"""Parts of pages that depend on less than the page does, and so are rendered once.

A template marks such a part with what it depends on::

    {% part code %}<p>{{ code.text.fix }}</p>{% endpart %}

The part may use the language, the kind of page and the subjects it names, nothing else of the page. It is
rendered once for each of them and joined into every page that shows it. Without a cache (``build --plain``)
every part is rendered anew for every page; both ways give the same bytes, and a test compares them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


__all__ = ["PartCache", "PartExtension"]


class PartCache:
    """Keeps the rendered parts of one language."""

    def __init__(self) -> None:
        self._parts: dict[Hashable, str] = {}

    def get(self, key: Hashable, make: Callable[[], str]) -> str:
        """Return the part called ``key``, made with ``make`` the first time."""
        part = self._parts.get(key)
        if part is None:
            part = self._parts[key] = make()
        return part


class PartExtension(Extension):
    """The tag ``part``; the environment's ``parts`` is the cache, or None to render plainly."""

    tags = {"part"}  # noqa: RUF012 - the way Jinja wants it

    def parse(self, parser: Parser) -> nodes.Node:
        """Turn ``{% part a, b %}…{% endpart %}`` into a call that may skip its body."""
        line = next(parser.stream).lineno
        subjects: list[nodes.Expr] = []
        while parser.stream.current.type != "block_end":
            if subjects:
                parser.stream.expect("comma")
            subjects.append(parser.parse_expression())
        body = parser.parse_statements(("name:endpart",), drop_needle=True)
        place = nodes.Const(f"{parser.name}:{line}")
        depth = nodes.Getattr(nodes.Name("page", "load"), "depth", "load")
        call = self.call_method("_part", [place, depth, *subjects])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _part(self, place: str, depth: int, *subjects: Any, caller: Callable[[], str]) -> str:
        cache: PartCache | None = self.environment.parts  # type: ignore[attr-defined]
        if cache is None:
            return caller()
        return cache.get((place, depth, *(getattr(subject, "id", subject) for subject in subjects)), caller)
