"""Files that are generated from the code and committed: JSON Schemas and the page of rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from closecodes.check.parsing import MODELS
from closecodes.check.rules import RULES
from closecodes.load import Kind


__all__ = ["generated_files", "rules_page", "schema_of", "stale_files"]

_TITLES = {
    Kind.CODE: "Close code",
    Kind.FAMILY: "Family of close codes",
    Kind.COMPARISON: "Comparison of two close codes",
    Kind.RANGES: "Ranges of numbers",
    Kind.LIBRARIES: "Libraries",
    Kind.SITE: "Site",
    Kind.GLOSSARY: "Glossary",
    Kind.TIMEOUTS: "Limits in seconds",
    Kind.ERROR_TEXTS: "Texts that a program prints",
}

_RULES_INTRODUCTION = """\
# Rules

Every message of `check` names the rule behind it: `path:line:column: level[rule] message`.
An **error** stops the build; a **warning** stops only `--strict`; a **note** stops nothing.
This page is generated from the rules themselves.
"""


def generated_files() -> Iterator[tuple[str, str]]:
    """Yield the path, relative to the project, and the text of every generated file."""
    for kind in MODELS:
        yield f"schema/{kind}.schema.json", json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"
    yield "docs/rules.md", rules_page()


def stale_files(root: Path) -> list[str]:
    """Return the generated files below ``root`` that are missing or differ from today's code."""
    return [name for name, text in generated_files() if not _is_fresh(root / name, text)]


def _is_fresh(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def schema_of(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of record."""
    schema = MODELS[kind].model_json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": _TITLES[kind]}


def rules_page() -> str:
    """Return the documentation of all rules, made of their docstrings."""
    parts = [_RULES_INTRODUCTION]
    for rule in RULES.values():
        headline, _, rest = rule.documentation.partition("\n\n")
        body = f"\n{rest.strip()}\n" if rest else ""
        parts.append(f"## {rule.id}\n\n*{rule.level}* – {headline}\n{body}")
    return "\n".join(parts)
