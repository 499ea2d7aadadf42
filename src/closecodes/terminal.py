"""What the command line prints: problems, progress, and the summary of a build.

The library that draws on terminals is loaded only where there is something to draw.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from closecodes.model import language_name
from closecodes.problems import Level, Problem


if TYPE_CHECKING:
    from rich.console import Console

    from closecodes.plaintext import Line
    from closecodes.results import Built


__all__ = ["print_lines", "print_problems", "progress", "summary_of"]


def print_problems(problems: Sequence[Problem], lines: Mapping[str, Sequence[str]]) -> None:
    """Print problems to the standard error; on a terminal, with their source lines."""
    from closecodes.console import format_problem  # noqa: PLC0415 - see the module

    console = _console()
    for problem in problems:
        console.print(format_problem(problem, lines, with_source=console.is_terminal))


def print_lines(lines: Iterable[Line]) -> None:
    """Print the lines of a page to the standard output; on a terminal that may have colour, headings stand out."""
    colourful = not os.environ.get("NO_COLOR")
    for line in lines:
        styled = click.style(line.text, bold=True, underline=line.heading == 1) if line.heading else line.text
        click.echo(styled if colourful else line.text)


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """Give a function that shows how many pages are done, and how many there are; on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.progress import Progress  # noqa: PLC0415 - see the module

    with Progress(console=_console(), transient=True) as bar:
        task = bar.add_task("Rendering pages")
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415 - see the module

    plain = bool(os.environ.get("NO_COLOR"))
    options: dict[str, Any] = {"no_color": True, "color_system": None} if plain else {}
    return Console(stderr=True, soft_wrap=True, highlight=False, **options)


def summary_of(built: Built, problems: Sequence[Problem], seconds: float, output: str) -> Iterator[str]:
    """Yield the closing lines of a build: pages per language, seconds, warnings, where to look."""
    if not built.whole and not built.files and not built.deleted:
        yield "Nothing to do: the site is up to date."
        return
    for language, count in built.pages.items():
        name = language_name(language) if language else "All languages"
        yield f"{name + ':':<15}{count:>7} pages"
    deleted = f", {built.deleted} deleted" if built.deleted else ""
    made = "" if built.whole else " changed" + deleted
    yield f"{'Files:':<15}{built.files:>7}{made} in {seconds:.2f} s"
    yield f"{'Warnings:':<15}{sum(problem.level is Level.WARNING for problem in problems):>7}"
    yield f"Open {output}/index.html"
