"""Faults of syntax: the message says what to write instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closecodes.load.strict_yaml import read_yaml


_PIECES = [
    "\n",
    "  ",
    " ",
    "a:",
    "b: ",
    "- ",
    "-",
    "word",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "`",
    ">-",
    "\\",
    "\u2028",
]
_NOT_BESIDE = "and none above that it could stand beside is; fields of one level have the same indentation"


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("en: Lost: gone\n", (1, 9), '`:` stands in a text without quotes; write `en: "Lost: gone"`'),
        ("fr: Non : arrêt\n", (1, 9), '`:` stands in a text without quotes; write `fr: "Non : arrêt"`'),
        ('en: a "b": c\n', (1, 10), "`:` stands in a text without quotes; write `en: 'a \"b\": c'`"),
        (
            'en: it\'s "b": c\n',
            (1, 13),
            "`:` stands in a text without quotes; write `en: >-` and put the text on the next line, indented further",
        ),
        ('en: "Lost\nfr: Perdu\n', (1, 5), "the quote that opens here never closes"),
        ("fr: 'l'eau'\n", (1, 8), 'the quote closes before the text ends; write `fr: "l\'eau"`'),
        ('en: "\\q"\n', (1, 7), "`\\` begins an escape in double quotes; write `\\\\`, or `en: '\\q'`"),
        ('en: "a "b" c"\n', (1, 9), "the quote closes before the text ends; write `en: 'a \"b\" c'`"),
        ("en: `a` b\n", (1, 5), 'a text that begins with a backquote needs quotes; write `en: "`a` b"`'),
        ("en: {code} is\n", (1, 5), 'a text that begins with `{` needs quotes; write `en: "{code} is"`'),
        ("en: **b** c\n", (1, 5), 'a text that begins with `*` needs quotes; write `en: "**b** c"`'),
        ("en: > 30 s\n", (1, 5), 'a text that begins with `>` needs quotes; write `en: "> 30 s"`'),
        ("a:\n  retry:never\n  kind: x\n", (2, 3), "a space follows a colon: write `retry: never`"),
        ("a:\n  kind: x\n  retry:never\n", (3, 3), "a space follows a colon: write `retry: never`"),
        ("a:\n  -id: x\n    url: y\n", (2, 3), "a space follows a dash: write `- id: x`"),
        ("a: x\nretry\nb: y\n", (2, 1), "`retry` is no field; a field is written `name: value`"),
        (
            'name:\n  en: "Lost\ntext: x\nids: ["a", "b"]\n',
            (2, 7),
            "the quote that opens here does not close where its text ends",
        ),
        ("a: {b: c: d}\n", (1, 9), "a text between `{` and its end needs quotes if it holds `:` or `,`"),
        ("a: [b, c\nd: e\n", (1, 4), "the `[` that opens here is not closed before line 2"),
        ("a: {b: 5\nd: e\n", (1, 4), "the `{` that opens here is not closed before line 2"),
        (
            "en: >-\nLost\nfr: Perdu\n",
            (2, 1),
            "this text belongs to the `>-` above, so it is indented further than that line",
        ),
        (
            "a:\n  b: x\n   c: y\n",
            (3, 4),
            f"this line is indented by 3, {_NOT_BESIDE}",
        ),
        (
            "a:\n    b: x\n  c: y\n",
            (3, 3),
            f"this line is indented by 2, {_NOT_BESIDE}",
        ),
        (
            "a: x\n<<<<<<< HEAD\nb: y\n=======\nb: z\n>>>>>>> mine\n",
            (2, 1),
            "git left a merge conflict here; keep what is right and delete the lines of signs",
        ),
    ],
)
def test_message(text: str, position: tuple[int, int], message: str) -> None:
    """Each common fault is found where it was made, and told in terms of what was meant."""
    (problem,) = read_yaml(text.encode()).problems

    assert ("yaml-syntax", position, message) == (problem.rule, problem.position, problem.message)


def test_long_line() -> None:
    """Of a long text, the beginning and the end are shown."""
    (problem,) = read_yaml(f"en: Begin: {'and on ' * 60}end\n".encode()).problems

    assert len(problem.message) < 160
    assert '`en: "Begin: and on' in problem.message
    assert problem.message.endswith('and on end"`')


def test_beginning_of_the_line() -> None:
    """What was made of the beginning of a faulty line is no problem of its own."""
    (problem,) = read_yaml(b"en: No: stop\n").problems

    assert "yaml-syntax" == problem.rule


def test_other_lines() -> None:
    """What is wrong with lines before is told as well."""
    problems = read_yaml(b"a: yes\nen: Lost: gone\n").problems

    assert ["yaml-ambiguous", "yaml-syntax"] == [problem.rule for problem in problems]


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_anything(text: str) -> None:
    """However lines are put together, a fault is a message with a place within the file."""
    for problem in read_yaml(text.encode()).problems:
        line, column = problem.position

        assert problem.message
        assert "\n" not in problem.message
        assert 1 <= line <= len(text.splitlines()) + 1
        assert 1 <= column <= len(text) + 1


def test_unknown() -> None:
    """A fault that nobody thought of is told in the words of the YAML reader."""
    (problem,) = read_yaml(b'a: {b: "\\q"}\n').problems

    assert problem.message.startswith("this is not valid YAML: ")
