"""The index of each language as files of the site: made beside the pages, kept while the words are the same."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from closecodes.addresses import address_in
from closecodes.keeping import forget_old, keep, recall
from closecodes.model import Site
from closecodes.search.indexer import Indexer, Indexing


__all__ = ["BUNDLE", "Bundles", "bundles", "left_over"]

BUNDLE = "pagefind/"
"""Where the index of a language lies below its pages; Pagefind wants the folder to be called so."""

_KEPT = 4
"""Indexes of a language that are kept between builds: one for each branch or content folder in use."""

Files = list[tuple[str, bytes]]


@dataclass
class Bundles:
    """The indexes of all languages, in the making."""

    folder: Path
    _kept: dict[str, Files] = field(default_factory=dict)
    _begun: dict[str, tuple[str, Indexing]] = field(default_factory=dict)

    @cached_property
    def files(self) -> Files:
        """Wait for the indexes, and return path and bytes of their files; raises IndexingError."""
        for language, (digest, indexing) in self._begun.items():
            self._kept[language] = indexing.files()
            _keep(_file(self.folder, language, digest), self._kept[language])
        return [
            (address_in(language, BUNDLE + name), data)
            for language, files in sorted(self._kept.items())
            for name, data in files
        ]


@contextmanager
def bundles(indexer: Indexer | None, site: Site, locales: Path, folder: Path) -> Iterator[Bundles]:
    """Begin to index the words of ``site`` in processes of their own, beside those that make its pages.

    An index that ``folder`` has from an earlier build is not made again while the words are the same. ``locales`` is
    where the catalogues lie. Without an ``indexer`` there are no files. Raises OSError if the indexer cannot run.
    """
    found = Bundles(folder)
    with ExitStack() as stack:
        for tag in site.languages if indexer else ():
            pages = _pages(site, tag, locales)
            digest = hashlib.sha256(repr((indexer and indexer.version, pages)).encode()).hexdigest()[:16]
            kept = _load(_file(folder, tag, digest))
            if kept is not None:
                found._kept[tag] = kept  # noqa: SLF001 - made here
            elif indexer:
                found._begun[tag] = digest, stack.enter_context(indexer.start(pages, tag))  # noqa: SLF001 - as above
        yield found


def _pages(site: Site, tag: str, locales: Path) -> list[tuple[str, str]]:
    """Return address and HTML of what is indexed in the language ``tag``."""
    from closecodes.i18n import Language  # noqa: PLC0415 - a build without an index speaks no language here
    from closecodes.search.documents import documents_of, html_of  # noqa: PLC0415 - as above

    documents = documents_of(site, Language.load(tag, locales))
    return [(f"/{document.slug}", html_of(document, tag)) for document in documents]


def left_over(output: Path, files: Files, languages: Iterable[str]) -> list[str]:
    """Return the names of files that the indexes at ``output`` have beside ``files``."""
    wanted = {name for name, _ in files}
    folders = [output / address_in(tag, BUNDLE) for tag in languages]
    there = [path.relative_to(output).as_posix() for folder in folders for path in folder.rglob("*.*")]
    return sorted(name for name in there if name not in wanted)


def _file(folder: Path, language: str, digest: str) -> Path:
    return folder / f"words-{language}-{digest}"


def _load(path: Path) -> Files | None:
    """Return the index kept at ``path``; None where none was kept, or it cannot be trusted."""
    data = recall(path)
    if data is None:
        return None
    with suppress(OSError):
        path.touch()  # among those that are in use
    try:
        files = marshal.loads(data)  # noqa: S302 - our own file, whose checksum fits
        return [(str(name), bytes(content)) for name, content in files]
    except (ValueError, EOFError, TypeError):
        return None


def _keep(path: Path, files: Files) -> None:
    """Keep an index; a disk that refuses costs the next build its time, nothing else."""
    keep(path, marshal.dumps(files))
    forget_old(path, _KEPT)
