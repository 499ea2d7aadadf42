"""Tests of problems as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable

from closecodes.problems import Problem
from closecodes.reports import as_json


def test_problem(make_problem: Callable[..., Problem]) -> None:
    """Each problem has its place, level, rule and message; problems are counted by level."""
    report = json.loads(as_json([make_problem(line=7, message="é `x`")], 3))

    assert {
        "files": 3,
        "counts": {"error": 1, "warning": 0, "note": 0},
        "problems": [
            {
                "path": "content/a.yaml",
                "line": 7,
                "column": 3,
                "level": "error",
                "rule": "clause-style",
                "message": "é `x`",
            }
        ],
    } == report


def test_nothing() -> None:
    """Without problems the list is there, and empty."""
    assert [] == json.loads(as_json([], 1))["problems"]
