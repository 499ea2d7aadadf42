"""The command ``github``: what workflows do besides checking and building."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from closecodes.commands.common import project_here
from closecodes.github import (
    GitHub,
    GitHubError,
    harmless,
    keep_comment,
    keep_issue,
    keep_labels,
    labels_for,
    labels_of,
    pull_request_of,
)
from closecodes.github.telling import shortened
from closecodes.i18n.catalogues import find_languages


__all__ = ["github"]

_MARKER = "closecodes: what changes"

_COMMENT = """\
### What changes / Ce qui change

To see the pages, download `preview` from [the run]({run}), unpack it and open `index.html`.
Pour voir les pages, téléchargez `preview` depuis [l’exécution]({run}), décompressez-le et ouvrez `index.html`.

{difference}
"""

_NOTHING = "Nothing that the pages say. / Rien de ce que disent les pages."

_LARGEST = 1_000_000
"""Bytes of a report; one that is larger was not written by us."""

_file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group(hidden=True)
def github() -> None:
    """Tell GitHub what a workflow found. For workflows: takes the token and all else from the environment."""


@github.command()
@_file_argument
def comment(file: Path) -> None:
    """Write FILE, the Markdown of `diff`, as the one comment on the pull request that a workflow run was about.

    FILE was made by the proposal's own code, so it is shown as text that does nothing.
    """
    run = _event()["workflow_run"]
    with _refusals():
        number = _pull_request(run)
        difference = shortened(harmless(_read(file))) or _NOTHING
        body = _COMMENT.format(run=run["html_url"], difference=difference)
        keep_comment(_repository(), number, _MARKER, body)
    click.echo(f"Commented on pull request {number}.")


@github.command()
@_file_argument
def label(file: Path) -> None:
    """Label the pull request that a workflow run was about by the languages of FILE, the JSON of `diff`."""
    languages = find_languages(project_here().locales)
    try:
        difference = json.loads(_read(file))
    except (ValueError, RecursionError):
        message = f"{file} is no JSON"
        raise click.UsageError(message) from None
    with _refusals():
        number = _pull_request(_event()["workflow_run"])
        keep_labels(_repository(), number, labels_of(difference, languages), labels_for(languages))
    click.echo(f"Labelled pull request {number}.")


def _pull_request(run: dict[str, Any]) -> int:
    """Return the number of the proposal that a run was about; ends the command where it has gone on since."""
    number = pull_request_of(_repository(), run)
    if number is None:
        click.echo("No open pull request ends with this commit.")
        raise SystemExit(0)
    return number


@github.command()
@_file_argument
@click.option("--title", required=True, help="What the issue is called.")
def issue(file: Path, title: str) -> None:
    """Keep one open issue that says what is in FILE, Markdown; close it if FILE is empty."""
    with _refusals():
        keep_issue(_repository(), title, _read(file))


def _read(file: Path) -> str:
    with file.open("rb") as data:
        return data.read(_LARGEST).decode("utf-8", errors="replace")


def _repository() -> GitHub:
    return GitHub(
        _variable("GITHUB_API_URL").rstrip("/"), _variable("GITHUB_REPOSITORY"), _variable("GITHUB_TOKEN")
    )


def _event() -> dict[str, Any]:
    event: dict[str, Any] = json.loads(Path(_variable("GITHUB_EVENT_PATH")).read_text(encoding="utf-8"))
    if "workflow_run" not in event:
        message = "this command is for workflows that run after another one (`on: workflow_run`)"
        raise click.UsageError(message)
    return event


def _variable(name: str) -> str:
    if not (value := os.environ.get(name)):
        message = f"{name} is not set; this command is for workflows on GitHub"
        raise click.UsageError(message)
    return value


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except GitHubError as error:
        raise click.UsageError(str(error)) from None
