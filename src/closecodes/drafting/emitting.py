"""Write a record as YAML in the style of the content folder."""

from __future__ import annotations

import datetime
import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from closecodes.load.strict_yaml import read_yaml


__all__ = ["emit"]

WIDTH = 122
"""Columns of the longest line of text; what is longer is folded."""

_ON_ONE_LINE = {"range", "retry_delay"}
"""Mappings that stand on one line, as lists of texts and numbers do."""

_ALWAYS_QUOTED = {"translation", "see_also", "codes"}
"""Fields whose texts look like numbers to some readers: digests, ids of codes."""

_ALONE, _IN_LIST = "{}", "[{}]"

Value = Any
"""What a record is made of: mappings, lists, texts, numbers, days, truth values."""


def emit(record: Mapping[str, Value], modeline: str) -> str:
    """Return ``record`` as YAML below its ``modeline``: two spaces a level, long texts folded, quotes where needed."""
    return "\n".join([modeline, *_mapping(record, 0)]) + "\n"


def _mapping(value: Mapping[str, Value], depth: int, *, quoted: bool = False) -> Iterator[str]:
    for key, item in value.items():
        in_quotes = quoted or key in _ALWAYS_QUOTED
        if key in _ON_ONE_LINE or _is_simple_list(item):
            yield f"{' ' * depth}{key}: {_flow(item, quoted=in_quotes)}"
        else:
            yield from _entry(f"{' ' * depth}{key}:", item, depth, quoted=in_quotes)


def _is_simple_list(value: Value) -> bool:
    return isinstance(value, (list, tuple)) and not any(isinstance(one, Mapping) for one in value)


def _entry(head: str, item: Value, depth: int, *, quoted: bool) -> Iterator[str]:
    if isinstance(item, Mapping):
        yield head
        yield from _mapping(item, depth + 2, quoted=quoted)
    elif isinstance(item, (list, tuple)):
        yield head
        for one in item:
            yield from _item(one, depth + 2)
    elif isinstance(item, str):
        yield from _text(head, item, depth + 2, quoted=quoted)
    else:
        yield f"{head} {_scalar(item)}"


def _item(value: Mapping[str, Value], depth: int) -> Iterator[str]:
    first, *others = _mapping(value, depth + 2)
    yield f"{' ' * depth}- {first.lstrip()}"
    yield from others


def _text(head: str, text: str, depth: int, *, quoted: bool) -> Iterator[str]:
    line = f"{head} {_quoted(text) if quoted else _plain(text)}"
    if len(line) <= WIDTH or " " not in text or text != " ".join(text.split()):
        yield line
        return
    yield f"{head} >-"
    wrap = textwrap.TextWrapper(WIDTH - depth, break_long_words=False, break_on_hyphens=False)
    yield from (f"{' ' * depth}{part}" for part in wrap.wrap(text))


def _flow(value: Mapping[str, Value] | Sequence[Value], *, quoted: bool) -> str:
    """Return a mapping or list on one line, in which a comma would end a text without quotes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_scalar(item, _IN_LIST)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(_quoted(item) if quoted else _scalar(item, _IN_LIST) for item in value) + "]"


def _scalar(value: Value, around: str = _ALONE) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, datetime.date)):
        return str(value)
    return _plain(str(value), around)


def _plain(text: str, around: str = _ALONE) -> str:
    """Return a text without quotes where every reader takes it for the same text ``around`` it, else in quotes."""
    reading = read_yaml(f"a: {around.format(text)}\n".encode(errors="replace"))
    same = not reading.problems and reading.value in ({"a": text}, {"a": [text]})
    return text if same else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
