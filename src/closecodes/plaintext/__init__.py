"""Lay a finished page out as lines of text, for terminals: HTML in, lines out."""

from closecodes.plaintext.layout import Line, lines_of


__all__ = ["Line", "lines_of"]
