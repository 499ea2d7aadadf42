"""What a build says of itself: while it runs, and when it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from closecodes.model import Site
from closecodes.plan import pages_count, plan_batches


__all__ = ["Built", "Progress", "Verify", "files_of", "no_progress", "nothing_to_verify", "pages_of"]

Progress = Callable[[int, int], None]
"""Is told how many pages are done, and how many there are."""

Verify = Callable[[], None]
"""Is called before anything is published, and raises what forbids that."""


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


def pages_of(site: Site) -> Counter[str | None]:
    """Return the number of pages for each language, without what stands beside them."""
    return files_of(replace(site, pages_only=True))


def files_of(site: Site) -> Counter[str | None]:
    """Return the number of pages for each language, with what stands beside them."""
    files = Counter[str | None]()
    for batch in plan_batches(site, pieces=1):
        files[batch.language] += pages_count(site, batch)
    return files
