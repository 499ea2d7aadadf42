"""Compare two records field by field, in terms of what they say rather than how they are written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from closecodes.records import Record


__all__ = ["FieldChange", "field_changes"]

_BOOKKEEPING = {"translation", "shared"}
"""Fields that say nothing to readers."""

_PARTS = ("facts", "text")
_BOUNDS = {"min", "max"}
_OF_DELAYS = {"growth", "source"}

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that is another now; None where there was, or is, none."""

    field: str
    """``retry_delay``, ``meaning``, ``sources.iana.url``."""
    language: str | None
    """The language of a text; None for anything else."""
    before: str | None
    after: str | None
    part: str
    """The field of the record that it belongs to: ``facts``, ``text``, ``sources``."""


def field_changes(
    before: Record | None, after: Record | None, languages: Sequence[str]
) -> Iterator[FieldChange]:
    """Yield each value that differs between two records, in the order of their fields; None is no record."""
    for path, old, new in _differences(_dumped(before), _dumped(after), ()):
        *steps, last = path
        language = last if last in languages else None
        names = steps if language else path
        field = names[1:] if len(names) > 1 and names[0] in _PARTS else names
        if _said(old) != _said(new):
            yield FieldChange(".".join(field), language, _said(old), _said(new), path[0])


def _dumped(record: Record | None) -> Mapping[str, Any]:
    return record.model_dump(mode="json", exclude_none=True, exclude=_BOOKKEEPING) if record else {}


def _differences(before: Any, after: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    if before == after:
        return
    old, new = _as_mapping(before), _as_mapping(after)
    if old is not None and new is not None:
        for name in [*old, *(name for name in new if name not in old)]:
            yield from _differences(old.get(name), new.get(name), (*path, name))
    elif _is_list_of_items(before) or _is_list_of_items(after):
        for number, (one, other) in enumerate(_aligned(before or [], after or [])):
            yield from _differences(one, other, (*path, str(number)))
    else:
        yield path, before, after
        if isinstance(before, dict) and isinstance(after, dict):
            yield (*path, "source"), before.get("source"), after.get("source")


def _as_mapping(value: Any) -> Mapping[str, Any] | None:
    """Return a value as a mapping whose entries are compared one by one; None if it is compared as a whole."""
    if value is None:
        return {}
    if isinstance(value, dict):
        return None if _is_range(value) else value
    if isinstance(value, list) and value and all(isinstance(item, dict) and "id" in item for item in value):
        return {item["id"]: {name: part for name, part in item.items() if name != "id"} for item in value}
    return None


def _is_range(value: Mapping[str, Any]) -> bool:
    return value.keys() >= _BOUNDS and not value.keys() - _BOUNDS - _OF_DELAYS


def _is_list_of_items(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _aligned(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the items of two lists side by side, so that one that comes or goes moves no other."""
    one, other = ([json.dumps(item) for item in items] for items in (before, after))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for _, start, end, other_start, other_end in matcher.get_opcodes():
        yield from zip_longest(before[start:end], after[other_start:other_end])


def _said(value: Any) -> str | None:
    """Return a value in words: ``5–30 s``, ``a, b``."""
    if value is None or value == []:
        return None
    if isinstance(value, dict) and value.keys() >= _BOUNDS:
        return _bounds(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _bounds(value: Mapping[str, Any]) -> str:
    low, high = value["min"], value["max"]
    text = str(low) if low == high else f"{low}–{high}"
    if not value.keys() & _OF_DELAYS:
        return text
    return f"{text} s, growing" if "growth" in value else f"{text} s"
