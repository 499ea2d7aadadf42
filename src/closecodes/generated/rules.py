"""The page of rules, made of their docstrings."""

from __future__ import annotations

from closecodes.check.rules import RULES


__all__ = ["rules_page"]

_INTRODUCTION = """\
# Rules

Every message of `check` names the rule behind it: `path:line:column: level[rule] message`.
An **error** stops the build; a **warning** stops only `--strict`; a **note** stops nothing.
This page is generated from the rules themselves.
"""


def rules_page() -> str:
    """Return the documentation of all rules, made of their docstrings."""
    parts = [_INTRODUCTION]
    for rule in RULES.values():
        headline, _, rest = rule.documentation.partition("\n\n")
        body = f"\n{rest.strip()}\n" if rest else ""
        parts.append(f"## {rule.id}\n\n*{rule.level}* – {headline}\n{body}")
    return "\n".join(parts)
