"""The command ``explain``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from closecodes.addresses import number_slug
from closecodes.check.rules import RULES
from closecodes.check.words import did_you_mean
from closecodes.commands.common import content_option, language_option
from closecodes.plan import Page, PageKind, code_page


__all__ = ["explain", "rule_documentation"]

if TYPE_CHECKING:
    from closecodes.commands.showing import Display

_NUMBER = re.compile(r"[0-9]{1,9}")


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="RULE|CODE")
@language_option
@content_option
def explain(what: tuple[str, ...], language: str, content: Path | None) -> None:
    """Explain a rule of `check`, or a code.

    A rule is named as messages name it: clause-style. A code is a number or an id: 1012, discord-4004.
    """
    name = "-".join(what)
    if name in RULES:
        click.echo(rule_documentation(name))
        return
    from closecodes.commands.showing import Display  # noqa: PLC0415 - rules need nothing that renders

    display = Display.of(content, language)
    if name in display.site.codes:
        display.show(code_page(display.site.codes[name], language))
    elif _NUMBER.fullmatch(name):
        _show_number(display, int(name))
    else:
        known = [*display.site.codes, *RULES]
        message = f"no rule and no code is called `{name}`{did_you_mean(name, known)}"
        raise click.UsageError(message)


def _show_number(display: Display, number: int) -> None:
    """Print what the services mean by a number that the registry does not know, or else what its range is for."""
    if number in display.site.numbers:
        display.show(Page(PageKind.NUMBER, number_slug(number), display.language, number))
        return
    for found in display.site.ranges:
        if found.min <= number <= found.max:
            click.echo(f"{number}\n")
            display.show(Page(PageKind.RANGES, "ranges/", display.language), section=f"from-{found.min}")
            return
    message = f"{number} is no close code: the field has 16 bits, so it holds 0 to 65535"
    raise click.UsageError(message)


def rule_documentation(name: str) -> str:
    """Return what a rule asks for and why; raises click.UsageError where no rule has that name."""
    rule = RULES.get(name)
    if rule is None:
        known = did_you_mean(name, RULES) or f"; rules are {', '.join(RULES)}"
        message = f"no rule is called `{name}`{known}"
        raise click.UsageError(message)
    return f"{rule.id} ({rule.level})\n\n{rule.documentation}"
