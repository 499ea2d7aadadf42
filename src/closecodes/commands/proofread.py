"""The command ``proofread``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from closecodes import terminal
from closecodes.commands.common import CONTENT_HAS_PROBLEMS, content_option, loaded_and_checked, project_here


__all__ = ["proofread"]


@click.command()
@content_option
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Read the pages of this built site too.",
)
@click.option("--complete", is_flag=True, help="Fail where a program or dictionary is not installed.")
def proofread(content: Path | None, site: Path | None, *, complete: bool) -> None:
    """Read all texts for typography, terms, spelling and grammar, with Hunspell, codespell and Grammalecte."""
    from babel.messages.pofile import PoFileError  # noqa: PLC0415 - no other command needs it

    from closecodes import proofreading  # noqa: PLC0415 - as above

    project = project_here(content)
    checked = loaded_and_checked(project, strict=False)
    try:
        proof = proofreading.proofread(project, checked.records, site)
    except PoFileError as error:
        message = f"a catalogue in {project.locales.name}/ cannot be read: {error}"
        raise click.UsageError(message) from None
    terminal.print_problems(proof.problems, checked.records.content.lines())
    for notice in proof.notices:
        click.echo(f"{'error' if complete else 'notice'}: {notice}", err=True)
    if proof.problems or (complete and proof.notices):
        sys.exit(CONTENT_HAS_PROBLEMS)
    click.echo(f"{proof.pieces} texts are in order.")
