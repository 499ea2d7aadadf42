"""What the server shows: the last good site, and what is wrong with the files as they are now."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from closecodes import inspecting
from closecodes.addresses import file_of
from closecodes.check import Checked, check_again
from closecodes.failures import problem_of
from closecodes.i18n import find_languages
from closecodes.load import Content, load_again
from closecodes.lookup import find_page, not_found_page
from closecodes.model import Site
from closecodes.model.building import build_site
from closecodes.problems import Level, Problem
from closecodes.project import Project
from closecodes.render import Renderer
from closecodes.workshop import Workshop


__all__ = ["Edition", "Made", "first_edition", "next_edition", "settled"]


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it was made: its bytes, its file, and whether there is such a page at all."""

    body: bytes
    file: str
    found: bool = True

    @property
    def digest(self) -> str:
        """Return what tells this page from what it was before."""
        return hashlib.sha256(self.body).hexdigest()[:16]


@dataclass(frozen=True)
class Edition:
    """One state of the site. ``checked`` is of the files as they are now; the site, of when they were last good."""

    project: Project
    base_url: str
    checked: Checked
    site: Site | None = None
    renderer: Renderer | None = None
    stale: bool = False
    """Whether templates or catalogues have changed since the renderer was made."""
    failure: Problem | None = None
    """What kept the last good site from being replaced though no record is wrong: a fault of a template."""
    made: dict[str, Made] = field(default_factory=dict, compare=False)
    """Pages made so far, by their addresses."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what keeps the site from being what the files say."""
        errors = tuple(problem for problem in self.checked.problems if problem.level is Level.ERROR)
        return (*errors, self.failure) if self.failure else errors

    def with_failure(self, failure: Problem) -> Edition:
        """Return the same site, with something that is wrong beside its records."""
        return replace(self, failure=failure)

    def page(self, address: str) -> Made | None:
        """Return the page at ``address``, or the one that says there is none; None while there is no good site.

        Raises whatever a template raises.
        """
        if self.site is None or self.renderer is None:
            return None
        if address not in self.made:
            page = find_page(self.site, address)
            shown = page or not_found_page(self.site, address)
            self.made[address] = Made(
                self.renderer.render(shown), file_of(shown.address), found=page is not None
            )
        return self.made[address]


def first_edition(project: Project, base_url: str) -> Edition:
    """Return the site of ``project`` as its files are now; raises OSError where one cannot be read."""
    checked = inspecting.check_project(project, inspecting.load_project(project), strict=False)
    nothing_yet = Edition(project, base_url, checked)
    return _published(nothing_yet, nothing_yet)


def next_edition(edition: Edition, paths: Collection[Path], open_pages: Collection[str] = ()) -> Edition:
    """Return what follows ``edition`` when the files at ``paths`` have changed, come or gone.

    ``open_pages`` are the addresses of pages that must be there in it; they are made before all others. Whatever is
    wrong with the new site, the last good one stays. Each file was checked by itself: ``settled`` says whether
    they fit together. Raises OSError where a file cannot be read.
    """
    project = edition.project
    content = _loaded(project, edition.checked.records.content, paths)
    if find_languages(project.locales) == edition.checked.records.languages:
        checked = check_again(edition.checked, content, wide=False)
    else:
        checked = inspecting.check_project(project, content, strict=False)
    folders = (project.templates, project.locales)
    stale = edition.stale or any(path.is_relative_to(folder) for path in paths for folder in folders)
    following = replace(edition, checked=checked, stale=stale, failure=None, made={})
    return _published(following, edition, open_pages)


def settled(edition: Edition, before: Edition, open_pages: Collection[str] = ()) -> Edition:
    """Return ``edition`` once its files have been compared with each other.

    Where they do not fit together, the last good site is that of the edition ``before``.
    """
    records = edition.checked.records
    if records.languages != before.checked.records.languages:
        return edition  # everything was checked
    checked = check_again(before.checked, records.content)
    known = replace(edition, checked=replace(checked, records=records))
    if checked.failed:
        return _with_last_site(replace(known, failure=None), before)
    return _published(known, before, open_pages) if edition.checked.failed else known


def _loaded(project: Project, before: Content, paths: Collection[Path]) -> Content:
    """Return the content after a change; what folders hold that came or went, only reading everything tells."""
    ours = [path for path in paths if path.is_relative_to(project.content)]
    shown_from = project.shown_from(project.content)
    gone = {path.relative_to(shown_from).as_posix() for path in ours if not path.exists()}
    emptied = any(document.path.startswith(f"{name}/") for name in gone for document in before.documents)
    if emptied or any(path.is_dir() for path in ours):
        return inspecting.load_project(project)
    return load_again(before, project.content, ours, shown_from=shown_from)


def _published(edition: Edition, before: Edition, open_pages: Collection[str] = ()) -> Edition:
    """Return ``edition`` with the site that its files describe, or else with the last good one."""
    if edition.checked.failed:
        return _with_last_site(edition, before)
    try:
        new = _with_site(edition, build_site(edition.checked.records))
        for address in open_pages or ("",):
            new.page(address)
    except Exception as error:  # noqa: BLE001 - whatever a template does wrong, the last good site stays
        failure = problem_of(error, edition.project)
        return _with_last_site(replace(edition, renderer=None, stale=True, failure=failure), before)
    return new


def _with_last_site(edition: Edition, before: Edition) -> Edition:
    """Return ``edition`` with the site of the one ``before``, and what was made of it.

    Its renderer begins anew if another one has gone on with what it had made.
    """
    renderer = before.renderer
    if before.site and renderer and edition.renderer is not renderer:
        renderer = renderer.renewed(before.site, ())
    return replace(edition, site=before.site, renderer=renderer, made=before.made)


def _with_site(edition: Edition, site: Site) -> Edition:
    """Return ``edition`` with ``site``; its renderer goes on with what it has made of codes that are as they were."""
    if edition.site and edition.renderer and not edition.stale:
        same = _same_codes(edition.site, site)
        return replace(edition, site=site, renderer=edition.renderer.renewed(site, same))
    workshop = Workshop(site, edition.project.templates, edition.project.locales, edition.base_url)
    workshop.renderer.hold_templates()
    return replace(edition, site=site, renderer=workshop.renderer, stale=False)


def _same_codes(before: Site, after: Site) -> Collection[str]:
    """Return the codes of which every part is as it was: their records, and what else parts may show."""
    if _context(before) != _context(after):
        return ()
    return {
        id_
        for id_, code in after.codes.items()
        if id_ in before.codes
        and before.codes[id_].record is code.record
        and before.family(code.family).beside[id_] == after.family(code.family).beside[id_]
    }


def _context(site: Site) -> tuple[object, ...]:
    return (
        site.record,
        site.languages,
        site.libraries,
        [(family.id, family.record) for family in site.families],
    )
