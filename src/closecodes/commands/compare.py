"""The command ``compare``."""

from __future__ import annotations

from pathlib import Path

import click

from closecodes.commands.common import content_option, language_option
from closecodes.commands.showing import Display
from closecodes.model import Pair
from closecodes.plan import comparison_pages


__all__ = ["compare"]


@click.command()
@click.argument("first")
@click.argument("second")
@language_option
@content_option
def compare(first: str, second: str, language: str, content: Path | None) -> None:
    """Say what tells two codes apart.

    Codes are named by their ids: 1000 and 1012, or 1008 and discord-4004.
    """
    if first == second:
        message = f"{first} is the same as {second}; give two codes"
        raise click.UsageError(message)
    display = Display.of(content, language)
    one, other = display.code(first), display.code(second)
    pair = Pair.of(one, other)
    authored = display.site.comparisons.get((pair.first.id, pair.second.id))
    display.show(comparison_pages(Pair.of(one, other, authored), language)[0])
