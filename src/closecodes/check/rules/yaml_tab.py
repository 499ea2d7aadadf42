"""Lines are indented with spaces.

YAML forbids tabs there. Use two spaces for each level.
"""

from __future__ import annotations

from closecodes.check.rules.base import found_by_reader
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR

check = found_by_reader("yaml-tab")
