"""Tests of closecodes.console."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console
from rich.text import Text

from closecodes.console import format_problem
from closecodes.problems import Level, Place, Problem


_PATH = "content/families/websocket/1012.yaml"
_LINES = {_PATH: ["code: 1012", "facts:", "  retry: latr", "\tkind: planned", ""]}


def _problem(
    line: int = 3, column: int = 10, level: Level = Level.ERROR, message: str = "expected `later`"
) -> Problem:
    return Problem(Place(_PATH, line, column), level, "wrong-value", message)


def _printed(text: Text) -> str:
    """Return what a terminal with colours receives."""
    stream = StringIO()
    console = Console(
        file=stream,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        soft_wrap=True,
        highlight=False,
    )
    console.print(text)
    return stream.getvalue()


class TestFormatProblem:
    """Tests of format_problem."""

    def test_plain(self) -> None:
        """Without source, the text is the one line that editors parse, without any style."""
        text = format_problem(_problem(), _LINES, with_source=False)

        assert f"{_PATH}:3:10: error[wrong-value] expected `later`" == text.plain
        assert f"{_PATH}:3:10: error[wrong-value] expected `later`\n" == _printed(text)

    def test_same_as_problem(self) -> None:
        """The line is the one that the problem makes of itself."""
        assert str(_problem()) == format_problem(_problem(), _LINES, with_source=False).plain

    def test_source_and_caret(self) -> None:
        """With source, the line of the file follows, and a caret under the column."""
        text = format_problem(_problem(), _LINES, with_source=True)

        first, source, caret = text.plain.split("\n")
        assert f"{_PATH}:3:10: error[wrong-value] expected `later`" == first
        assert source == "    3 |   retry: latr"
        assert caret == "      |          ^"
        assert source.index("latr") == caret.index("^")

    def test_first_column(self) -> None:
        """A caret under the first column has no indent of its own."""
        text = format_problem(_problem(line=2, column=1), _LINES, with_source=True)

        assert text.plain.split("\n")[1:] == ["    2 | facts:", "      | ^"]

    def test_tab(self) -> None:
        """The caret stands under its column even where a tab comes before it."""
        text = format_problem(_problem(line=4, column=2), _LINES, with_source=True)

        assert text.plain.split("\n")[1:] == ["    4 | \tkind: planned", "      | \t^"]

    @pytest.mark.parametrize("line", [0, 5, 6])
    def test_no_such_line(self, line: int) -> None:
        """A line that is empty or that the file does not have is not quoted."""
        text = format_problem(_problem(line=line), _LINES, with_source=True)

        assert str(_problem(line=line)) == text.plain

    def test_unknown_file(self) -> None:
        """A file that was not read is not quoted."""
        text = format_problem(_problem(), {}, with_source=True)

        assert str(_problem()) == text.plain

    def test_brackets(self) -> None:
        """What looks like console markup in a message is printed as it stands."""
        problem = _problem(message="found [bold red]this[/]")

        assert f"{problem}\n" == _printed(format_problem(problem, _LINES, with_source=False))

    @pytest.mark.parametrize(
        ("level", "escape"),
        [
            (Level.ERROR, "\x1b[1;31merror"),
            (Level.WARNING, "\x1b[1;33mwarning"),
            (Level.NOTE, "\x1b[1;36mnote"),
        ],
    )
    def test_colour(self, level: Level, escape: str) -> None:
        """On a terminal each level has its colour."""
        assert escape in _printed(format_problem(_problem(level=level), _LINES, with_source=True))

    def test_terminal(self) -> None:
        """On a terminal the source line and the caret are printed below the problem."""
        printed = _printed(format_problem(_problem(), _LINES, with_source=True))

        lines = [Text.from_ansi(line).plain for line in printed.splitlines()]
        assert lines[1:] == ["    3 |   retry: latr", "      |          ^"]
