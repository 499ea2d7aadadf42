"""A word means the same to every YAML reader.

`no`, `yes`, `on` and `off` are false and true to YAML 1.1 and texts to YAML 1.2; `1_000`, `1:30` and `0x10`
are numbers to some and texts to others. Write `true`, `false` and plain numbers; quote what is text.
"""

from __future__ import annotations

from closecodes.check.rules.base import found_by_reader
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR

check = found_by_reader("yaml-ambiguous")
