"""Parts of pages that depend on less than the page does, and so are rendered once.

A template marks such a part with what it depends on::

    {% part code %}<p>{{ code.text.fix }}</p>{% endpart %}

The part may use the language, the depth of the page and the subjects it names, nothing else of the page. It
is rendered once for each of them and joined into every page that shows it. A template that begins with
``{% composed first, second %}`` promises that outside of its parts it asks nothing of these two: whatever it
prints of one of them is a part by itself, and its pages are composed without running it (see ``stencils``).

Without a cache (``build --plain``) every part is rendered anew for every page; both ways give the same bytes,
and a test compares them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterator
from typing import Any, cast

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup, escape


__all__ = [
    "COMPONENTS",
    "Components",
    "NoParts",
    "PartCache",
    "PartCodeGenerator",
    "PartExtension",
    "composed_names",
    "escaped",
    "is_part",
    "part_nodes",
    "shared_components",
]

COMPONENTS = "components.html"
"""The macros that every part finds under the name ``ui``, looked up only where a part is rendered."""


class PartCache(dict[Hashable, Markup]):
    """The rendered parts of one language; a part that is not there yet is None."""

    elsewhere: Callable[[Hashable], Markup | None] = staticmethod(lambda _: None)
    """Finds parts that something else holds, so that they need not be held twice."""

    def __missing__(self, key: Hashable) -> Markup | None:
        """Return a part that is held elsewhere; None where it has still to be rendered."""
        return self.elsewhere(key)

    def keep(self, key: Hashable, part: Markup) -> Markup:
        """Keep a part and return it."""
        self[key] = part
        return part

    def keep_only(self, subjects: Collection[int]) -> None:
        """Forget all parts but those about one subject alone, of those whose ``id()`` is in ``subjects``."""
        kept = [(key, part) for key, part in self.items() if _is_about_one_of(key, subjects)]
        self.clear()
        self.update(kept)


def _is_about_one_of(key: Hashable, subjects: Collection[int]) -> bool:
    _, _, *about = cast("tuple[Hashable, ...]", key)  # as the part extension makes it
    things = [one for one in about if not isinstance(one, str)]
    return len(things) == 1 and id(things[0]) in subjects


class NoParts(PartCache):
    """A cache that keeps nothing, so that every page is rendered plainly."""

    def keep(self, _: Hashable, part: Markup) -> Markup:
        """Return the part without keeping it."""
        return part


class PartExtension(Extension):
    """The tags ``part`` and ``composed``; the environment's ``parts`` is the cache."""

    tags = {"part", "composed"}  # noqa: RUF012 - the way Jinja wants it

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Turn ``{% part a, b %}…{% endpart %}`` into a look-up that runs the body only in vain."""
        tag = next(parser.stream)
        subjects = self._subjects(parser)
        if tag.value == "composed":
            return _composed(subjects, tag.lineno)
        body = parser.parse_statements(("name:endpart",), drop_needle=True)
        number = parser.__dict__["parts"] = parser.__dict__.get("parts", -1) + 1
        return part_nodes(f"{parser.name}:{tag.lineno}", number, subjects, body)

    def _subjects(self, parser: Parser) -> list[nodes.Expr]:
        subjects: list[nodes.Expr] = []
        while parser.stream.current.type != "block_end":
            if subjects:
                parser.stream.expect("comma")
            subjects.append(parser.parse_expression())
        return subjects


def part_nodes(
    place: str, number: int, subjects: list[nodes.Expr], body: list[nodes.Node]
) -> list[nodes.Node]:
    """Return what looks for the part at ``place`` about ``subjects``, and renders it where it is missing.

    ``place`` is the template and the line, and ``number`` tells the parts of a template apart. No function is called
    where the part is there already: pages in their thousands pass here.
    """
    line = int(place.rpartition(":")[2])
    key = nodes.Tuple([nodes.Const(f"{place}:{number}"), nodes.Name("depth", "load"), *subjects], "load")
    cache = nodes.EnvironmentAttribute("parts")
    name = _internal_name(f"part_{number}")
    found = nodes.Assign(_stored(name), nodes.Getitem(cache, key, "load"))
    render = nodes.AssignBlock(_stored(name), None, _with_components(body, line))
    keep = nodes.Assign(
        _stored(name), nodes.Call(nodes.Getattr(cache, "keep", "load"), [key, name], [], None, None)
    )
    missing = nodes.If(nodes.Compare(name, [nodes.Operand("eq", nodes.Const(None))]), [render, keep], [], [])
    in_order = (found, missing, nodes.Output([name]))
    for node in in_order:
        vars(node)["of_part"] = True
    return [node.set_lineno(line) for node in in_order]


def is_part(node: nodes.Node) -> bool:
    """Return whether ``node`` is one of those that make up a part."""
    return "of_part" in vars(node)


def composed_names(template: nodes.Template) -> tuple[str, ...]:
    """Return the names of what ``template`` is composed of; nothing for one that makes no such promise."""
    found = (vars(node).get("composed", ()) for node in template.find_all(nodes.Scope))
    return next((names for names in found if names), ())


def _composed(subjects: list[nodes.Expr], line: int) -> nodes.Node:
    marker = nodes.Scope([], lineno=line)
    vars(marker)["composed"] = tuple(name.name for name in subjects if isinstance(name, nodes.Name))
    return marker


def _with_components(body: list[nodes.Node], line: int) -> list[nodes.Node]:
    if "ui" not in _names_in(body):
        return body
    return [shared_components("ui", line), *body]


def shared_components(name: str, line: int) -> nodes.Node:
    """Return what sets ``name`` to the macros, imported once for all pages of one depth."""
    components, context = nodes.EnvironmentAttribute("components"), nodes.ContextReference()
    found = nodes.Call(components, [context], [], None, None)
    return nodes.Assign(nodes.Name(name, "store"), found).set_lineno(line)


def _names_in(body: list[nodes.Node]) -> Iterator[str]:
    for node in body:
        if isinstance(node, nodes.Name):
            yield node.name
        yield from (name.name for name in node.find_all(nodes.Name))


def _internal_name(name: str) -> nodes.InternalName:
    internal = object.__new__(nodes.InternalName)
    nodes.Node.__init__(internal, name)
    return internal


class Components:
    """The macros under the name ``ui``, imported once for all pages of one depth, as parts are rendered once."""

    def __init__(self, environment: Environment, *, shared: bool) -> None:
        """Make what imports the macros of ``environment``; anew for every part unless ``shared``."""
        self._environment = environment
        self._shared = shared
        self._imported: dict[tuple[int, str | None], TemplateModule] = {}

    def __call__(self, context: Context) -> TemplateModule:
        """Return the macros as a template with ``context`` sees them."""
        links = context["depth"], context["page"].language  # a page of no language links to those of any
        module = self._imported.get(links)
        if module is None:
            module = self._environment.get_template(COMPONENTS).make_module(context.get_all(), shared=True)
            if self._shared:
                self._imported[links] = module
        return module

    def forget(self) -> None:
        """Import the macros anew from now on: they see the site of the page that they were imported for."""
        self._imported.clear()


def escaped(value: Any) -> str:
    """Return ``value`` as HTML, as markupsafe's ``escape`` does; a new object only where something is escaped."""
    kind = type(value)
    if kind is Markup:
        return cast("Markup", value)
    if kind is str:
        return escape(value) if _SPECIAL.search(value) else cast("str", value)
    return str(value) if kind is int else escape(value)


_SPECIAL = re.compile("""[&<>"']""")


class PartCodeGenerator(CodeGenerator):
    """Leaves parts as they are: they were escaped when they were rendered.

    Parts are the only internal names that reach the output of a template, and the only things that are looked
    up in an attribute of the environment: without a function of Jinja between, since there are many of them.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Write a module whose functions escape as ``escaped`` does."""
        super().visit_Template(node, frame)
        self.writeline("escape = environment.escaped")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """Write a look-up."""
        if not isinstance(node.node, nodes.EnvironmentAttribute):
            super().visit_Getitem(node, frame)
            return
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not isinstance(node, nodes.InternalName):
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not isinstance(node, nodes.InternalName):
            super()._output_child_post(node, frame, finalize)


def _stored(name: nodes.InternalName) -> nodes.Name:
    return name  # type: ignore[return-value] # an internal name is stored to as it is read
