"""Parts of pages that depend on less than the page does, and so are rendered once.

A template marks such a part with what it depends on::

    {% part code %}<p>{{ code.text.fix }}</p>{% endpart %}

The part may use the language, the depth of the page and the subjects it names, nothing else of the page. It
is rendered once for each of them and joined into every page that shows it. Without a cache (``build --plain``)
every part is rendered anew for every page; both ways give the same bytes, and a test compares them.
"""

from __future__ import annotations

from collections.abc import Hashable
from itertools import count
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup


__all__ = ["NoParts", "PartCache", "PartCodeGenerator", "PartExtension"]

COMPONENTS = "components.html"
"""The macros that every part finds under the name ``ui``, looked up only where a part is rendered."""


class PartCache(dict[Hashable, Markup]):
    """The rendered parts of one language; a part that is not there yet is None."""

    def __missing__(self, key: Hashable) -> None:
        """Return that the part has still to be rendered."""

    def keep(self, key: Hashable, part: Markup) -> Markup:
        """Keep a part and return it."""
        self[key] = part
        return part


class NoParts(PartCache):
    """A cache that keeps nothing, so that every page is rendered plainly."""

    def keep(self, _: Hashable, part: Markup) -> Markup:
        """Return the part without keeping it."""
        return part


class PartExtension(Extension):
    """The tag ``part``; the environment's ``parts`` is the cache."""

    tags = {"part"}  # noqa: RUF012 - the way Jinja wants it

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """Turn ``{% part a, b %}…{% endpart %}`` into a look-up that runs the body only in vain.

        No function is called where the part is there already: pages in their thousands pass here.
        """
        line = next(parser.stream).lineno
        key = self._key(parser, line)
        body = self._with_components(parser.parse_statements(("name:endpart",), drop_needle=True), line)
        cache = nodes.EnvironmentAttribute("parts")
        name = parser.free_identifier(lineno=line)
        found = nodes.Assign(_stored(name), nodes.Getitem(cache, key, "load"))
        render = nodes.AssignBlock(_stored(name), None, body)
        keep = nodes.Assign(
            _stored(name), nodes.Call(nodes.Getattr(cache, "keep", "load"), [key, name], [], None, None)
        )
        missing = nodes.Compare(name, [nodes.Operand("eq", nodes.Const(None))])
        nodes_in_order = (found, nodes.If(missing, [render, keep], [], []), nodes.Output([name]))
        return [node.set_lineno(line) for node in nodes_in_order]

    def _with_components(self, body: list[nodes.Node], line: int) -> list[nodes.Node]:
        used = {
            name.name
            for node in body
            for name in (*node.find_all(nodes.Name), node)
            if isinstance(name, nodes.Name)
        }
        if "ui" not in used:
            return body
        components = nodes.Import(nodes.Const(COMPONENTS), "ui", True)  # noqa: FBT003 - with context
        return [components.set_lineno(line), *body]

    def _key(self, parser: Parser, line: int) -> nodes.Expr:
        subjects: list[nodes.Expr] = []
        while parser.stream.current.type != "block_end":
            if subjects:
                parser.stream.expect("comma")
            subjects.append(parser.parse_expression())
        numbers: Any = self.environment.__dict__.setdefault("part_numbers", count())
        place = nodes.Const(f"{parser.name}:{line}:{next(numbers)}")
        return nodes.Tuple([place, nodes.Name("depth", "load"), *subjects], "load")


class PartCodeGenerator(CodeGenerator):
    """Leaves parts as they are: they were escaped when they were rendered.

    Parts are the only internal names that reach the output of a template.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not isinstance(node, nodes.InternalName):
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not isinstance(node, nodes.InternalName):
            super()._output_child_post(node, frame, finalize)


def _stored(name: nodes.InternalName) -> nodes.Name:
    return name  # type: ignore[return-value] # an internal name is stored to as it is read
