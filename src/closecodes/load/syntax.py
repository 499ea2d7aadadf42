"""Say what is wrong with a line that is no YAML in terms of what its author meant to write."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml

from closecodes.load.marks import Position
from closecodes.load.scalars import one_line


__all__ = ["explained"]

_FIELD = re.compile(r"(?P<indent>\s*(?:- +)*)(?P<key>[\w.-]+):\s+(?P<text>\S.*?)\s*$")
_GLUED = re.compile(r"\s*(?:- +)*(?P<key>[\w.-]+):(?P<text>[^\s/][^:]*)$")
_GLUED_DASH = re.compile(r"\s*-(?P<text>\w.*)$")
_BLOCK_TEXT = re.compile(r".*:\s+(?P<sign>[>|][-+]?)\s*$")
_CONFLICT = re.compile(r"(<{7}|>{7}) |={7}$")

_LONGEST_SHOWN = 90
"""Characters of a line that a message writes out anew; a longer one is cut."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """What the YAML reader stumbled over; places are counted from 0."""

    lines: Sequence[str]
    problem: str
    line: int
    column: int
    opened: Position | None

    @property
    def here(self) -> Position:
        return self.line + 1, self.column + 1

    def text_of(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""


Explanation = tuple[Position, str]


def explained(text: str, error: yaml.MarkedYAMLError) -> Explanation:
    """Return the place of a fault, line and column from 1, and what to write instead if that can be known."""
    mark = error.problem_mark or error.context_mark
    opened = (error.context_mark.line + 1, error.context_mark.column + 1) if error.context_mark else None
    place = (mark.line, mark.column) if mark else (0, 0)
    fault = _Fault(text.splitlines(), str(error.problem), *place, opened)
    answers = (explain(fault) for explain in _EXPLANATIONS)
    unknown = (fault.here, f"this is not valid YAML: {fault.problem}")
    return next((answer for answer in answers if answer), unknown)


def _conflict(fault: _Fault) -> Explanation | None:
    for number, line in enumerate(fault.lines, start=1):
        if _CONFLICT.match(line):
            message = "git left a merge conflict here; keep what is right and delete the lines of signs"
            return (number, 1), message
    return None


def _never_closed(fault: _Fault) -> Explanation | None:
    if not fault.opened:
        return None
    if "unexpected end of stream" in fault.problem:
        return fault.opened, "the quote that opens here never closes"
    if fault.problem.startswith(("expected ',' or ']'", "expected ',' or '}'")):
        line, column = fault.opened
        sign = fault.text_of(line - 1)[column - 1 : column]
        if fault.line + 1 == fault.opened[0]:
            return fault.here, f"a text between `{sign}` and its end needs quotes if it holds `:` or `,`"
        return fault.opened, f"the `{sign}` that opens here is not closed before line {fault.line + 1}"
    return None


def _closed_elsewhere(fault: _Fault) -> Explanation | None:
    """A quote that opens on a line above and is closed by the opening quote of another text."""
    if fault.problem != _TEXT_AFTER:
        return None
    for number in range(fault.line, -1, -1):
        found = _FIELD.match(fault.text_of(number))
        sign = found["text"][0] if found else ""
        if found and sign in {'"', "'"} and found["text"].count(sign) == 1:
            message = "the quote that opens here does not close where its text ends"
            return (number + 1, found.start("text") + 1), message
    return None


def _glued(fault: _Fault) -> Explanation | None:
    """A colon or dash without the space after it, on the line of the fault or the one before."""
    if fault.problem not in {_VALUE_HERE, _NO_COLON}:
        return None
    start = fault.opened[0] - 1 if fault.opened else fault.line - 1
    line = fault.text_of(start)
    if found := _GLUED_DASH.match(line):
        return (start + 1, found.start("text")), f"a space follows a dash: write `- {found['text'].strip()}`"
    if found := _GLUED.match(line):
        wanted = f"{found['key']}: {found['text'].strip()}"
        return (start + 1, found.start("key") + 1), f"a space follows a colon: write `{wanted}`"
    return None


def _needs_quotes(fault: _Fault) -> Explanation | None:
    found = _text_at(fault)
    if not found or found["text"][0] in "\"'":
        return None
    key, text = found["key"], found["text"]
    if fault.problem == _VALUE_HERE:
        return fault.here, f"`:` stands in a text without quotes; write {_quoted(key, text)}"
    if text[0].isalnum():
        return None
    sign = "a backquote" if text[0] == "`" else f"`{text[0]}`"
    message = f"a text that begins with {sign} needs quotes; write {_quoted(key, text)}"
    return (fault.line + 1, found.start("text") + 1), message


def _wrong_quotes(fault: _Fault) -> Explanation | None:
    found = _text_at(fault)
    if not found or found["text"][0] not in "\"'":
        return None
    sign, inner = found["text"][0], found["text"][1:].removesuffix(found["text"][0])
    if fault.problem.startswith("found unknown escape character"):
        wanted = _quoted(found["key"], inner)
        return fault.here, f"`\\` begins an escape in double quotes; write `\\\\`, or {wanted}"
    wanted = _quoted(found["key"], inner.replace(sign * 2, sign) if sign == "'" else inner)
    return fault.here, f"the quote closes before the text ends; write {wanted}"


def _text_at(fault: _Fault) -> re.Match[str] | None:
    """Return the field whose text the fault lies in; what stands in brackets is no text, unless more follows."""
    found = _FIELD.match(fault.text_of(fault.line))
    if not found or fault.column < found.start("text"):
        return None
    return None if found["text"][0] in "{[" and fault.problem != _TEXT_AFTER else found


def _quoted(key: str, text: str) -> str:
    """Return the line that says ``text``: in the quotes that it does not contain, else below a `>-`."""
    quotes = ("'",) if "\\" in text else ('"', "'")
    quote = next((quote for quote in quotes if quote not in text), None)
    if quote is None:
        return f"`{key}: >-` and put the text on the next line, indented further"
    shown = one_line(text)
    if len(shown) > _LONGEST_SHOWN:
        return f"`{key}: {quote}{shown[: _LONGEST_SHOWN // 2]}…{shown[-_LONGEST_SHOWN // 4 :]}{quote}`"
    return f"`{key}: {quote}{shown}{quote}`"


def _not_indented(fault: _Fault) -> Explanation | None:
    if fault.problem != _NO_COLON or not fault.opened:
        return None
    line = fault.opened[0] - 1
    above = _BLOCK_TEXT.match(fault.text_of(line - 1))
    if above:
        message = (
            f"this text belongs to the `{above['sign']}` above, so it is indented further than that line"
        )
        return fault.opened, message
    word = one_line(fault.text_of(line).strip())
    return fault.opened, f"`{word}` is no field; a field is written `name: value`"


def _indented_differently(fault: _Fault) -> Explanation | None:
    line = fault.text_of(fault.line)
    spaces = len(line) - len(line.lstrip(" "))
    if fault.problem == _VALUE_HERE or fault.problem in _OTHER_DEPTH:
        message = f"this line is indented by {spaces}, and none above that it could stand beside is"
        return (fault.line + 1, spaces + 1), f"{message}; fields of one level have the same indentation"
    return None


_VALUE_HERE = "mapping values are not allowed here"
_TEXT_AFTER = "expected <block end>, but found '<scalar>'"
_NO_COLON = "could not find expected ':'"
_OTHER_DEPTH = {
    "expected <block end>, but found '<block mapping start>'",
    "expected <block end>, but found '<block sequence start>'",
    "expected <block end>, but found '-'",
}
_EXPLANATIONS: tuple[Callable[[_Fault], Explanation | None], ...] = (
    _conflict,
    _never_closed,
    _closed_elsewhere,
    _glued,
    _needs_quotes,
    _wrong_quotes,
    _not_indented,
    _indented_differently,
)
