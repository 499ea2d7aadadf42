"""The command ``serve``."""

from __future__ import annotations

import os
import sys
import time
import webbrowser
from collections.abc import Collection
from pathlib import Path
from threading import Thread

import click

from closecodes.commands.common import content_option, disk_errors, print_problems, project_here
from closecodes.plan import pages_count, plan_batches
from closecodes.problems import Level, Problem
from closecodes.project import Project
from closecodes.serving.editions import Edition, first_edition
from closecodes.serving.ports import HOST, NoFreePortError, listening_socket
from closecodes.serving.server import run


__all__ = ["serve"]

_PACKAGE = Path(__file__).parents[1]

_STARTED_AGAIN = "CLOSECODES_PORT"
"""Environment variable by which a server that starts again tells itself the port that browsers know."""


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8000,
    show_default=True,
    help="Port to listen on; the next free one if it is taken, any if 0.",
)
@content_option
@click.option("--open", "show", is_flag=True, help="Open the site in the browser.")
def serve(port: int, content: Path | None, *, show: bool) -> None:
    """Show the site on this machine, and every page again as soon as a file is saved. Ctrl-C ends it."""
    project = project_here(content)
    again = os.environ.pop(_STARTED_AGAIN, None)
    try:
        sock = listening_socket(int(again or port))
    except NoFreePortError as error:
        raise click.UsageError(str(error)) from None
    with sock:
        taken = sock.getsockname()[1]
        if not again and port not in {0, taken}:
            click.echo(f"Port {port} is taken; this is on port {taken} instead.", err=True)
        address = f"http://{HOST}:{taken}/"
        with disk_errors("cannot be read"):
            edition = first_edition(project, address)
        start_again = run(
            edition, sock, _Terminal(project, edition, address, show and not again), _watched(project)
        )
    if start_again:
        click.echo("The program has changed; starting again.")
        sys.stdout.flush()
        os.environ[_STARTED_AGAIN] = str(taken)
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - ourselves, as we were called
    click.echo("Stopped.")


def _watched(project: Project) -> Path | None:
    """Return the program's own folder, if it belongs to the project and can be replaced while it runs."""
    return _PACKAGE if os.name == "posix" and _PACKAGE.is_relative_to(project.root) else None


class _Terminal:
    """Tells on the terminal what the server does."""

    def __init__(self, project: Project, edition: Edition, address: str, show: bool) -> None:  # noqa: FBT001 - an option
        self._project = project
        self._edition = edition
        self._address = address
        self._show = show

    def ready(self) -> None:
        """Say where the site is, and open it if that was asked for."""
        _print(self._edition)
        pages = f"{_pages(self._edition)} pages" if self._edition.site else "No site yet"
        click.echo(f"{pages} at {self._address} – Ctrl-C ends it.")
        if self._show:
            Thread(target=webbrowser.open, args=(self._address,), daemon=True).start()

    def taken(self, paths: Collection[Path], told: int, seconds: float, edition: Edition) -> None:
        """Say which files were saved and what became of them; print their warnings, and all errors."""
        _print(edition, paths)
        names = ", ".join(sorted(self._shown(path) for path in paths))
        if edition.problems:
            done = "the last good site stays"
        else:
            done = f"{told} open {'page loads' if told == 1 else 'pages load'} again"
        click.echo(f"{time.strftime('%H:%M:%S')} {names}: {done} ({1000 * seconds:.0f} ms)")

    def refused(self, problem: Problem) -> None:
        """Print what kept saved files from being taken."""
        print_problems([problem], self._edition.checked)

    def _shown(self, path: Path) -> str:
        return (
            path.relative_to(self._project.root).as_posix()
            if path.is_relative_to(self._project.root)
            else str(path)
        )


def _pages(edition: Edition) -> int:
    site = edition.site
    return sum(pages_count(site, batch) for batch in plan_batches(site, pieces=1)) if site else 0


def _print(edition: Edition, paths: Collection[Path] = ()) -> None:
    base = edition.project.shown_from(edition.project.content)
    saved = {path.relative_to(base).as_posix() for path in paths if path.is_relative_to(base)}
    warnings = [
        problem
        for problem in edition.checked.problems
        if problem.level is Level.WARNING and problem.place.path in saved
    ]
    print_problems([*edition.problems, *warnings], edition.checked)
