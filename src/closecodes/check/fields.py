"""Find the field of a model that a place in a record belongs to."""

from __future__ import annotations

import typing
from typing import Any

from pydantic.fields import FieldInfo

from closecodes.load import ValuePath
from closecodes.records import Record
from closecodes.records.docstrings import descriptions_of
from closecodes.records.words import Word


__all__ = ["description_at", "field_at", "fields_at", "words_of"]


def fields_at(model: type[Record], path: ValuePath) -> tuple[str, ...]:
    """Return the names of the fields that may stand at ``path`` of a record."""
    return tuple(_model_at(model, path).model_fields)


def field_at(model: type[Record], path: ValuePath) -> FieldInfo | None:
    """Return the innermost field that the value at ``path`` belongs to; None where the model has none."""
    found = _innermost(model, path)
    return found[0].model_fields[found[1]] if found else None


def description_at(model: type[Record], path: ValuePath) -> str | None:
    """Return what the innermost field at ``path`` is for; None where the model has none.

    >>> from closecodes.records import CodeRecord
    >>> description_at(CodeRecord, ("facts", "retry"))
    'Whether to reconnect.'
    """
    found = _innermost(model, path)
    return descriptions_of(found[0]).get(found[1]) if found else None


def _innermost(model: type[Record], path: ValuePath) -> tuple[type[Record], str] | None:
    """Return the innermost field at ``path`` and the model that has it."""
    for length in range(len(path), 0, -1):
        name, owner = path[length - 1], _model_at(model, path[: length - 1])
        if isinstance(name, str) and name in owner.model_fields:
            return owner, name
    return None


def words_of(field: FieldInfo) -> tuple[Word, ...]:
    """Return the words that a field chooses from; none if it takes anything else."""
    found: Any = _within(field.annotation, Word)
    return tuple(found or ())


def _model_at(model: type[Record], path: ValuePath) -> type[Record]:
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _within(model.model_fields[step].annotation, Record) or model
    return model


def _within(annotation: Any, kind: type[Any]) -> type[Any] | None:
    if isinstance(annotation, type) and issubclass(annotation, kind):
        return annotation
    found = (_within(argument, kind) for argument in typing.get_args(annotation))
    return next((one for one in found if one), None)
