"""Files that are generated from the code and committed: JSON Schemas and pages of reference."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from closecodes.check.parsing import MODELS
from closecodes.generated.fields import fields_page
from closecodes.generated.rules import rules_page
from closecodes.generated.schemas import schema_of
from closecodes.generated.translated import TRANSLATED


__all__ = ["fields_page", "generated_files", "rules_page", "schema_of", "stale_files"]


def generated_files() -> Iterator[tuple[str, str]]:
    """Yield the path, relative to the project, and the text of every generated file."""
    for kind in MODELS:
        yield f"schema/{kind}.schema.json", json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"
    yield "docs/fields.md", fields_page()
    for language in TRANSLATED:
        yield f"docs/fields.{language}.md", fields_page(language)
    yield "docs/rules.md", rules_page()


def stale_files(root: Path) -> list[str]:
    """Return the generated files below ``root`` that are missing or differ from today's code."""
    return [name for name, text in generated_files() if not _is_fresh(root / name, text)]


def _is_fresh(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
