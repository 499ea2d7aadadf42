"""The command ``registry``."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from closecodes.commands.common import CONTENT_HAS_PROBLEMS, content_option, loaded_and_checked, project_here
from closecodes.model import REGISTERED_FAMILY


__all__ = ["registry"]

NUMBER, NAME = "Status Code", "Meaning"
"""Columns of the list that IANA publishes."""

_LONGEST_NAME = 40
"""Characters; a longer “name” in the list is a sentence, as for 1014, and ours is not compared with it."""


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@content_option
def registry(file: Path, content: Path | None) -> None:
    """Compare the registered codes with FILE, the registry's own list (CSV); print what differs, as Markdown."""
    checked = loaded_and_checked(project_here(content), strict=False)
    ours = {
        parsed.record.code: parsed.record.name.english
        for parsed in checked.records.codes
        if parsed.document.folder == REGISTERED_FAMILY
    }
    differences = list(_differences(_read(file), ours))
    for line in differences:
        click.echo(line)
    if differences:
        sys.exit(CONTENT_HAS_PROBLEMS)


def _read(file: Path) -> Mapping[int, str]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = csv.DictReader(text)
        missing = {NUMBER, NAME} - set(rows.fieldnames or ())
        if missing:
            message = (
                f"{file} has no column {' or '.join(sorted(missing))}; is it the registry's list of codes?"
            )
            raise click.UsageError(message)
        named = ((row[NUMBER] or "", row[NAME] or "") for row in rows)
        return {int(number): name for number, name in named if number.isdecimal() and _is_named(name)}


def _is_named(name: str) -> bool:
    return bool(name) and not name.lower().startswith("unassigned")


def _differences(theirs: Mapping[int, str], ours: Mapping[int, str]) -> Iterator[str]:
    for number in sorted(theirs.keys() | ours.keys()):
        if number not in ours:
            yield f"- {number} “{theirs[number]}” is registered and has no record."
        elif number not in theirs:
            yield f"- {number} “{ours[number]}” has a record and is not in the list."
        elif theirs[number] != ours[number] and len(theirs[number]) <= _LONGEST_NAME:
            yield f"- {number} is called “{theirs[number]}” there and “{ours[number]}” here."
