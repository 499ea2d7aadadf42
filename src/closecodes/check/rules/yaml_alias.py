"""Values are written out.

Anchors (`&name`) and aliases (`*name`) make a record hard to read, and a chain of them can fill the
memory of the machine that reads it. A text that begins with `*` or `&` needs double quotes.
"""

from __future__ import annotations

from closecodes.check.rules.base import found_by_reader
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR

check = found_by_reader("yaml-alias")
