"""Run the stages one after the other: load, check, model, plan, render, publish."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from closecodes import workers
from closecodes.addresses import address_in
from closecodes.cache import Cache
from closecodes.changes import Changes, changes_between, gone_between
from closecodes.check import Checked
from closecodes.copies import available_kinds, copies_of, with_copies
from closecodes.ingredients import codes_of, digest_of, is_partial, manifest_of
from closecodes.inspecting import check_project, fix_project, load_project
from closecodes.manifest import UNFINISHED, Manifest, read_manifest
from closecodes.model import Site
from closecodes.model.building import build_site
from closecodes.plan import pages_count, plan_batches
from closecodes.project import Project
from closecodes.publish import publication, remove_files, revision
from closecodes.quick import CACHE
from closecodes.search import BUNDLE, Bundles, Indexer, bundles, left_over
from closecodes.static import static_files
from closecodes.workers import Crew
from closecodes.workshop import Workshop
from closecodes.writing import replace_files, write_files


__all__ = ["Built", "build", "check_project", "fix_project", "load_project", "no_progress", "workshop_of"]

Progress = Callable[[int, int], None]
Verify = Callable[[], None]

PIECES_ON_CLUSTER = 32
"""Batches of each language for a cluster: what is lost with a worker is small."""

PIECES_PER_JOB = 4
"""Batches for each process: enough to share the work evenly at the end."""


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody how far a build is."""


def nothing_to_verify() -> None:
    """Find no reason against publishing."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: files written and deleted, and pages by language (None for those of every language)."""

    files: int
    pages: dict[str | None, int]
    deleted: int = 0
    whole: bool = True
    """Whether every page was made, rather than what changed since the last build."""


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
        if before and changes and 2 * len(changes.pages) < _files_of(workshop.site).total():
            revised = replace(cached, reuse=True)
            return _revise(
                project, revised, output, before, manifest, changes, ready, verify, words, progress
            )
        make = local_workers(jobs, ready, verify) if scheduler is None else cluster_workers(scheduler, verify)
        return _make_all(project, workshop if plain else cached, output, manifest, make, words, progress)


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
    from closecodes import cluster  # noqa: PLC0415 - few builds have one

    verify()
    workshop = workshop_of(project, checked, base_url=base_url, pages_only=pages_only)
    manifest = manifest_of(project, checked.records, workshop.site, workshop.base_url, indexer)
    before = cluster.read_published(target)
    pages = _pages_of(workshop.site)
    batches = plan_batches(workshop.site, pieces=PIECES_ON_CLUSTER)
    report = _adding_up(progress, _files_of(workshop.site).total())
    with _words(project, workshop.site, indexer) as words:
        files = cluster.make_on_cluster(scheduler, workshop, batches, target, report=report)
        index = words.files
    gone = gone_between(before.structure, manifest.structure) if before else ()
    static = static_files(project.static, manifest.structure.static)
    folders = [address_in(tag, BUNDLE) for tag in workshop.site.languages]
    files += cluster.publish_to(target, chain(static, index), manifest, gone, folders)
    return Built(files, dict(pages), len(gone))


Words = AbstractContextManager[Bundles]


def _words(project: Project, site: Site, indexer: Indexer | None) -> Words:
    return bundles(indexer, site, project.locales, project.root / CACHE)


Make = Callable[[Workshop, Path, Callable[[int], None]], int]
"""Makes every page of a workshop below a folder, telling of each batch, and returns their number."""


def local_workers(jobs: int, crew: Crew, verify: Verify) -> Make:
    """Return what makes a site with ``crew``, ``jobs`` processes of this machine, and verifies it meanwhile."""

    def make(workshop: Workshop, root: Path, report: Callable[[int], None]) -> int:
        batches = plan_batches(workshop.site, pieces=_pieces(jobs, len(workshop.site.languages)))
        return crew.make(workshop, batches, root, report=report, meanwhile=verify)

    return make


