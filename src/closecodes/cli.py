"""The command line: runs commands and sets the exit code."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import click

from closecodes import __version__
from closecodes.commands import COMMANDS
from closecodes.commands.common import CONTENT_HAS_PROBLEMS, project_here


__all__ = ["main"]

DONE = 0


class _Commands(click.Group):
    """A group whose commands are loaded when they are called; options without a command belong to ``build``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["build", *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS:
            from closecodes.check.words import did_you_mean  # noqa: PLC0415 - loads the whole checker

            message = f"no command is called `{args[0]}`{did_you_mean(args[0], COMMANDS)}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"closecodes.commands.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="closecodes")
def program() -> None:
    """Build the bilingual reference of WebSocket close codes.

    Options without a command belong to `build`. Exit codes: 0 done; 1 the content has problems;
    2 the command was used wrongly.
    """


@contextmanager
def _one_interrupt() -> Iterator[None]:
    """Let the first Ctrl-C stop the program, and no further one disturb it while it clears up."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)


def main(arguments: list[str] | None = None) -> int:
    """Run the program with ``arguments`` (those of the process by default) and return its exit code."""
    try:
        with _one_interrupt():
            program.main(args=arguments, prog_name="closecodes", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; the previous site is untouched.", err=True)
        return 130
    except SystemExit as stop:
        return int(stop.code or DONE)
    except Exception as error:
        if not _is_told(error):
            raise
        return CONTENT_HAS_PROBLEMS
    return DONE


def _is_told(error: Exception) -> bool:
    """Print what is wrong with a template or catalogue; return False for what is wrong with the program."""
    from closecodes import failures, terminal  # noqa: PLC0415 - a program in which all is well needs neither

    project = project_here()
    problem = failures.problem_of_author(error, project)
    if problem is None:
        return False
    path = project.root / problem.place.path
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    terminal.print_problems([problem], {problem.place.path: lines})
    return True
