"""The file is UTF-8.

Accents, apostrophes and dashes are kept in UTF-8, everywhere. Choose UTF-8 where your editor saves.
"""

from __future__ import annotations

from closecodes.check.rules.base import found_by_reader
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR

check = found_by_reader("yaml-encoding")
