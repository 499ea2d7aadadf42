"""Show a page of the site as text."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from closecodes import inspecting, terminal
from closecodes.check.words import did_you_mean, one_of
from closecodes.commands.common import CONTENT_HAS_PROBLEMS, disk_errors, project_here
from closecodes.model import CloseCode, Site
from closecodes.model.building import build_site
from closecodes.plaintext import lines_of
from closecodes.plan import Page
from closecodes.workshop import Workshop


__all__ = ["Display"]

_WIDEST = 100


@dataclass(frozen=True)
class Display:
    """The site, and the language it is shown in."""

    site: Site
    language: str
    _workshop: Workshop

    @classmethod
    def of(cls, content: Path | None, language: str) -> Display:
        """Return the site of the project here; raises click.UsageError where it does not speak ``language``."""
        project = project_here(content)
        with disk_errors("cannot be read"):
            loaded = inspecting.load_project(project)
        checked = inspecting.check_project(project, loaded, strict=False, focus=())
        if checked.failed:
            click.echo(
                "The content has errors, so nothing can be shown; `closecodes check` names them.", err=True
            )
            sys.exit(CONTENT_HAS_PROBLEMS)
        site = build_site(checked.records)
        if language not in site.languages:
            known = ", ".join(site.languages)
            message = f"the site has no language `{language}`{did_you_mean(language, site.languages)}; it has {known}"
            raise click.UsageError(message)
        workshop = Workshop(site, project.templates, project.locales, site.record.base_url, plain=True)
        return cls(site, language, workshop)

    def code(self, id_: str) -> CloseCode:
        """Return the code called ``id_``; raises click.UsageError if there is none."""
        if id_ in self.site.codes:
            return self.site.codes[id_]
        same = [code.id for code in self.site.numbers.get(int(id_), ())] if id_.isdecimal() else []
        meant = f"; did you mean {one_of(same)}?" if same else did_you_mean(id_, self.site.codes)
        message = f"no code is called `{id_}`{meant}"
        raise click.UsageError(message)

    def show(self, page: Page, section: str | None = None) -> None:
        """Print a page, or one section of it, and its address."""
        html = self._workshop.renderer.render(page).decode()
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        terminal.print_lines(lines_of(html, width, section))
        click.echo(f"{self._workshop.base_url}{page.address}")
