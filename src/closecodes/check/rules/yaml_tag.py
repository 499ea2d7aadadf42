"""Values carry no YAML tag.

Tags such as `!!python/object` ask a reader to do more than read.
"""

from __future__ import annotations

from closecodes.check.rules.base import found_by_reader
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR

check = found_by_reader("yaml-tag")
