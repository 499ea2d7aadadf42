"""What several commands share: options, reading and checking the content, messages for what the disk refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from closecodes.project import Project, find_project


if TYPE_CHECKING:
    from closecodes.check import Checked
    from closecodes.load import Content
    from closecodes.problems import Problem

__all__ = [
    "CONTENT_HAS_PROBLEMS",
    "content_option",
    "disk_errors",
    "language_option",
    "loaded",
    "loaded_and_checked",
    "print_problems",
    "project_here",
    "strict_option",
]

CONTENT_HAS_PROBLEMS = 1
"""The exit code of a command that found errors in the content."""

_PACKAGE = Path(__file__).parents[1]


def project_here(content: Path | None = None) -> Project:
    """Return the project of the working directory, perhaps with another content folder."""
    return find_project(Path.cwd(), _PACKAGE).with_content(content)


def content_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option ``--content``."""
    return click.option(
        "--content",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Folder of the records.  [default: content]",
    )(function)


def language_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option ``--lang``."""
    from closecodes.model import SOURCE_LANGUAGE  # noqa: PLC0415 - most commands need no model to be offered

    return click.option(
        "--lang",
        "language",
        metavar="TAG",
        default=SOURCE_LANGUAGE,
        show_default=True,
        help="Language of the text.",
    )(function)


def strict_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option ``--strict``."""
    return click.option("--strict", is_flag=True, help="Take warnings for errors, as releases do.")(function)


def loaded(project: Project) -> Content:
    """Return the content of ``project``."""
    from closecodes import inspecting  # noqa: PLC0415 - loads the checker, which the options of a command do not need

    with disk_errors("cannot be read"):
        return inspecting.load_project(project)


def loaded_and_checked(project: Project, *, strict: bool) -> Checked:
    """Return the content of ``project`` with all that is wrong with it."""
    from closecodes import inspecting  # noqa: PLC0415 - as above

    return inspecting.check_project(project, loaded(project), strict=strict)


@contextmanager
def disk_errors(what: str) -> Iterator[None]:
    """Turn what the disk refuses into a message: the file, ``what`` could not be done, and why."""
    try:
        yield
    except OSError as error:
        if error.errno is None:  # no disk said it: a template that is missing, for one
            raise
        message = f"{error.filename} {what}: {error.strerror}" if error.filename else str(error)
        raise click.UsageError(message) from None


def print_problems(problems: Sequence[Problem], checked: Checked) -> None:
    """Print problems with the lines they are about."""
    from closecodes import terminal  # noqa: PLC0415 - as above

    if problems:
        terminal.print_problems(problems, checked.records.content.lines())
