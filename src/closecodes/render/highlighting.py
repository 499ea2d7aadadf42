"""Colour programs when the site is built, so that no page needs script for it."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup


__all__ = ["highlighted"]


@cache
def highlighted(name: str, program: str) -> Markup:
    """Return ``program`` as HTML with its words marked by class; its language follows from the file's ``name``."""
    from pygments import highlight  # noqa: PLC0415 - most builds show no program anew
    from pygments.formatters import HtmlFormatter  # noqa: PLC0415 - as above
    from pygments.lexers import get_lexer_for_filename  # noqa: PLC0415 - as above

    lexer = get_lexer_for_filename(name.replace(".mjs", ".js"), stripnl=False)
    return Markup(highlight(program, lexer, HtmlFormatter(nowrap=True)))  # noqa: S704 - Pygments escapes
