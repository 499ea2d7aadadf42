"""Make one template of a template and those that it extends, when they are read."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer


__all__ = ["flattened"]


def flattened(environment: Environment, template: nodes.Template) -> nodes.Template:
    """Return ``template`` and the templates it extends as one; unchanged if it cannot be settled by reading."""
    chain = list(_ancestry(environment, template))
    if len(chain) == 1 or any(map(_needs_jinja, chain)) or not all(map(_only_extends, chain[:-1])):
        return template
    blocks = {block.name: block for one in reversed(chain) for block in one.find_all(nodes.Block)}
    settings = [node for one in chain[:-1] for node in one.body if not _is_silent(node)]
    inlined = _Inliner(blocks).visit(chain[-1])
    flat = nodes.Template([*settings, *inlined.body], lineno=1)
    flat.set_environment(environment)
    return flat


def _ancestry(environment: Environment, template: nodes.Template) -> Iterator[nodes.Template]:
    yield template
    extends = template.find(nodes.Extends)
    if extends and isinstance(extends.template, nodes.Const) and environment.loader:
        name = extends.template.value
        source, filename, _ = environment.loader.get_source(environment, name)
        yield from _ancestry(environment, Environment._parse(environment, source, name, filename))  # noqa: SLF001


_BINDING = (
    nodes.Assign,
    nodes.AssignBlock,
    nodes.CallBlock,
    nodes.For,
    nodes.FromImport,
    nodes.Import,
    nodes.Macro,
    nodes.With,
)
"""Nodes whose names a block inside of them, or beside them in another block, may not see."""


def _needs_jinja(template: nodes.Template) -> bool:
    """Return whether the blocks of ``template`` mean something else than their content in their places."""
    if any(name.name in {"super", "self"} for name in template.find_all(nodes.Name)):
        return True
    blocks = list(template.find_all(nodes.Block))
    if any(block.required or (block.find(nodes.Block) and any(block.find_all(_BINDING))) for block in blocks):
        return True
    holders = template.find_all((*_BINDING, nodes.FilterBlock, nodes.If, nodes.Scope))
    return any(holder.find(nodes.Block) for holder in holders if not isinstance(holder, nodes.Block))


_PLAIN = (
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Block,
    nodes.FromImport,
    nodes.Import,
    nodes.Macro,
    nodes.Output,
    nodes.Scope,
)


def _only_extends(template: nodes.Template) -> bool:
    """Return whether ``template`` extends one other, whichever page it makes, and else only sets names."""
    first, *others = template.body
    return (
        isinstance(first, nodes.Extends)
        and isinstance(first.template, nodes.Const)
        and all(isinstance(node, _PLAIN) for node in others)
    )


def _is_silent(node: nodes.Node) -> bool:
    """Return whether a node at the top of a child template prints nothing and sets nothing."""
    return isinstance(node, (nodes.Extends, nodes.Block, nodes.Output))


class _Inliner(NodeTransformer):
    """Puts the content of blocks in their places, each with variables of its own."""

    def __init__(self, blocks: dict[str, nodes.Block]) -> None:
        self._blocks = blocks

    def visit_Block(self, node: nodes.Block) -> nodes.Node:
        """Return the content of the block that the youngest template gives."""
        block = self._blocks[node.name]
        body = [child for old in block.body for child in self.visit_list(old)]
        return nodes.Scope(body, lineno=block.lineno)
