"""The rules, one a module; a module's docstring is the rule's documentation."""

from __future__ import annotations

import inspect
from importlib import import_module

from closecodes.check.rules.base import Finding, Rule


__all__ = ["RULES", "Finding", "Rule"]

_MODULES = (
    "yaml_syntax",
    "yaml_encoding",
    "yaml_empty",
    "yaml_tab",
    "yaml_duplicate_key",
    "yaml_alias",
    "yaml_tag",
    "yaml_ambiguous",
    "unfinished",
    "missing_file",
    "unknown_file",
    "unknown_field",
    "missing_field",
    "wrong_type",
    "wrong_value",
    "contradiction",
    "misplaced_text",
    "modeline",
    "file_name",
    "code_range",
    "duplicate_code",
    "duplicate_id",
    "unknown_reference",
    "missing_english",
    "missing_translation",
    "stale_translation",
    "unrecorded_translation",
    "unknown_language",
    "clause_style",
    "typography",
    "glossary",
    "shared_sentence",
    "unneeded_exception",
    "source_https",
    "unsourced_fact",
    "unsourced_delay",
    "reason_length",
)


def _load_rule(name: str) -> Rule:
    module = import_module(f"{__name__}.{name}")
    documentation = inspect.cleandoc(module.__doc__ or "")
    many, wide = getattr(module, "MANY", None), getattr(module, "WIDE", False)
    return Rule(name.replace("_", "-"), module.LEVEL, module.check, documentation, many, wide)


RULES = {rule.id: rule for rule in map(_load_rule, _MODULES)}
"""Every rule by its id, in the order of their documentation."""
