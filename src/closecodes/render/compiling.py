"""Compile templates for thousands of pages: what is the same for all of them is settled once.

Inheritance is resolved when a template is read (``flattening``), and so are the messages of the language; what a
composed template prints of its subjects becomes a part. The bytes are those that Jinja alone would make:
``build --plain`` leaves all of this to Jinja, and a test compares whole sites.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import cast

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

from closecodes.i18n.filling import Filling
from closecodes.render.flattening import flattened
from closecodes.render.parts import COMPONENTS, composed_names, is_part, part_nodes, shared_components


__all__ = ["CompilingEnvironment"]

Lookup = Callable[..., Filling]

_FRAME = frozenset({"asset", "base_url", "home", "improve", "language", "link", "site", "ui"})
"""Names that a part may use without naming them: the same on all pages of one depth and language."""


_FIRST_IMPLICIT = 10_000
"""Number of the first part that no template marks; those that one marks are counted from 0."""


class CompilingEnvironment(Environment):
    """An environment whose templates are flat and already speak its language."""

    message_lookups: dict[str, Lookup]
    """Functions of templates that give a message, and how to find the message they give."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = flattened(self, super()._parse(source, name, filename))
        template = cast("nodes.Template", _SharedMacros().visit(template))
        template = cast("nodes.Template", _Messages(self.message_lookups).visit(template))
        if sides := composed_names(template):
            template = cast("nodes.Template", _ImplicitParts(name or "", frozenset(sides)).visit(template))
            template = cast("nodes.Template", _Loops().visit(template))
        return template


class _SharedMacros(NodeTransformer):
    """Replaces imports of the components, which use no more of a page than parts may, by ones that are shared."""

    def visit_Import(self, node: nodes.Import) -> nodes.Node:
        """Return what finds the macros where they were imported for another page."""
        is_components = isinstance(node.template, nodes.Const) and node.template.value == COMPONENTS
        return shared_components(node.target, node.lineno) if is_components and node.with_context else node


class _Messages(NodeTransformer):
    """Replaces calls for messages by the messages, split at their placeholders."""

    def __init__(self, lookups: dict[str, Lookup]) -> None:
        self._lookups = lookups

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        """Leave what is joined as it is: Jinja would take constants for text that is not escaped yet."""
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        """Return a message without placeholders as a constant."""
        self.generic_visit(node)
        filling = self._filling(node)
        return node if filling is None or filling.names else _text(filling.texts[0], node.lineno)

    def visit_Output(self, node: nodes.Output) -> nodes.Output:
        """Return an output whose messages are constants and the expressions between them."""
        self.generic_visit(node)
        node.nodes = [piece for child in node.nodes for piece in self._pieces(child)]
        return node

    def _pieces(self, node: nodes.Expr) -> Iterator[nodes.Expr]:
        filling = self._filling(node)
        given = (
            {keyword.key: keyword.value for keyword in node.kwargs} if isinstance(node, nodes.Call) else {}
        )
        if filling is None or not set(filling.names) <= given.keys():
            yield node
            return
        for text, name, awaits in zip(filling.texts, filling.names, filling.awaiting, strict=False):
            if awaits:
                arguments: list[nodes.Expr] = [nodes.Const(text)]
                yield nodes.Filter(given[name], "elided", arguments, [], None, None, lineno=node.lineno)
            else:
                yield _text(text, node.lineno)
                yield given[name]
        yield _text(filling.texts[-1], node.lineno)

    def _filling(self, node: nodes.Expr) -> Filling | None:
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            return None
        lookup = self._lookups.get(node.node.name)
        constants = [argument.value for argument in node.args if isinstance(argument, nodes.Const)]
        if lookup is None or len(constants) != len(node.args) or node.dyn_args or node.dyn_kwargs:
            return None
        return lookup(*constants)


def _text(text: str, line: int) -> nodes.Expr:
    return nodes.MarkSafe(nodes.Const(text), lineno=line)


class _ImplicitParts(NodeTransformer):
    """Makes a part of each expression that is printed outside of one and asks something of one side."""

    def __init__(self, name: str, sides: frozenset[str]) -> None:
        self._name = name
        self._sides = sides
        self._numbers = count(_FIRST_IMPLICIT)

    def visit(self, node: nodes.Node, *args: object, **kwargs: object) -> object:
        """Leave parts as they are."""
        return node if is_part(node) else super().visit(node, *args, **kwargs)

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:
        """Return an output cut at the expressions that are parts."""
        cut: list[nodes.Node] = []
        for child in node.nodes:
            subjects = self._subjects(child)
            if subjects:
                body: list[nodes.Node] = [nodes.Output([child], lineno=node.lineno)]
                cut += part_nodes(f"{self._name}:{node.lineno}", next(self._numbers), subjects, body)
            else:
                cut.append(nodes.Output([child], lineno=node.lineno))
        return cut

    def _subjects(self, node: nodes.Expr) -> list[nodes.Expr]:
        if isinstance(node, nodes.Name):
            return []
        names = dict.fromkeys(name.name for name in node.find_all(nodes.Name))
        if len(self._sides & names.keys()) != 1:
            return []
        return [nodes.Name(name, "load") for name in names if name not in _FRAME]


class _Loops(NodeTransformer):
    """Makes a call of each simple loop outside of parts, so that its entries can be rendered one by one."""

    def visit(self, node: nodes.Node, *args: object, **kwargs: object) -> object:
        """Leave parts as they are."""
        return node if is_part(node) else super().visit(node, *args, **kwargs)

    def visit_For(self, node: nodes.For) -> nodes.Node:
        """Return a call of the environment's ``run_loop`` with the body as its caller."""
        self.generic_visit(node)
        targets = _targets(node)
        if not targets or node.else_ or node.test or node.recursive or _uses_loop(node):
            return node
        single = nodes.Const(isinstance(node.target, nodes.Name))
        run = nodes.Call(nodes.EnvironmentAttribute("run_loop"), [node.iter, single], [], None, None)
        parameters = [nodes.Name(name, "param") for name in targets]
        return nodes.CallBlock(run, parameters, [], node.body, lineno=node.lineno)


def _targets(node: nodes.For) -> list[str]:
    """Return the names that a loop sets; none where it takes entries apart further."""
    targets = [node.target] if isinstance(node.target, nodes.Name) else getattr(node.target, "items", [])
    names = [target.name for target in targets if isinstance(target, nodes.Name)]
    return names if len(names) == len(targets) else []


def _uses_loop(node: nodes.For) -> bool:
    return any(
        name.name == "loop"
        for child in node.body
        for name in (child, *child.find_all(nodes.Name))
        if isinstance(name, nodes.Name)
    )
