"""The command ``explain``."""

from __future__ import annotations

import click

from closecodes.check.rules import RULES
from closecodes.check.words import did_you_mean


__all__ = ["rule_documentation"]


def rule_documentation(name: str) -> str:
    """Return what a rule asks for and why; raises click.UsageError where no rule has that name."""
    rule = RULES.get(name)
    if rule is None:
        known = did_you_mean(name, RULES) or f"; rules are {', '.join(RULES)}"
        message = f"no rule is called `{name}`{known}"
        raise click.UsageError(message)
    return f"{rule.id} ({rule.level})\n\n{rule.documentation}"
