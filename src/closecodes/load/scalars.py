"""What a plain YAML scalar means: the YAML 1.2 core schema, without its surprises."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import yaml


__all__ = ["Scalar", "one_line", "resolve_plain"]

ScalarValue = str | int | float | bool | datetime.date | None

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,4000})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YAML_1_2_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_YAML_1_1_NAMES = {"bool": "true or false", "int": "a number", "float": "a number", "null": "nothing"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """The value of a plain scalar, and what other YAML readers would take it for if not that."""

    value: ScalarValue
    read_elsewhere_as: str | None = None


def resolve_plain(text: str) -> Scalar:
    """Return what the unquoted ``text`` means: a string unless it is clearly something else."""
    if text in _WORDS:
        return Scalar(_WORDS[text])
    if _INTEGER.fullmatch(text):
        return Scalar(int(text))
    if _FLOAT.fullmatch(text):
        return Scalar(float(text))
    if _DATE.fullmatch(text):
        return Scalar(_date_or_text(text))
    return Scalar(text, "a number" if _YAML_1_2_NUMBER.fullmatch(text) else _yaml_1_1_reading(text))


def _date_or_text(text: str) -> datetime.date | str:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text


def _yaml_1_1_reading(text: str) -> str | None:
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    for tag, pattern in resolvers.get(text[0], []):
        if pattern.match(text):
            return _YAML_1_1_NAMES.get(tag.rpartition(":")[2])
    return None


def one_line(text: str) -> str:
    """Return ``text`` as a message can quote it: on one line."""
    return " ".join(text.splitlines())
