"""The sentences under the fields of the models, which Python itself forgets."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel


__all__ = ["descriptions_of"]


def descriptions_of(model: type[BaseModel]) -> Mapping[str, str]:
    """Return what stands under each field of ``model`` in its source, those of its bases included.

    Pydantic can read it when a model is made, which costs every start of the program more than all else about models.
    """
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            found |= _classes_of(base.__module__).get(base.__name__, {})
    return found


@cache
def _classes_of(module: str) -> Mapping[str, Mapping[str, str]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: dict(_documented(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _documented(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, following in zip(node.body, node.body[1:], strict=False):
        match field, following:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, inspect.cleandoc(text)
