"""The command ``check``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from closecodes import inspecting
from closecodes.check.grouping import grouped
from closecodes.commands.common import (
    CONTENT_HAS_PROBLEMS,
    content_option,
    disk_errors,
    project_here,
    strict_option,
)
from closecodes.commands.explain import rule_documentation
from closecodes.commands.reporting import FORMATS, print_report
from closecodes.commands.scope import Scope, scope_of
from closecodes.load import Content
from closecodes.problems import Level
from closecodes.project import Project


__all__ = ["check"]


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@content_option
@strict_option
@click.option("--fix", is_flag=True, help="Mend what can be mended without thinking.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to print problems: for people, as annotations on GitHub, for scripts, for code scanning.",
)
@click.option(
    "--changed-since",
    "revision",
    metavar="REF",
    help="Report what concerns files that differ from this git revision, and errors anywhere.",
)
@click.option(
    "--explain", "rule", metavar="RULE", help="Explain a rule, such as `clause-style`; check nothing."
)
def check(  # noqa: PLR0913 - one parameter for each option
    paths: Sequence[Path],
    content: Path | None,
    form: str,
    revision: str | None,
    rule: str | None,
    *,
    strict: bool,
    fix: bool,
) -> None:
    """Check the records.

    With PATHs, only what concerns these files and folders is reported.
    """
    if rule:
        click.echo(rule_documentation(rule))
        return
    project = project_here(content)
    loaded = _load(project)
    scope = scope_of(project, loaded, paths, revision)
    if fix and _fix(project, loaded, scope, quietly=form != "text"):
        loaded = _load(project)
    checked = inspecting.check_project(project, loaded, strict=strict, focus=scope.focus(loaded))
    problems = [problem for problem in checked.problems if scope.reports(problem)]
    files = sum(scope.concerns(document.path) for document in loaded.documents)
    shown = problems if scope.places is not None or form != "text" else grouped(problems, loaded.folder)
    print_report(form, shown, checked, files)
    if any(problem.level is Level.ERROR for problem in problems):
        sys.exit(CONTENT_HAS_PROBLEMS)


def _load(project: Project) -> Content:
    with disk_errors("cannot be read"):
        return inspecting.load_project(project)


def _fix(project: Project, content: Content, scope: Scope, *, quietly: bool) -> bool:
    """Mend the files of ``scope`` and return whether any changed; ``quietly`` keeps the standard output free."""
    with disk_errors("cannot be written"):
        fixed = list(inspecting.fix_project(project, content, concerns=scope.concerns))
    for path in fixed:
        click.echo(f"fixed {path}", err=quietly)
    return bool(fixed)
