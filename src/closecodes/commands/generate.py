"""The command ``generate``."""

from __future__ import annotations

import click

from closecodes.commands.common import project_here
from closecodes.generated import generated_files


__all__ = ["generate"]


@click.command(hidden=True)
def generate() -> None:
    """Write the files that are generated from the code: schema/ and the pages of fields and rules."""
    root = project_here().root
    for name, text in generated_files():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"wrote {name}")
