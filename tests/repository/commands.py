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
    command: click.Command = program
    context = click.Context(program, info_name="closecodes")
    arguments = list(words[1:end])
    while isinstance(command, click.Group):
        name = arguments.pop(0) if arguments and not arguments[0].startswith("-") else "build"
        found = command.get_command(context, name)
        if found is None:
            return f"{' '.join(words)}: no command is called `{name}`"
        command = found
    try:
        command.make_parser(context).parse_args(arguments)
    except click.UsageError as error:
        return f"{' '.join(words)}: {error.format_message()}"
    return None
