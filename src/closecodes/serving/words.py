"""The index of words of the site that is shown: made when somebody first searches it."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

from closecodes.model import Site
from closecodes.project import Project
from closecodes.quick import CACHE
from closecodes.search import Indexer, IndexingError, bundles


__all__ = ["Words"]


class Words:
    """The files of the index; those of the site before are kept, for pages that have begun to search in them."""

    def __init__(self, indexer: Indexer | None) -> None:
        self._indexer = indexer
        self._lock = Lock()
        self._site: Site | None = None
        self._files: Mapping[str, bytes] = {}
        self._before: Mapping[str, bytes] = {}

    def file(self, project: Project, site: Site, address: str) -> bytes | None:
        """Return the file of the index at ``address``, such as ``fr/pagefind/pagefind.js``; None where there is none.

        Whoever asks first for the index of ``site`` waits for it.
        """
        with self._lock:
            if site is not self._site:
                self._before, self._files, self._site = self._files, self._made(project, site), site
        return self._files.get(address, self._before.get(address))

    def _made(self, project: Project, site: Site) -> Mapping[str, bytes]:
        """Return the index of ``site``; nothing where none can be made, as in a site that was built without."""
        try:
            with bundles(self._indexer, site, project.locales, project.root / CACHE) as found:
                return dict(found.files)
        except (OSError, IndexingError):
            return {}
