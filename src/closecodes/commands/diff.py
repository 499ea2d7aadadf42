"""The command ``diff``."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import click

from closecodes.check.parsing import Records, parse_records
from closecodes.commands.common import content_option, disk_errors, project_here
from closecodes.difference import as_json, as_markdown, as_text, changes_between
from closecodes.i18n.catalogues import find_languages
from closecodes.load import load_content
from closecodes.project import Project
from closecodes.revisions import GitError, folder_at


__all__ = ["diff"]

_FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMATS)),
    default="text",
    show_default=True,
    help="How to tell it: on a terminal, in a comment, to scripts.",
)
@content_option
def diff(base: str, head: str | None, form: str, content: Path | None) -> None:
    """Tell what changed in the records since a revision.

    BASE and HEAD are git revisions, such as main and HEAD; without HEAD, the files as they are. What only looks
    otherwise is left out; which comparisons change, and which translations are stale now, is told too.
    """
    project = project_here(content)
    try:
        before, after = _records_at(base, project), _records_at(head, project)
    except GitError as error:
        raise click.UsageError(str(error)) from None
    click.echo(_FORMATS[form](changes_between(before, after)), nl=False)


def _records_at(revision: str | None, project: Project) -> Records:
    """Return the records at a revision, or as the files are; raises GitError."""
    place = folder_at(revision, project.content) if revision else nullcontext(project.content)
    with disk_errors("cannot be read"), place as folder:
        return parse_records(load_content(folder, shown_from=folder.parent), find_languages(project.locales))
