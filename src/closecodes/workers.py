"""Make the batches of a plan in several processes.

Workers are forked where the system can, so that they share what the parent has read; elsewhere they are
started anew and given a copy. The bytes are the same for any number of workers.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from pathlib import Path

from closecodes.plan import Batch, pages_in
from closecodes.workshop import Workshop
from closecodes.writing import write_files


__all__ = ["available_cores", "make_batches"]

Report = Callable[[int], None]


def available_cores() -> int:
    """Return the number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def make_batches(
    workshop: Workshop, batches: Sequence[Batch], root: Path, *, jobs: int, report: Report
) -> int:
    """Render and write all pages of ``batches`` below ``root`` with ``jobs`` processes.

    Calls ``report`` with the number of pages of each batch as it is done, and returns the number of all.
    Raises what a worker raised, and concurrent.futures.process.BrokenProcessPool if one died.
    """
    if jobs == 1 or len(batches) == 1:
        return sum(_reported(_make(workshop, batch, root), report) for batch in batches)
    with _pool(workshop, jobs) as pool:
        futures = [pool.submit(_make_in_worker, batch, root) for batch in batches]
        return sum(_reported(count, report) for count in _as_done(futures))


def _reported(count: int, report: Report) -> int:
    report(count)
    return count


def _make(workshop: Workshop, batch: Batch, root: Path) -> int:
    renderer = workshop.renderer
    count = write_files(root, ((page.file, renderer.render(page)) for page in pages_in(workshop.site, batch)))
    if batch.language and batch.others:
        renderer.keep_parts(batch.language)
    return count


def _as_done(futures: Sequence[Future[int]]) -> Iterator[int]:
    waiting = set(futures)
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)


@contextmanager
def _pool(workshop: Workshop, jobs: int) -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_start_worker, initargs=(workshop,))
    try:
        yield pool
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else None)


_workshop: Workshop | None = None


def _start_worker(workshop: Workshop) -> None:
    global _workshop  # noqa: PLW0603 - a worker is one process with one workshop
    _workshop = workshop
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is asked to stop, and ends its workers


def _make_in_worker(batch: Batch, root: Path) -> int:
    if _workshop is None:
        message = "the worker was not started by this module"
        raise RuntimeError(message)
    return _make(_workshop, batch, root)
