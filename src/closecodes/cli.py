"""The command line: wires the stages, prints, and sets the exit code. No other module does either."""

from __future__ import annotations

import gc
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from closecodes import __version__, pipeline, quick, terminal
from closecodes.check import Checked
from closecodes.check.grouping import grouped
from closecodes.cluster import MissingExtraError, is_address
from closecodes.generated import generated_files
from closecodes.problems import Problem
from closecodes.project import Project, find_project
from closecodes.publish import ForeignOutputError
from closecodes.workers import available_cores


__all__ = ["main"]

DONE, CONTENT_HAS_PROBLEMS, USED_WRONGLY = 0, 1, 2

_PACKAGE = Path(__file__).parent

_RARE_COLLECTIONS = (100_000, 50, 100)
"""Nearly all that a build makes is needed to its end: Python need not look for waste every 700 objects."""


class _BuildByDefault(click.Group):
    """A group whose options without a command belong to ``build``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_BuildByDefault, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="closecodes")
def program() -> None:
    """Build the bilingual reference of WebSocket close codes.

    Options without a command belong to `build`. Exit codes: 0 done; 1 the content has problems;
    2 the command was used wrongly.
    """


def _content_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--content",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Folder of the records.  [default: content]",
    )(function)


def _strict_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--strict", is_flag=True, help="Take warnings for errors, as releases do.")(function)


@program.command()
@click.option(
    "--output",
    help="Folder to publish to; its old site is replaced at once.  [default: public]",
)
@_content_option
@click.option("--base-url", help="Address the site will be served from.  [default: base_url of site.yaml]")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=available_cores,
    help="Processes that render pages; any number gives the same bytes.  [default: one for each core]",
)
@click.option("--plain", is_flag=True, help="Share no parts between pages: slow, same bytes, for comparison.")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Dask scheduler whose workers render the pages; --output may then be any address that fsspec knows.",
)
@click.option("--full", is_flag=True, help="Make every page, also those of which nothing changed.")
@_strict_option
def build(  # noqa: PLR0913 - one parameter for each option
    output: str | None,
    content: Path | None,
    base_url: str | None,
    jobs: int,
    scheduler: str | None,
    *,
    plain: bool,
    full: bool,
    strict: bool,
) -> None:
    """Build the site; after the first time, only what changed."""
    started = time.monotonic()
    project = find_project(Path.cwd(), _PACKAGE).with_content(content)
    target = output or str(project.root / "public")
    if is_address(target) and not scheduler:
        message = f"{target} can be written to by a cluster only; add --scheduler, or give a folder"
        raise click.UsageError(message)
    inputs = _inputs(project, base_url, strict=strict)
    checked = _checked(project, strict=strict)
    with terminal.progress() as progress, _failures():
        if scheduler and is_address(target):
            built = pipeline.publish_to_store(
                project, checked, target, scheduler=scheduler, base_url=_slash(base_url), progress=progress
            )
        else:
            built = pipeline.build(
                project,
                checked,
                Path(target).absolute(),
                base_url=_slash(base_url),
                jobs=jobs,
                plain=plain,
                full=full,
                scheduler=scheduler,
                progress=progress,
            )
    told = any(problem.level != "note" for problem in checked.problems)
    if not is_address(target):
        target = str(Path(target).absolute())
        quick.keep_state(str(project.root), target, None if told else inputs)
    for line in terminal.summary_of(built, checked.problems, time.monotonic() - started, target):
        click.echo(line)


@contextmanager
def _failures() -> Iterator[None]:
    """Turn what can stop a build into a message."""
    try:
        with _disk_errors("cannot be written"):
            yield
    except (ForeignOutputError, MissingExtraError) as error:
        raise click.UsageError(str(error)) from None
    except BrokenExecutor:
        message = "a worker process died; try again with --jobs 1"
        raise click.ClickException(message) from None


@program.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@_content_option
@_strict_option
@click.option("--fix", is_flag=True, help="Mend what can be mended without thinking.")
def check(paths: Sequence[Path], content: Path | None, *, strict: bool, fix: bool) -> None:
    """Check the records; with PATHs, report only what concerns these files and folders."""
    project = find_project(Path.cwd(), _PACKAGE).with_content(content)
    if fix:
        _fix(project)
    checked = _loaded_and_checked(project, strict=strict)
    problems = [problem for problem in checked.problems if _concerns(problem.place.path, paths, project)]
    told = problems if paths else grouped(problems, checked.records.content.folder)
    _print_problems(told, checked)
    if any(problem.level == "error" for problem in problems):
        sys.exit(CONTENT_HAS_PROBLEMS)
    documents = checked.records.content.documents
    count = sum(_concerns(document.path, paths, project) for document in documents)
    click.echo("1 file is in order." if count == 1 else f"{count} files are in order.")


@program.command(hidden=True)
def generate() -> None:
    """Write the files that are generated from the code: schema/ and docs/rules.md."""
    root = find_project(Path.cwd(), _PACKAGE).root
    for name, text in generated_files():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"wrote {name}")


def _fix(project: Project) -> None:
    with _disk_errors("cannot be read"):
        content = pipeline.load_project(project)
    with _disk_errors("cannot be written"):
        for path in pipeline.fix_project(project, content):
            click.echo(f"fixed {path}")


def _loaded_and_checked(project: Project, *, strict: bool) -> Checked:
    with _disk_errors("cannot be read"):
        content = pipeline.load_project(project)
    return pipeline.check_project(project, content, strict=strict)


@contextmanager
def _disk_errors(what: str) -> Iterator[None]:
    """Turn what the disk refuses into a message: the file, ``what`` could not be done, and why."""
    try:
        yield
    except OSError as error:
        message = f"{error.filename} {what}: {error.strerror}" if error.filename else str(error)
        raise click.UsageError(message) from None


def _checked(project: Project, *, strict: bool) -> Checked:
    checked = _loaded_and_checked(project, strict=strict)
    _print_problems([problem for problem in checked.problems if problem.level != "note"], checked)
    if checked.failed:
        click.echo("The site was not built; the previous one is untouched.", err=True)
        sys.exit(CONTENT_HAS_PROBLEMS)
    return checked


def _print_problems(problems: Sequence[Problem], checked: Checked) -> None:
    if problems:
        terminal.print_problems(problems, checked.records.content.lines())


def _concerns(path: str, paths: Sequence[Path], project: Project) -> bool:
    place = project.shown_from(project.content) / path
    return not paths or any(place.resolve().is_relative_to(path.resolve()) for path in paths)


def _inputs(project: Project, base_url: str | None, *, strict: bool) -> str | None:
    """Return the state of all files that a build reads, if they can be told from any later state."""
    try:
        inputs = quick.inputs_of(str(project.root), str(project.content), base_url, strict=strict)
    except OSError:
        return None
    return inputs if quick.certain(inputs) else None


def _slash(address: str | None) -> str | None:
    return f"{address.rstrip('/')}/" if address else None


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
        gc.set_threshold(*_RARE_COLLECTIONS)
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
    return DONE
