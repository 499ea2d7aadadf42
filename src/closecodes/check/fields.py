"""Find the field of a model that a place in a record belongs to."""

from __future__ import annotations

import typing
from typing import Any

from pydantic.fields import FieldInfo

from closecodes.load import ValuePath
from closecodes.records import Record
from closecodes.records.words import Word


__all__ = ["field_at", "fields_at", "words_of"]


def fields_at(model: type[Record], path: ValuePath) -> tuple[str, ...]:
    """Return the names of the fields that may stand at ``path`` of a record."""
    return tuple(_model_at(model, path).model_fields)


def field_at(model: type[Record], path: ValuePath) -> FieldInfo | None:
    """Return the innermost field that the value at ``path`` belongs to; None where the model has none.

    >>> from closecodes.records import CodeRecord
    >>> field_at(CodeRecord, ("facts", "retry")).description
    'Whether to reconnect.'
    """
    for length in range(len(path), 0, -1):
        name = path[length - 1]
        fields = _model_at(model, path[: length - 1]).model_fields
        if isinstance(name, str) and name in fields:
            return fields[name]
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
