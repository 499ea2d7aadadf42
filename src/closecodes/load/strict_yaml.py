"""Read one YAML file safely and strictly, keeping the place of every value.

Strict means that nothing is guessed: duplicate keys, anchors, tags, several documents and words that
YAML 1.1 and 1.2 read differently are problems, each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.reader import Reader

from closecodes.load.marks import Mark, Marks, Position, ValuePath
from closecodes.load.scalars import one_line, resolve_plain


__all__ = ["Reading", "YamlProblem", "read_yaml"]

MAX_DEPTH = 20
MAX_BYTES = 1_000_000

_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_ESCAPE = re.compile(r"\\u(?=[dD][89a-fA-F])")
_TAB_INDENT = re.compile(r"^ *\t")
_BEYOND_UNICODE = "an escape (`\\U…`) stands for a character that Unicode does not have"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlProblem:
    """Something that YAML itself, or our strictness, refuses."""

    rule: str
    position: Position
    message: str


@dataclass(slots=True)
class Reading:
    """What one file says: its value, the marks of its parts, and what could not be read."""

    value: Any = None
    marks: Marks = field(default_factory=Marks)
    problems: list[YamlProblem] = field(default_factory=list)
    text: str = ""


class _StopReadingError(Exception):
    def __init__(self, problem: YamlProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_yaml(data: bytes) -> Reading:
    """Return what the bytes of one YAML file say; every fault becomes a problem, none an exception."""
    reading = Reading()
    try:
        reading.text = _decode(data)
        _refuse_tabs(reading.text)
        _TreeBuilder(reading, _LOADER).build()
    except _StopReadingError as stop:
        reading.problems.append(stop.problem)
    except yaml.MarkedYAMLError as error:
        _add_syntax_problem(reading, error)
    except yaml.YAMLError as error:
        reading.problems.append(_character_problem(reading.text, error))
    except (ValueError, OverflowError):
        reading.problems.append(YamlProblem("yaml-syntax", (1, 1), _BEYOND_UNICODE))
    return reading


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data)} bytes; a record has at most {MAX_BYTES}"
        raise _StopReadingError(YamlProblem("yaml-syntax", (1, 1), message))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = bytes(error.object[: error.start]).decode("utf-8", "replace")
        position = (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        message = f"byte 0x{error.object[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise _StopReadingError(YamlProblem("yaml-encoding", position, message)) from None


def _refuse_tabs(text: str) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _TAB_INDENT.match(line):
            message = "a tab indents this line; YAML is indented with spaces, here two for each level"
            raise _StopReadingError(YamlProblem("yaml-tab", (number, found.end()), message))


def _add_syntax_problem(reading: Reading, error: yaml.MarkedYAMLError) -> None:
    """Add what is wrong with a line, in the place of what was made of its beginning."""
    problem = _syntax_problem(reading.text, error)
    others = [other for other in reading.problems if other.position[0] != problem.position[0]]
    reading.problems[:] = [*others, problem]


def _syntax_problem(text: str, error: yaml.MarkedYAMLError) -> YamlProblem:
    # The C parser words its faults differently, and gives up on deep nesting before it has said where it begins;
    # the pure one is asked, so that the message never varies.
    if _LOADER is not yaml.SafeLoader:
        try:
            _TreeBuilder(Reading(text=text), yaml.SafeLoader).build()
        except _StopReadingError as stop:
            return stop.problem
        except yaml.MarkedYAMLError as pure_error:
            error = pure_error
        except (yaml.YAMLError, ValueError, OverflowError):
            pass
    from closecodes.load.syntax import explained  # noqa: PLC0415 - only faulty files need it

    return YamlProblem("yaml-syntax", *explained(text, error))


def _character_problem(text: str, error: yaml.YAMLError) -> YamlProblem:
    if found := Reader.NON_PRINTABLE.search(text):
        line_start = text.rfind("\n", 0, found.start()) + 1
        position = (text.count("\n", 0, found.start()) + 1, found.start() - line_start + 1)
        message = f"character U+{ord(found[0]):04X} may not stand in YAML; remove it"
        return YamlProblem("yaml-syntax", position, message)
    return YamlProblem("yaml-syntax", (1, 1), f"this is not valid YAML: {error}")


class _TreeBuilder:
    """Turns the events of the parser into values and marks."""

    def __init__(self, reading: Reading, loader: Any) -> None:
        self._reading = reading
        self._events: Iterator[Any] = yaml.parse(reading.text, Loader=loader)

    def build(self) -> None:
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            raise _StopReadingError(
                YamlProblem("yaml-empty", (1, 1), "the file is empty; a record was expected")
            )
        self._reading.value = self._node(next(self._events), (), None)
        next(self._events)
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            message = "a second document begins here; one file holds one record"
            raise _StopReadingError(YamlProblem("yaml-syntax", _start(following), message))
        if self._reading.value is None:
            raise _StopReadingError(
                YamlProblem("yaml-empty", (1, 1), "the file is empty; a record was expected")
            )

    def _node(self, event: Any, path: ValuePath, key: Position | None) -> Any:
        self._refuse_sharing(event)
        position = _start(event)
        self._reading.marks.add(path, Mark(value=position, key=key or position))
        if len(path) > MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} levels deep; no record needs that"
            raise _StopReadingError(YamlProblem("yaml-syntax", position, message))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: ValuePath) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), None))
        return items

    def _mapping(self, path: ValuePath) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        first_lines: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            if key in first_lines:
                message = f"the key `{one_line(key)}` stands twice; it first stood on line {first_lines[key]}"
                self._problem("yaml-duplicate-key", event, message)
                self._node(next(self._events), (*path, key, "(again)"), _start(event))
                continue
            first_lines[key] = _start(event)[0]
            entries[key] = self._node(next(self._events), (*path, key), _start(event))
        return entries

    def _key(self, event: Any) -> str:
        self._refuse_sharing(event)
        if not isinstance(event, yaml.ScalarEvent):
            message = "a list or mapping stands where the name of a field was expected"
            raise _StopReadingError(YamlProblem("yaml-syntax", _start(event), message))
        return str(event.value)

    def _scalar(self, event: Any) -> Any:
        if not event.value.isascii() and _SURROGATE.search(event.value):
            raise _StopReadingError(_surrogate_problem(self._reading.text, event))
        if event.style or not event.implicit[0]:
            return event.value
        scalar = resolve_plain(event.value)
        if scalar.read_elsewhere_as:
            message = (
                f"`{event.value}` is read as {scalar.read_elsewhere_as} by many YAML readers; "
                f'write "{event.value}" if you mean this text'
            )
            self._problem("yaml-ambiguous", event, message)
        return scalar.value

    def _refuse_sharing(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            message = f"`{sign}{event.anchor}` is an anchor or alias; write the value out in each place"
            raise _StopReadingError(YamlProblem("yaml-alias", _start(event), message))
        if event.tag:
            message = f"the tag `{event.tag}` is not allowed; plain text, numbers, lists and mappings are"
            raise _StopReadingError(YamlProblem("yaml-tag", _start(event), message))

    def _problem(self, rule: str, event: Any, message: str) -> None:
        self._reading.problems.append(YamlProblem(rule, _start(event), message))


def _surrogate_problem(text: str, event: Any) -> YamlProblem:
    """Return what the C parser says of an escape for half a character; the pure one lets it through."""
    line, column = _start(event)
    found = _SURROGATE_ESCAPE.search(text, event.start_mark.index)
    offset = found.end() - event.start_mark.index if found else 0
    message = "this is not valid YAML: found invalid Unicode character escape code"
    return YamlProblem("yaml-syntax", (line, column + offset), message)


def _start(event: Any) -> Position:
    return (event.start_mark.line + 1, event.start_mark.column + 1)
