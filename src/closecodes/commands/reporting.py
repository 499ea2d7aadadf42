"""Print problems for people or for programs, as ``--format`` asks."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from closecodes.check import Checked
from closecodes.commands.common import print_problems
from closecodes.problems import Level, Problem, counted


__all__ = ["FORMATS", "print_report"]

FORMATS = ("text", "github", "json", "sarif")


def print_report(form: str, problems: Sequence[Problem], checked: Checked, files: int) -> None:
    """Print ``problems`` of so many ``files``: to the standard error for people, else to the standard output."""
    if form == "text":
        print_problems(problems, checked)
        _sum_up(problems)
    if form in {"text", "github"} and not any(problem.level is Level.ERROR for problem in problems):
        click.echo(_in_order(files))
    if form != "text":
        _print_for_programs(form, problems, checked, files)


def _sum_up(problems: Sequence[Problem]) -> None:
    """Tell somebody at a terminal how much there is to do, and how to learn more of it."""
    if problems and sys.stderr.isatty():
        worst = min(problems, key=lambda problem: list(Level).index(problem.level))
        hint = f"`closecodes explain {worst.rule}` says why that rule is there"
        click.echo(f"{counted(problems)}; {hint}.", err=True)


def _in_order(files: int) -> str:
    if not files:
        return "There was no file to check."
    return "1 file is in order." if files == 1 else f"{files} files are in order."


def _print_for_programs(form: str, problems: Sequence[Problem], checked: Checked, files: int) -> None:
    from closecodes import reports  # noqa: PLC0415 - nothing of it is needed for people

    page = _rules_page(checked)
    if form == "json":
        click.echo(reports.as_json(problems, files), nl=False)
    elif form == "sarif":
        click.echo(reports.as_sarif(problems, page), nl=False)
    else:
        for line in reports.workflow_commands(problems):
            click.echo(line)
        _add_to_summary(reports.job_summary(problems, files, page))


def _add_to_summary(text: str) -> None:
    """Append ``text`` to the summary of the GitHub job that runs this, if one does."""
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _rules_page(checked: Checked) -> str | None:
    """Return the address of the page that explains the rules, where the site says which repository is its own."""
    for parsed in checked.records.sites:
        return f"{parsed.record.repository}/blob/{parsed.record.branch}/docs/rules.md"
    return None
