"""Whether a line that a guide or workflow shows is a right use of the program."""

from __future__ import annotations

from collections.abc import Sequence

import click

from closecodes.cli import program


__all__ = ["wrong_use"]

_SHELL = {">", ">>", "|", "||", "&&", "2>"}


def wrong_use(words: Sequence[str]) -> str | None:
    """Return why `closecodes …` cannot be run as written, None if it can; files need not be there."""
    end = next((index for index, word in enumerate(words) if word in _SHELL), len(words))
    try:
        _parse(program, "closecodes", list(words[1:end]), None)
    except click.UsageError as error:
        return f"{' '.join(words)}: {error.format_message()}"
    return None


def _parse(command: click.Command, name: str, arguments: list[str], parent: click.Context | None) -> None:
    """Parse arguments as the program does; raises click.UsageError for what it does not know."""
    if not isinstance(command, click.Group):
        command.make_parser(click.Context(command, parent, name)).parse_args(arguments)
        return
    context = command.make_context(name, arguments, parent, resilient_parsing=True)
    rest = [*context._protected_args, *context.args]  # noqa: SLF001 - what the group leaves to its command
    if rest:
        found, known, others = command.resolve_command(context, rest)
        _parse(known or command, found or name, others, context)
