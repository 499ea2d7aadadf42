"""The file is YAML.

Nothing can be said about a file that no YAML reader understands: a quote that never closes, a colon
inside an unquoted text, a control character. The place given is where reading stopped; the cause is
often a line above. Put a text that holds `: ` or begins with a special character in double quotes.
"""

from __future__ import annotations

from closecodes.check.rules.base import found_by_reader
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR

check = found_by_reader("yaml-syntax")
