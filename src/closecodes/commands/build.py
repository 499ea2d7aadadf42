"""The command ``build``."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path

import click

from closecodes import pipeline, quick, terminal
from closecodes.check import Checked
from closecodes.cluster import MissingExtraError, is_address
from closecodes.commands.common import (
    CONTENT_HAS_PROBLEMS,
    content_option,
    disk_errors,
    loaded_and_checked,
    print_problems,
    project_here,
    strict_option,
)
from closecodes.project import Project
from closecodes.publish import ForeignOutputError
from closecodes.search import IndexingError, find_indexer
from closecodes.workers import available_cores


__all__ = ["build"]


_NO_INDEX = (
    "No index of words: pagefind is not installed (pip install 'pagefind[bin]'). "
    "Numbers, names, constants and error texts are found all the same."
)


@click.command()
@click.option(
    "--output",
    help="Folder to publish to; its old site is replaced at once.  [default: public]",
)
@content_option
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
@strict_option
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
    project = project_here(content)
    target = output or str(project.root / "public")
    if is_address(target) and not scheduler:
        message = f"{target} can be written to by a cluster only; add --scheduler, or give a folder"
        raise click.UsageError(message)
    inputs = _inputs(project, base_url, strict=strict)
    checked = _checked(project, strict=strict)
    indexer = find_indexer()
    with terminal.progress() as progress, _failures():
        if scheduler and is_address(target):
            built = pipeline.publish_to_store(
                project,
                checked,
                target,
                scheduler=scheduler,
                base_url=_slash(base_url),
                indexer=indexer,
                progress=progress,
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
                indexer=indexer,
                progress=progress,
            )
    told = any(problem.level != "note" for problem in checked.problems)
    if not is_address(target):
        target = str(Path(target).absolute())
        quick.keep_state(str(project.root), target, None if told else inputs)
    if indexer is None:
        click.echo(_NO_INDEX)
    for line in terminal.summary_of(built, checked.problems, time.monotonic() - started, target):
        click.echo(line)


@contextmanager
def _failures() -> Iterator[None]:
    """Turn what can stop a build into a message."""
    try:
        with disk_errors("cannot be written"):
            yield
    except (ForeignOutputError, MissingExtraError) as error:
        raise click.UsageError(str(error)) from None
    except IndexingError as error:
        raise click.ClickException(str(error)) from None
    except BrokenExecutor:
        message = "a worker process died; try again with --jobs 1"
        raise click.ClickException(message) from None


def _checked(project: Project, *, strict: bool) -> Checked:
    checked = loaded_and_checked(project, strict=strict)
    print_problems([problem for problem in checked.problems if problem.level != "note"], checked)
    if checked.failed:
        click.echo("The site was not built; the previous one is untouched.", err=True)
        sys.exit(CONTENT_HAS_PROBLEMS)
    return checked


def _inputs(project: Project, base_url: str | None, *, strict: bool) -> str | None:
    """Return the state of all files that a build reads, if they can be told from any later state."""
    try:
        inputs = quick.inputs_of(str(project.root), str(project.content), base_url, strict=strict)
    except OSError:
        return None
    return inputs if quick.certain(inputs) else None


def _slash(address: str | None) -> str | None:
    return f"{address.rstrip('/')}/" if address else None
