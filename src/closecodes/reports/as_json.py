"""Problems as JSON, for scripts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from closecodes.problems import Level, Problem


__all__ = ["as_json"]


def as_json(problems: Sequence[Problem], files: int) -> str:
    """Return a JSON object: how many files were looked at, problems by level, and each problem with its place."""
    counts = Counter(problem.level for problem in problems)
    report = {
        "files": files,
        "counts": {level.value: counts[level] for level in Level},
        "problems": [
            {
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "level": problem.level.value,
                "rule": problem.rule,
                "message": problem.message,
            }
            for problem in problems
        ],
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"
