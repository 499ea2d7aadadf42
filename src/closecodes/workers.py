"""Make the batches of a plan in several processes.

Workers are forked where the system can, so that they share what the parent has loaded; elsewhere they are started
anew. Each is given a copy of the site. The bytes are the same for any number of workers.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property, lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from closecodes.copies import with_copies
from closecodes.load.languages import find_languages
from closecodes.plan import Batch, Page, PageKind, pages_count, pages_in
from closecodes.workshop import Workshop
from closecodes.writing import write_files


if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from multiprocessing.context import BaseContext


__all__ = ["Crew", "Report", "available_cores", "crew", "done_in_turn"]

Report = Callable[[int], None]
File = tuple[str, bytes]
"""Path and bytes."""

MOST_IN_MEMORY = 4_000
"""Pages, of some 14 kB each, that may wait in memory until all are rendered; of more, each is written at once."""

FEWEST_TO_SHARE = 50
"""Pages that must be rendered as a whole, at some 2 ms each, before other processes are worth their start."""


def available_cores() -> int:
    """Return the number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def crew(jobs: int) -> Iterator[Crew]:
    """Give processes that render and write pages, ``jobs`` at once; none are started where one is enough.

    When the block ends in any way, so have they.
    """
    with ExitStack() as stack:
        yield Crew(jobs, stack)


class Crew:
    """Processes that make the batches of one site."""

    def __init__(self, jobs: int, stack: ExitStack) -> None:
        self._jobs = jobs
        self._stack = stack

    @cached_property
    def _pool(self) -> Executor:
        return self._stack.enter_context(_pool(self._jobs, _start_worker))

    def start(self, locales: Path) -> None:
        """Start the processes now: they get ready to render while this one reads the content."""
        if self._jobs > 1:
            for _ in range(self._jobs):
                self._pool.submit(_get_ready, locales)

    def make(
        self,
        workshop: Workshop,
        batches: Sequence[Batch],
        root: Path,
        *,
        report: Report,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> int:
        """Render and write all pages of ``batches`` below ``root``, and return their number.

        Calls ``report`` with the number of pages of each batch as it is done, and ``meanwhile`` once: while others
        work, if they do. Raises what it raises, what a worker raised, and concurrent.futures.BrokenExecutor if one
        died.
        """
        if self._jobs == 1 or len(batches) == 1:
            meanwhile()
            return sum(_reported(_make(workshop, batch, root), report) for batch in batches)
        packed = pickle.dumps(workshop, pickle.HIGHEST_PROTOCOL)
        futures = [self._pool.submit(_make_in_worker, packed, batch, root) for batch in batches]
        meanwhile()
        return done_in_turn(futures, report)

    @contextmanager
    def rendering(self, workshop: Workshop, pages: Sequence[Page]) -> Iterator[Iterator[File]]:
        """Render ``pages``, each language in a process of its own where that is fast, and give their files in order.

        Iterating raises what a worker raised, and concurrent.futures.BrokenExecutor if one died.
        """
        shares = _by_language(pages)
        if self._jobs == 1 or len(shares) == 1 or not _worth_sharing(pages):
            yield _rendered(workshop, pages)
            return
        with _pool(min(self._jobs, len(shares)), _take_share, workshop, shares) as pool:
            futures = [pool.submit(_render_share, number) for number in range(len(shares))]
            yield _in_order(pages, futures)


def _worth_sharing(pages: Sequence[Page]) -> bool:
    whole = sum(1 for page in pages if page.kind not in {PageKind.COMPARISON, PageKind.FORWARD})
    return whole >= FEWEST_TO_SHARE and len(pages) <= MOST_IN_MEMORY and _forks()


def _by_language(pages: Sequence[Page]) -> list[list[Page]]:
    """Return the pages of each language; what serves every language goes to the last, so that all work alike."""
    shares = [
        [page for page in pages if page.language == language]
        for language in sorted({page.language for page in pages if page.language})
    ]
    common = [page for page in pages if page.language is None]
    return [*shares[:-1], [*(shares[-1] if shares else ()), *common]]


def _rendered(workshop: Workshop, pages: Sequence[Page]) -> Iterator[File]:
    renderer = workshop.renderer
    for page in pages:
        yield page.file, renderer.render(page)
    for language in sorted({page.language for page in pages if page.language}):
        renderer.keep_parts(language)


def _in_order(pages: Sequence[Page], futures: Sequence[Future[list[File]]]) -> Iterator[File]:
    made = dict(file for future in futures for file in future.result())
    yield from ((page.file, made[page.file]) for page in pages)


def done_in_turn(futures: Sequence[Future[int]], report: Report) -> int:
    """Wait for batches, wherever they are made; report each as it is done, and return the number of pages."""
    return sum(_reported(count, report) for count in _as_done(futures))


def _reported(count: int, report: Report) -> int:
    report(count)
    return count


def _make(workshop: Workshop, batch: Batch, root: Path) -> int:
    renderer = workshop.renderer
    files = ((page.file, renderer.render(page)) for page in pages_in(workshop.site, batch))
    count = write_files(root, with_copies(files, workshop.copies) if workshop.copies else files)
    if batch.language and batch.others:
        renderer.keep_parts(batch.language)
    return pages_count(workshop.site, batch) if workshop.copies else count


def _as_done(futures: Sequence[Future[int]]) -> Iterator[int]:
    from concurrent.futures import as_completed  # noqa: PLC0415 - a build that changes little needs no processes

    yield from (future.result() for future in as_completed(futures))


@contextmanager
def _pool(jobs: int, start: Callable[..., None], *given: object) -> Iterator[Executor]:
    """Give ``jobs`` processes, each of which calls ``start``; what is ``given`` to it is shared where they fork."""
    import multiprocessing  # noqa: PLC0415 - a build that changes little needs no processes
    from concurrent.futures.process import ProcessPoolExecutor  # noqa: PLC0415 - as above

    pool = ProcessPoolExecutor(jobs, mp_context=_context(), initializer=start, initargs=given)
    try:
        yield pool
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    import multiprocessing  # noqa: PLC0415 - as above

    return multiprocessing.get_context("fork" if _forks() else None)


def _forks() -> bool:
    import multiprocessing  # noqa: PLC0415 - as above

    return "fork" in multiprocessing.get_all_start_methods()


def _start_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is asked to stop, and ends its workers
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one, and end: if it was killed, nobody else says so."""
    from multiprocessing import parent_process  # noqa: PLC0415 - only workers need it

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _get_ready(locales: Path) -> None:
    """Load what renders, and the languages: all that can be had before the site is known."""
    import_module("closecodes.render")
    from closecodes.i18n import Language  # noqa: PLC0415 - as in closecodes.workshop

    for tag in find_languages(locales):
        Language.load(tag, locales)


def _make_in_worker(packed: bytes, batch: Batch, root: Path) -> int:
    return _make(_unpacked(packed), batch, root)


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Workshop:
    workshop: Workshop = pickle.loads(packed)  # noqa: S301 - from the process that started this one
    return workshop


_taken: tuple[Workshop, list[list[Page]]] | None = None
"""In a worker, what it shares with the process that started it."""


def _take_share(workshop: Workshop, shares: list[list[Page]]) -> None:
    global _taken  # noqa: PLW0603 - the only way from the start of a worker to its task
    _start_worker()
    _taken = workshop, shares


def _render_share(number: int) -> list[File]:
    assert _taken is not None  # noqa: S101 - a worker takes its share before anything else
    workshop, shares = _taken
    return list(_rendered(workshop, shares[number]))
