"""Problems to report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from closecodes.problems import Level, Place, Problem


@pytest.fixture(name="make_problem")
def _make_problem() -> Callable[..., Problem]:
    """Return a function that makes a problem of a file."""

    def make_problem(
        path: str = "content/a.yaml", line: int = 1, rule: str = "clause-style", message: str = "wrong"
    ) -> Problem:
        level = {"typography": Level.WARNING, "unrecorded-translation": Level.NOTE}.get(rule, Level.ERROR)
        return Problem(Place(path, line, 3), level, rule, message)

    return make_problem
