"""Make every page of a site: with the processes of this machine, or with those of a cluster."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path

from closecodes.addresses import address_in
from closecodes.changes import gone_between
from closecodes.copies import with_copies
from closecodes.manifest import Manifest
from closecodes.plan import plan_batches
from closecodes.project import Project
from closecodes.publish import publication
from closecodes.results import Built, Progress, Verify, files_of, pages_of
from closecodes.search import BUNDLE, Bundles
from closecodes.static import static_files
from closecodes.workers import Crew
from closecodes.workshop import Workshop
from closecodes.writing import write_files


__all__ = ["Make", "Words", "cluster_workers", "local_workers", "make_all", "make_in_store"]

PIECES_ON_CLUSTER = 32
"""Batches of each language for a cluster: what is lost with a worker is small."""

PIECES_PER_JOB = 4
"""Batches for each process: enough to share the work evenly at the end."""

Words = AbstractContextManager[Bundles]

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


def make_all(  # noqa: PLR0913, PLR0917 - a step of build
    project: Project,
    workshop: Workshop,
    output: Path,
    manifest: Manifest,
    make: Make,
    words: Words,
    progress: Progress,
) -> Built:
    """Publish every page to ``output``, whose site is replaced at once."""
    pages = pages_of(workshop.site)
    with publication(output, manifest) as staging, words as found:
        static = static_files(project.static, manifest.structure.static)
        files = write_files(staging, with_copies(static, workshop.copies))
        files += make(workshop, staging, _adding_up(progress, files_of(workshop.site).total()))
        files += write_files(staging, with_copies(found.files, workshop.copies))
    return Built(files, dict(pages))


def make_in_store(  # noqa: PLR0913, PLR0917 - a step of publish_to_store
    project: Project,
    workshop: Workshop,
    target: str,
    manifest: Manifest,
    scheduler: str,
    words: Words,
    progress: Progress,
) -> Built:
    """Have the cluster of ``scheduler`` write every page to ``target``, whose files are replaced one by one."""
    from closecodes import cluster  # noqa: PLC0415 - few builds have one

    before = cluster.read_published(target)
    pages = pages_of(workshop.site)
    batches = plan_batches(workshop.site, pieces=PIECES_ON_CLUSTER)
    report = _adding_up(progress, files_of(workshop.site).total())
    with words as found:
        files = cluster.make_on_cluster(scheduler, workshop, batches, target, report=report)
        index = found.files
    gone = gone_between(before.structure, manifest.structure) if before else ()
    static = static_files(project.static, manifest.structure.static)
    folders = [address_in(tag, BUNDLE) for tag in workshop.site.languages]
    files += cluster.publish_to(target, chain(static, index), manifest, gone, folders)
    return Built(files, dict(pages), len(gone))


def _pieces(jobs: int, languages: int) -> int:
    """Return into how many batches to cut each language.

    Where there are languages enough for all processes, each process makes whole ones: what it has rendered of
    a language serves for all pages of it.
    """
    return 1 if jobs <= languages else -(-PIECES_PER_JOB * jobs // languages)
