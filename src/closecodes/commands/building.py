"""What the command ``build`` does."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager

import click

from closecodes import pipeline, quick, terminal
from closecodes.check import Checked
from closecodes.commands.asking import Options
from closecodes.commands.common import CONTENT_HAS_PROBLEMS, disk_errors, print_problems
from closecodes.project import Project
from closecodes.publish import ForeignOutputError
from closecodes.results import Built, Progress
from closecodes.search import Indexer, IndexingError, find_indexer
from closecodes.stores import MissingExtraError, is_address
from closecodes.verifying import Refusal, Verification
from closecodes.workers import Crew


__all__ = ["run"]

_NO_INDEX = (
    "No index of words: pagefind is not installed (pip install 'pagefind[bin]'). "
    "Numbers, names, constants and error texts are found all the same."
)


def run(project: Project, options: Options, crew: Crew, started: float) -> None:
    """Build the site and say so; ``started`` is when that began, by the clock of ``time.monotonic``."""
    inputs = _inputs(project, options)
    with disk_errors("cannot be read"):
        verification = Verification(project, inputs, strict=options.strict, anew=options.whole)
    indexer = None if options.pages_only else find_indexer()
    with _telling(verification), _failures(), terminal.progress() as progress:
        built = _build(project, options, crew, verification, indexer, progress)
    problems = verification.all.problems
    target = options.target
    if not is_address(target):
        target = str(options.folder)
        told = any(problem.level != "note" for problem in problems)
        quick.keep_state(str(project.root), target, None if told else inputs)
    if indexer is None and not options.pages_only:
        click.echo(_NO_INDEX)
    for line in terminal.summary_of(built, problems, time.monotonic() - started, target):
        click.echo(line)


def _build(  # noqa: PLR0913, PLR0917 - a step of run
    project: Project,
    options: Options,
    crew: Crew,
    verification: Verification,
    indexer: Indexer | None,
    progress: Progress,
) -> Built:
    if options.scheduler and is_address(options.target):
        return pipeline.publish_to_store(
            project,
            verification.errors,
            options.target,
            scheduler=options.scheduler,
            base_url=options.base,
            pages_only=options.pages_only,
            indexer=indexer,
            progress=progress,
            verify=verification.finish,
        )
    return pipeline.build(
        project,
        verification.errors,
        options.folder,
        base_url=options.base,
        jobs=options.jobs,
        plain=options.plain,
        full=options.full,
        pages_only=options.pages_only,
        precompress=options.precompress,
        scheduler=options.scheduler,
        indexer=indexer,
        progress=progress,
        verify=verification.finish,
        crew=crew,
    )


@contextmanager
def _telling(verification: Verification) -> Iterator[None]:
    """Build, unless there are errors, and print all problems when that is done; exits where there is an error."""
    try:
        if verification.errors.failed:
            verification.finish()
        yield
    except Refusal:
        _print(verification.all)
        click.echo("The site was not built; the previous one is untouched.", err=True)
        sys.exit(CONTENT_HAS_PROBLEMS)
    _print(verification.all)


def _print(checked: Checked) -> None:
    print_problems([problem for problem in checked.problems if problem.level != "note"], checked)


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


def _inputs(project: Project, options: Options) -> str | None:
    """Return the state of all files that a build reads, if they can be told from any later state."""
    try:
        inputs = quick.inputs_of(
            str(project.root),
            str(project.content),
            options.base_url,
            strict=options.strict,
            pages_only=options.pages_only,
            precompress=options.precompress,
        )
    except OSError:
        return None
    return inputs if quick.certain(inputs) else None
