"""Render every page of a content folder and write none: ``python benchmarks/render_only.py DIR [PROCESSES]``.

Prints pages, seconds, pages per second, and the most memory (MiB) that one of the processes that render had. As in all
other comparisons, pages alone are made (``--pages-only``). A million pages need more disk than most machines can spare;
what is measured here is whether rendering still grows with their number alone.
"""

from __future__ import annotations

import os
import pickle
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path

from closecodes import pipeline
from closecodes.plan import Batch, pages_in, plan_batches
from closecodes.project import find_project
from closecodes.workshop import Workshop


ROOT = Path(__file__).resolve().parents[1]


def load(content: Path) -> Workshop:
    """Return the workshop of a content folder; raises SystemExit where it has errors."""
    project = find_project(ROOT, ROOT / "src" / "closecodes").with_content(content)
    checked = pipeline.check_project(project, pipeline.load_project(project), strict=True)
    if checked.failed:
        sys.exit("\n".join(str(problem) for problem in checked.problems))
    return pipeline.workshop_of(project, checked, pages_only=True)


@lru_cache(maxsize=1)
def unpacked(packed: bytes) -> Workshop:
    """Return the workshop that was sent to this process."""
    workshop: Workshop = pickle.loads(packed)  # noqa: S301 - from the process that started this one
    return workshop


def render(packed: bytes, batch: Batch) -> tuple[int, int, int]:
    """Return the pages and bytes of a batch, and the most memory of this process, in bytes."""
    workshop = unpacked(packed)
    sizes = [len(workshop.renderer.render(page)) for page in pages_in(workshop.site, batch)]
    return len(sizes), sum(sizes), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Read the arguments, render, and print."""
    if len(sys.argv) not in {2, 3}:
        sys.exit(f"usage: python {sys.argv[0]} DIR [PROCESSES]")
    processes = int(sys.argv[2]) if len(sys.argv) == 3 else len(os.sched_getaffinity(0))  # noqa: PLR2004
    started = time.perf_counter()
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        pool.submit(os.getpid).result()  # they start before there is a site, as in a build, and are sent it
        workshop = load(Path(sys.argv[1]).resolve())
        batches = plan_batches(workshop.site, pieces=1 if processes <= 2 else 4 * processes)  # noqa: PLR2004
        packed = pickle.dumps(workshop, pickle.HIGHEST_PROTOCOL)
        made = list(pool.map(partial(render, packed), batches))
    seconds = time.perf_counter() - started
    pages, size, memory = (
        sum(row[0] for row in made),
        sum(row[1] for row in made),
        max(row[2] for row in made),
    )
    print(
        f"{pages:,} pages, {size / 1e6:,.0f} MB in {seconds:.1f} s: {pages / seconds:,.0f} pages/s; {memory / 2**20:.0f} MiB"
    )


if __name__ == "__main__":
    main()
