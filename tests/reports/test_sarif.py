"""Tests of problems as SARIF; what is required is that of the standard, SARIF 2.1.0, section 3."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from closecodes import __version__
from closecodes.check.rules import RULES
from closecodes.problems import Problem
from closecodes.reports import as_sarif


Make = Callable[..., Problem]


def _run(*problems: Problem, page: str | None = None) -> dict[str, Any]:
    log = json.loads(as_sarif(problems, page))
    assert "2.1.0" == log["version"]
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_tool() -> None:
    """The run names the tool and its version (3.19)."""
    driver = _run(page="https://example.org/rules.md")["tool"]["driver"]

    assert ("closecodes", __version__) == (driver["name"], driver["version"])
    assert "https://example.org/rules.md" == driver["informationUri"]


def test_rules() -> None:
    """Every rule is described, with its level and where it is explained (3.49)."""
    rules = _run(page="https://example.org/rules.md")["tool"]["driver"]["rules"]

    assert list(RULES) == [rule["id"] for rule in rules]
    assert {"error", "warning", "note"} == {rule["defaultConfiguration"]["level"] for rule in rules}
    assert all(rule["shortDescription"]["text"].endswith(".") for rule in rules)
    assert all(rule["helpUri"] == f"https://example.org/rules.md#{rule['id']}" for rule in rules)


def test_result(make_problem: Make) -> None:
    """A result refers to its rule by name and index, and to a region that begins at 1 (3.27, 3.30)."""
    run = _run(make_problem("content/é b.yaml", 4, message="wrong"))
    (result,) = run["results"]

    assert "clause-style" == result["ruleId"]
    assert "clause-style" == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
    assert ("error", {"text": "wrong"}) == (result["level"], result["message"])
    (location,) = result["locations"]
    assert {"startLine": 4, "startColumn": 3} == location["physicalLocation"]["region"]
    assert "unicodeCodePoints" == run["columnKind"]


def test_address(make_problem: Make) -> None:
    """The place is a relative reference in which nothing needs escaping (3.4.3)."""
    (result,) = _run(make_problem("content/é b.yaml"))["results"]

    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert "content/%C3%A9%20b.yaml" == uri


def test_fingerprint(make_problem: Make) -> None:
    """A problem keeps its fingerprint when lines come above it, and no other has it (3.27.17)."""
    results = _run(make_problem(line=1), make_problem(line=9), make_problem(message="worse"))["results"]
    first, moved, other = [result["partialFingerprints"]["closecodes/v1"] for result in results]

    assert first == moved != other
    assert re.fullmatch("[0-9a-f]{16}", first)


def test_no_page() -> None:
    """Without a page of rules, none is named."""
    driver = _run()["tool"]["driver"]

    assert "informationUri" not in driver
    assert not any("helpUri" in rule for rule in driver["rules"])
