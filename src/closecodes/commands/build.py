"""The command ``build``: its options, and the processes that get ready while the content is read."""

from __future__ import annotations

import time
from pathlib import Path

import click

from closecodes import workers
from closecodes.commands.asking import Options
from closecodes.commands.common import content_option, project_here, strict_option
from closecodes.stores import is_address


__all__ = ["build"]


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
    default=workers.available_cores,
    help="Processes that render pages; any number gives the same bytes.  [default: one for each core]",
)
@click.option("--plain", is_flag=True, help="Share no parts between pages: slow, same bytes, for comparison.")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Dask scheduler whose workers render the pages; --output may then be any address that fsspec knows.",
)
@click.option(
    "--pages-only",
    is_flag=True,
    help="Make no files for other programs: no cards, API, sitemap, search by words.",
)
@click.option(
    "--precompress",
    is_flag=True,
    help="Write compressed copies beside files: gzip, and Brotli where it is installed.",
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
    pages_only: bool,
    precompress: bool,
    strict: bool,
) -> None:
    """Build the site; after the first time, only what changed."""
    started = time.monotonic()
    project = project_here(content)
    target = output or str(project.root / "public")
    if is_address(target) and not scheduler:
        message = f"{target} can be written to by a cluster only; add --scheduler, or give a folder"
        raise click.UsageError(message)
    options = Options(
        target,
        base_url,
        jobs,
        scheduler,
        plain=plain,
        full=full,
        pages_only=pages_only,
        precompress=precompress,
        strict=strict,
    )
    with workers.crew(jobs) as crew:
        if options.whole and not scheduler:
            crew.start(project.locales)
        from closecodes.commands.building import run  # noqa: PLC0415 - loaded while the crew gets ready

        run(project, options, crew, started)
