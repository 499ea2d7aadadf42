"""Problems as SARIF 2.1.0 (OASIS), for code scanning and editors."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from closecodes import __version__
from closecodes.check.rules import RULES, Rule
from closecodes.problems import Problem


__all__ = ["as_sarif"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ORDER = {id_: index for index, id_ in enumerate(RULES)}


def as_sarif(problems: Sequence[Problem], rules_page: str | None = None) -> str:
    """Return one run of SARIF with every rule and a result for each problem; ``rules_page`` explains the rules."""
    driver: dict[str, Any] = {
        "name": "closecodes",
        "version": __version__,
        "rules": [_rule(rule, rules_page) for rule in RULES.values()],
    }
    if rules_page:
        driver["informationUri"] = rules_page
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(rule: Rule, page: str | None) -> dict[str, Any]:
    headline, _, rest = rule.documentation.partition("\n\n")
    text = f"{headline}\n\n{rest}".strip()
    described: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": headline},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": rule.level.value},
    }
    return {**described, "helpUri": f"{page}#{rule.id}"} if page else described


def _result(problem: Problem) -> dict[str, Any]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column}
    location = {"artifactLocation": {"uri": quote(place.path)}, "region": region}
    return {
        "ruleId": problem.rule,
        "ruleIndex": _ORDER[problem.rule],
        "level": problem.level.value,
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"closecodes/v1": _fingerprint(problem)},
    }


def _fingerprint(problem: Problem) -> str:
    """Return what stays the same when lines above the problem come or go."""
    said = f"{problem.place.path}\0{problem.rule}\0{problem.message}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]