def cluster_workers(scheduler: str, verify: Verify) -> Make:
    """Return what verifies a site and makes it with the workers of a Dask scheduler that share a disk with us."""
    from closecodes import cluster  # noqa: PLC0415 - few builds have one

    def make(workshop: Workshop, root: Path, report: Callable[[int], None]) -> int:
        verify()
        batches = plan_batches(workshop.site, pieces=PIECES_ON_CLUSTER)
        return cluster.make_on_cluster(scheduler, workshop, batches, str(root), report=report)

    return make


def _adding_up(progress: Progress, total: int) -> Callable[[int], None]:
    done = 0

    def report(count: int) -> None:
        nonlocal done
        done += count
        progress(done, total)

    return report


def _cache(project: Project, manifest: Manifest) -> Cache:
    common = {name: digest for name, digest in manifest.ingredients.items() if not is_partial(name)}
    basis = digest_of(f"{sys.version}{sorted(common.items())}")
    return Cache(project.root / CACHE, basis, codes_of(manifest))


def _make_all(  # noqa: PLR0913, PLR0917 - a step of build
    project: Project,
    workshop: Workshop,
    output: Path,
    manifest: Manifest,
    make: Make,
    words: Words,
    progress: Progress,
) -> Built:
    pages = _pages_of(workshop.site)
    with publication(output, manifest) as staging, words as found:
        static = static_files(project.static, manifest.structure.static)
        files = write_files(staging, with_copies(static, workshop.copies))
        files += make(workshop, staging, _adding_up(progress, _files_of(workshop.site).total()))
        files += write_files(staging, with_copies(found.files, workshop.copies))
    return Built(files, dict(pages))


def _revise(  # noqa: PLR0913, PLR0917 - a step of build
    project: Project,
    workshop: Workshop,
    output: Path,
    before: Manifest,
    after: Manifest,
    changes: Changes,
    crew: Crew,
    verify: Verify,
    words: Words,
    progress: Progress,
) -> Built:
    made = Counter(page.language for page in changes.pages if not page.kind.is_extra)
    if not changes.ingredients and not changes.gone:
        verify()
        remove_files(output, [UNFINISHED])
        return Built(0, {}, whole=False)
    # A build that was stopped may not have made all pages that are no longer new.
    pages = sorted(changes.pages, key=lambda page: (output / page.file).exists())
    certain = before.without(changes.ingredients, after.structure)
    kinds = workshop.copies
    with crew.rendering(workshop, pages) as rendered:
        verify()
        with words as found, revision(output, certain, after):
            written = replace_files(output, with_copies(static_files(project.static, changes.static), kinds))
            written += replace_files(output, with_copies(_counted(rendered, len(pages), progress), kinds))
            words_files = list(with_copies(found.files, kinds))
            written += replace_files(output, words_files)
            surplus = left_over(output, words_files, workshop.site.languages)
            deleted = remove_files(output, [*changes.gone, *surplus])
            remove_files(output, copies_of(changes.gone))
    return Built(written, dict(made), deleted, whole=False)


def _counted(
    files: Iterator[tuple[str, bytes]], total: int, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    for done, file in enumerate(files, start=1):
        yield file
        progress(done, total)


def _pages_of(site: Site) -> Counter[str | None]:
    """Return the number of pages for each language, without what stands beside them."""
    return _files_of(replace(site, pages_only=True))


def _files_of(site: Site) -> Counter[str | None]:
    files = Counter[str | None]()
    for batch in plan_batches(site, pieces=1):
        files[batch.language] += pages_count(site, batch)
    return files


def _pieces(jobs: int, languages: int) -> int:
    """Return into how many batches to cut each language.

    Where there are languages enough for all processes, each process makes whole ones: what it has rendered of
    a language serves for all pages of it.
    """
    return 1 if jobs <= languages else -(-PIECES_PER_JOB * jobs // languages)
