"""Turn a published site into another by replacing the pages that changed, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from closecodes.changes import Changes
from closecodes.copies import copies_of, with_copies
from closecodes.making import Words
from closecodes.manifest import UNFINISHED, Manifest
from closecodes.project import Project
from closecodes.publish import remove_files, revision
from closecodes.results import Built, Progress, Verify
from closecodes.search import left_over
from closecodes.static import static_files
from closecodes.workers import Crew, File
from closecodes.workshop import Workshop
from closecodes.writing import replace_files


__all__ = ["Revision", "revise"]


@dataclass(frozen=True)
class Revision:
    """What a site was made from, what it is to be made from, and what must be done for that."""

    before: Manifest
    after: Manifest
    changes: Changes


def revise(  # noqa: PLR0913, PLR0917 - a step of build
    project: Project,
    workshop: Workshop,
    output: Path,
    asked: Revision,
    crew: Crew,
    verify: Verify,
    words: Words,
    progress: Progress,
) -> Built:
    """Make what ``asked`` names in the site at ``output``, whose every page is whole at every moment."""
    changes = asked.changes
    if not changes.ingredients and not changes.gone:
        verify()
        remove_files(output, [UNFINISHED])
        return Built(0, {}, whole=False)
    # A build that was stopped may not have made all pages that are no longer new.
    pages = sorted(changes.pages, key=lambda page: (output / page.file).exists())
    made = Counter(page.language for page in pages if not page.kind.is_extra)
    certain = asked.before.without(changes.ingredients, asked.after.structure)
    kinds = workshop.copies
    with crew.rendering(workshop, pages) as rendered:
        verify()
        with words as found, revision(output, certain, asked.after):
            written = replace_files(output, with_copies(static_files(project.static, changes.static), kinds))
            written += replace_files(output, with_copies(_counted(rendered, len(pages), progress), kinds))
            index = list(with_copies(found.files, kinds))
            written += replace_files(output, index)
            surplus = left_over(output, index, workshop.site.languages)
            deleted = remove_files(output, [*changes.gone, *surplus])
            remove_files(output, copies_of(changes.gone))
    return Built(written, dict(made), deleted, whole=False)


def _counted(files: Iterator[File], total: int, progress: Progress) -> Iterator[File]:
    for done, file in enumerate(files, start=1):
        yield file
        progress(done, total)
