"""Make the batches of a plan in several processes.

Workers are forked where the system can, so that they share what the parent has read; elsewhere they are
started anew and given a copy. The bytes are the same for any number of workers.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from closecodes.plan import Batch, pages_in
from closecodes.workshop import Workshop
from closecodes.writing import write_files


if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from multiprocessing.context import BaseContext


__all__ = ["available_cores", "done_in_turn", "make_batches"]

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
    Raises what a worker raised, and concurrent.futures.BrokenExecutor if one died.
    """
    if jobs == 1 or len(batches) == 1:
        return sum(_reported(_make(workshop, batch, root), report) for batch in batches)
    with _pool(workshop, jobs) as pool:
        return done_in_turn([pool.submit(_make_in_worker, batch, root) for batch in batches], report)


def done_in_turn(futures: Sequence[Future[int]], report: Report) -> int:
    """Wait for batches, wherever they are made; report each as it is done, and return the number of pages."""
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
    from concurrent.futures import as_completed  # noqa: PLC0415 - a build that changes little needs no processes

    yield from (future.result() for future in as_completed(futures))


@contextmanager
def _pool(workshop: Workshop, jobs: int) -> Iterator[Executor]:
    import gc  # noqa: PLC0415 - as above
    import multiprocessing  # noqa: PLC0415 - as above
    from concurrent.futures.process import ProcessPoolExecutor  # noqa: PLC0415 - as above

    gc.freeze()  # what is there already is shared with the workers, and stays where it is
    pool = ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_start_worker, initargs=(workshop,))
    try:
        yield pool
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        gc.unfreeze()
        pool.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    import multiprocessing  # noqa: PLC0415 - as above

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
