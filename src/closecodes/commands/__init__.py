"""The commands, one module each, loaded when they are called."""

from __future__ import annotations


__all__ = ["COMMANDS"]

COMMANDS = (
    "build",
    "check",
    "serve",
    "proofread",
    "new",
    "explain",
    "compare",
    "diff",
    "i18n",
    "generate",
    "github",
    "links",
    "registry",
)
"""Names of the commands; each is defined in the module of its name, in the order of the help."""
