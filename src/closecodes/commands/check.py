"""The command ``check``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from closecodes import pipeline
from closecodes.check.grouping import grouped
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


__all__ = ["check"]


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@content_option
@strict_option
@click.option("--fix", is_flag=True, help="Mend what can be mended without thinking.")
def check(paths: Sequence[Path], content: Path | None, *, strict: bool, fix: bool) -> None:
    """Check the records; with PATHs, report only what concerns these files and folders."""
    project = project_here(content)
    if fix:
        _fix(project)
    checked = loaded_and_checked(project, strict=strict)
    problems = [problem for problem in checked.problems if _concerns(problem.place.path, paths, project)]
    print_problems(problems if paths else grouped(problems, checked.records.content.folder), checked)
    if any(problem.level == "error" for problem in problems):
        sys.exit(CONTENT_HAS_PROBLEMS)
    documents = checked.records.content.documents
    count = sum(_concerns(document.path, paths, project) for document in documents)
    click.echo("1 file is in order." if count == 1 else f"{count} files are in order.")


def _fix(project: Project) -> None:
    with disk_errors("cannot be read"):
        content = pipeline.load_project(project)
    with disk_errors("cannot be written"):
        for path in pipeline.fix_project(project, content):
            click.echo(f"fixed {path}")


def _concerns(path: str, paths: Sequence[Path], project: Project) -> bool:
    place = project.shown_from(project.content) / path
    return not paths or any(place.resolve().is_relative_to(path.resolve()) for path in paths)
