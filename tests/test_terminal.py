"""Tests of closecodes.terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from closecodes.problems import Level, Place, Problem
from closecodes.results import Built
from closecodes.terminal import print_problems, progress, summary_of


Capture = pytest.CaptureFixture[str]

_PATH = "content/families/websocket/1012.yaml"
_LINES = {_PATH: ["code: 1012", "facts:", "  retry: latr"]}


def _problem(line: int = 3, level: Level = Level.ERROR) -> Problem:
    return Problem(Place(_PATH, line, 10), level, "wrong-value", "expected `later`")


@pytest.fixture(name="plain_environment", autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


class TestPrintProblems:
    """Tests of print_problems."""

    def test_lines(self, capsys: Capture) -> None:
        """What is no terminal gets a line for each problem, on the error output."""
        problems = [_problem(), _problem(1, Level.WARNING)]

        print_problems(problems, _LINES)

        captured = capsys.readouterr()
        assert captured.err == "".join(f"{problem}\n" for problem in problems)
        assert captured.out == ""

    def test_no_color(self, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        """A terminal gets source lines without colour where NO_COLOR is set."""
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setenv("TTY_COMPATIBLE", "1")
        monkeypatch.setenv("TERM", "xterm")

        print_problems([_problem()], _LINES)

        err = capsys.readouterr().err
        assert "    3 |   retry: latr\n" in err
        assert "\x1b" not in err


class TestProgress:
    """Tests of progress."""

    def test_no_terminal(self, capsys: Capture) -> None:
        """What is no terminal sees nothing."""
        with progress() as show:
            show(1, 2)

        captured = capsys.readouterr()
        assert (captured.out, captured.err) == ("", "")

    def test_terminal(self, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        """A terminal sees how much is done, and nothing of it on the standard output."""
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

        with progress() as show:
            show(1, 2)

        captured = capsys.readouterr()
        assert "Rendering pages" in captured.err
        assert "50%" in captured.err
        assert captured.out == ""


class TestSummaryOf:
    """Tests of summary_of."""

    def test_lines(self, tmp_path: Path) -> None:
        """The summary gives pages by language, files and seconds, warnings, and where to look."""
        built = Built(files=738, pages={None: 2, "en": 367, "fr": 367})
        problems = [
            _problem(level=Level.WARNING),
            _problem(level=Level.NOTE),
            _problem(2, level=Level.WARNING),
        ]

        lines = list(summary_of(built, problems, 3.256, str(tmp_path)))

        assert [
            "All languages:       2 pages",
            "English:           367 pages",
            "French:            367 pages",
            "Files:             738 in 3.26 s",
            "Warnings:            2",
            f"Open {tmp_path / 'index.html'}",
        ] == lines

    def test_third_language(self, tmp_path: Path) -> None:
        """A language that is added later is named as well."""
        built = Built(files=1, pages={"pt-BR": 1})

        first, *_ = summary_of(built, [], 0.0, str(tmp_path))

        assert first.startswith("Portuguese (Brazil):")
        assert first.endswith(" 1 pages")

    def test_store(self) -> None:
        """A site in a store is opened at its address."""
        *_, last = summary_of(Built(files=1, pages={}), [], 0.0, "s3://bucket/site")

        assert last == "Open s3://bucket/site/index.html"

    @pytest.mark.parametrize(
        ("deleted", "expected"),
        [
            (0, "Files:               3 changed in 0.50 s"),
            (2, "Files:               3 changed, 2 deleted in 0.50 s"),
        ],
    )
    def test_changed(self, deleted: int, expected: str) -> None:
        """A build of what changed says so, and how many files it deleted, if any."""
        built = Built(files=3, pages={"en": 9}, deleted=deleted, whole=False)

        lines = list(summary_of(built, [], 0.5, "public"))

        assert ["English:             9 pages", expected] == lines[:2]

    @pytest.mark.parametrize(
        ("built", "expected"),
        [
            (Built(files=0, pages={}, whole=False), True),
            (Built(files=0, pages={"en": 5}, whole=False), True),
            (Built(files=0, pages={}, deleted=1, whole=False), False),
            (Built(files=0, pages={}), False),
        ],
    )
    def test_nothing(self, built: Built, *, expected: bool) -> None:
        """Where no file changed, that is all there is to say."""
        lines = list(summary_of(built, [], 0.5, "public"))

        assert expected is (lines == ["Nothing to do: the site is up to date."])
