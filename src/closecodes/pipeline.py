"""Run the stages one after the other: load, check, model, plan, render, publish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from closecodes.check import Checked, check_content
from closecodes.check.fixing import fix_content
from closecodes.i18n import Language, find_languages
from closecodes.load import Content, load_content
from closecodes.model import Site
from closecodes.model.building import build_site
from closecodes.plan import Page, plan_pages
from closecodes.project import Project
from closecodes.publish import publish
from closecodes.render import Renderer


__all__ = ["Built", "build", "check_project", "fix_project", "load_project", "no_progress"]

Progress = Callable[[int, int], None]


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody how far a build is."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: files written, and pages by language (None for those of every language)."""

    files: int
    pages: dict[str | None, int]


def load_project(project: Project) -> Content:
    """Return the content of ``project`` as read; raises OSError where a file cannot be read."""
    return load_content(project.content, shown_from=project.shown_from(project.content))


def check_project(project: Project, content: Content, *, strict: bool) -> Checked:
    """Return the records and problems of ``content`` for the languages of ``project``."""
    return check_content(content, find_languages(project.locales), strict=strict)


def fix_project(project: Project, content: Content) -> Iterator[str]:
    """Mend in place what needs no thought, yielding the path of each file that changed; raises OSError."""
    base = project.shown_from(project.content)
    for path, text in fix_content(content, find_languages(project.locales)):
        (base / path).write_text(text, encoding="utf-8", newline="\n")
        yield path


def build(
    project: Project,
    checked: Checked,
    output: Path,
    *,
    base_url: str | None = None,
    progress: Progress = no_progress,
) -> Built:
    """Publish the site of content that has no errors to ``output``.

    ``progress`` is told how many pages are done, and how many there are.

    Raises closecodes.publish.ForeignOutputError and OSError; the previous site is then untouched.
    """
    site = build_site(checked.records)
    languages = {tag: Language.load(tag, project.locales) for tag in site.languages}
    renderer = Renderer(site, languages, project.templates, base_url or site.record.base_url)
    pages = Counter(page.language for page in plan_pages(site))
    files = publish(output, _rendered(site, renderer, pages.total(), progress), project.static)
    return Built(files, dict(pages))


def _rendered(site: Site, renderer: Renderer, total: int, progress: Progress) -> Iterator[tuple[str, bytes]]:
    page: Page
    for done, page in enumerate(plan_pages(site), start=1):
        yield page.file, renderer.render(page)
        progress(done, total)
