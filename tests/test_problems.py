"""Problems: what one line of them says, and in which order they stand."""

from __future__ import annotations

import dataclasses

import pytest

from closecodes.problems import Level, Place, Problem


def _problem(path: str, line: int = 1, column: int = 1, message: str = "wrong") -> Problem:
    return Problem(Place(path, line, column), Level.ERROR, "rule", message)


class TestPlace:
    """Where a problem is."""

    def test_default(self) -> None:
        """A place is the beginning of a file unless it says more."""
        assert Place("a.yaml", 1, 1) == Place("a.yaml")

    def test_order(self) -> None:
        """Places sort by path, then line, then column, as numbers."""
        places = [Place("b"), Place("a", 10, 1), Place("a", 9, 2), Place("a", 9, 1)]

        assert [Place("a", 9, 1), Place("a", 9, 2), Place("a", 10, 1), Place("b")] == sorted(places)


class TestProblem:
    """One thing that is wrong."""

    def test_line(self) -> None:
        """A problem is written as one line that editors parse."""
        problem = Problem(
            Place("content/a.yaml", 3, 7), Level.WARNING, "clause-style", "begins with a capital"
        )

        assert "content/a.yaml:3:7: warning[clause-style] begins with a capital" == str(problem)

    @pytest.mark.parametrize(
        ("level", "word"), [("ERROR", "error"), ("WARNING", "warning"), ("NOTE", "note")]
    )
    def test_levels(self, level: str, word: str) -> None:
        """A level is written as its small word."""
        assert f"a.yaml:1:1: {word}[rule] wrong" == str(
            Problem(Place("a.yaml"), Level[level], "rule", "wrong")
        )

    def test_order(self) -> None:
        """Problems sort by place first, and then by what they say."""
        problems = [_problem("b"), _problem("a", 2), _problem("a", 1, 5), _problem("a", 1, 5, "absent")]

        assert ["a:1:5 absent", "a:1:5 wrong", "a:2:1 wrong", "b:1:1 wrong"] == [
            f"{found.place.path}:{found.place.line}:{found.place.column} {found.message}"
            for found in sorted(problems)
        ]

    def test_set(self) -> None:
        """Two problems that say the same of the same place are one."""
        assert 1 == len({_problem("a"), _problem("a")})

    def test_frozen(self) -> None:
        """A problem cannot be changed."""
        with pytest.raises(dataclasses.FrozenInstanceError):
            _problem("a").message = "right"  # type: ignore[misc]
