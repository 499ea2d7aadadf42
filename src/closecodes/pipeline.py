"""Run the stages one after the other: load, check, model, plan, render, publish."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from closecodes import workers
from closecodes.cache import Cache
from closecodes.changes import changes_between
from closecodes.check import Checked
from closecodes.copies import available_kinds
from closecodes.ingredients import codes_of, digest_of, is_partial, manifest_of
from closecodes.inspecting import check_project, fix_project, load_project
from closecodes.making import (
    Words,
    cluster_workers,
    local_workers,
    make_all,
    make_in_store,
)
from closecodes.manifest import Manifest, read_manifest
from closecodes.model import Site
from closecodes.model.building import build_site
from closecodes.project import Project
from closecodes.quick import CACHE
from closecodes.results import (
    Built,
    Progress,
    Verify,
    files_of,
    no_progress,
    nothing_to_verify,
)
from closecodes.revising import Revision, revise
from closecodes.search import Indexer, bundles
from closecodes.workers import Crew
from closecodes.workshop import Workshop


__all__ = ["build", "check_project", "fix_project", "load_project", "publish_to_store", "workshop_of"]


def workshop_of(
    project: Project,
    checked: Checked,
    *,
    base_url: str | None = None,
    plain: bool = False,
    pages_only: bool = False,
) -> Workshop:
    """Return what renders the pages of content that has no errors, and unless ``pages_only`` what is beside them."""
    site = build_site(checked.records, pages_only=pages_only)
    return Workshop(site, project.templates, project.locales, base_url or site.record.base_url, plain)


def build(  # noqa: PLR0913 - the options of the command
    project: Project,
    checked: Checked,
    output: Path,
    *,
    base_url: str | None = None,
    jobs: int = 1,
    plain: bool = False,
    full: bool = False,
    pages_only: bool = False,
    precompress: bool = False,
    scheduler: str | None = None,
    indexer: Indexer | None = None,
    progress: Progress = no_progress,
    verify: Verify = nothing_to_verify,
    crew: Crew | None = None,
) -> Built:
    """Publish the site of content that has no errors to ``output``, with ``jobs`` processes.

    Makes only what changed since the last build, unless ``full`` or ``plain`` asks for every page. ``plain``
    renders every page by itself, without parts shared between pages: slower, same bytes. ``pages_only`` makes no
    files for other programs, ``precompress`` adds compressed copies. ``progress`` is told how many pages are done,
    and how many there are. ``scheduler`` is the address of a Dask scheduler, whose workers then make every page.
    ``indexer`` makes the index of words; without one, the site has none.
    ``verify`` is called before anything is published and may raise to refuse it, or wait for it; where there are
    processes for both, pages are rendered in the meantime. ``crew`` are processes that were started already.
    Raises closecodes.publish.ForeignOutputError, closecodes.search.IndexingError, OSError, and
    BrokenProcessPool if a worker died; the previous site is then untouched, or has some pages of the new one, each
    of them whole.
    """
    workshop = workshop_of(project, checked, base_url=base_url, plain=plain, pages_only=pages_only)
    workshop = replace(workshop, copies=available_kinds() if precompress else ())
    manifest = manifest_of(
        project, checked.records, workshop.site, workshop.base_url, indexer, copies=workshop.copies
    )
    before = None if plain or full else read_manifest(output)
    changes = changes_between(before, manifest, workshop.site) if before else None
    words = _words(project, workshop.site, indexer)
    cached = replace(workshop, cache=_cache(project, manifest))
    with nullcontext(crew) if crew else workers.crew(jobs) as ready:
        if before and changes and 2 * len(changes.pages) < files_of(workshop.site).total():
            asked = Revision(before, manifest, changes)
            revised = replace(cached, reuse=True)
            return revise(project, revised, output, asked, ready, verify, words, progress)
        make = local_workers(jobs, ready, verify) if scheduler is None else cluster_workers(scheduler, verify)
        return make_all(project, workshop if plain else cached, output, manifest, make, words, progress)


def publish_to_store(  # noqa: PLR0913 - the options of the command
    project: Project,
    checked: Checked,
    target: str,
    *,
    scheduler: str,
    base_url: str | None = None,
    pages_only: bool = False,
    indexer: Indexer | None = None,
    progress: Progress = no_progress,
    verify: Verify = nothing_to_verify,
) -> Built:
    """Have the cluster of ``scheduler`` write every page of the site to ``target``, an address that fsspec knows.

    A store cannot swap a whole site in: its pages are replaced one by one, what is gone is deleted afterwards, and
    the manifest is written last. Raises what closecodes.cluster.make_on_cluster raises.
    """
    verify()
    workshop = workshop_of(project, checked, base_url=base_url, pages_only=pages_only)
    manifest = manifest_of(project, checked.records, workshop.site, workshop.base_url, indexer)
    words = _words(project, workshop.site, indexer)
    return make_in_store(project, workshop, target, manifest, scheduler, words, progress)


def _words(project: Project, site: Site, indexer: Indexer | None) -> Words:
    return bundles(indexer, site, project.locales, project.root / CACHE)


def _cache(project: Project, manifest: Manifest) -> Cache:
    common = {name: digest for name, digest in manifest.ingredients.items() if not is_partial(name)}
    basis = digest_of(f"{sys.version}{sorted(common.items())}")
    return Cache(project.root / CACHE, basis, codes_of(manifest))
