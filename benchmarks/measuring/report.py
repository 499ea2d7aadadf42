"""Say what was measured, in Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measuring.cases import Measured, Size
from benchmarks.measuring.tools import Tool


__all__ = ["file_system", "report"]

_METHOD = """\
One private family of codes, in two languages, written by `benchmarks/synthesise.py`; a page for each code, for
each two codes, and a forwarding page for their other order. Every tool gets the same records and writes the same
text to the same addresses (`tests/benchmarks/test_same_site.py` compares the pages).

- **Tools take turns**: one round is a cold build, a rebuild and a build with nothing to do with each tool in turn.
  Figures are medians of all rounds; the range is in parentheses.
- **Cold**: into a folder that does not exist, on the same file system as all others. Old folders are deleted, and
  `sync` is called, before the clock starts. The files read are in the system’s cache.
- **Rebuild**: one sentence of one record was changed; the tool builds over what it has built before.
- **Memory**: the largest sum of the proportional set sizes (PSS) of all processes of a build that was seen by
  looking into `/proc`; with more than one round, in a build of its own that is not timed.
- **The floor** is a program that has every path and every byte in memory and only writes them.
- **What the others are spared**: closecodes reads and checks YAML, and composes and typesets every sentence. The
  others get that work done, as one JSON file; they make HTML of the Markdown and assemble the pages. They also
  leave out the few pages that are neither a code, a family nor a comparison, among them the large table of all
  comparisons.
- Hugo keeps what depends on one code alone with `partialCached`, and makes the forwarding pages from `aliases`.
  Eleventy runs Nunjucks templates; plain Jinja2 renders each page with one call of `render` and keeps nothing.
"""


def report(sizes: list[Size], tools: list[Tool], skipped: dict[str, str], start_up: float, disk: str) -> str:
    """Return the report as Markdown."""
    parts = [
        "# How fast are builds?",
        "Written by `python benchmarks/run.py`; every figure is from one machine.",
        "![Seconds of a cold build by number of codes](results.svg)",
        "\n".join((*_versions(tools, skipped, start_up), f"- built on {disk}")),
        *(_table(size, tools) for size in sizes),
        "\n".join(_ratios(sizes, start_up)),
        f"## Method\n\n{_METHOD}".rstrip(),
    ]
    return "\n\n".join(parts) + "\n"


def file_system(folder: Path) -> str:
    """Return the kind of file system that ``folder`` lies on."""
    mounts = (line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines())
    place = folder.resolve()
    found = [(mount[1], mount[2]) for mount in mounts if place.is_relative_to(mount[1])]
    return max(found, key=lambda mount: len(mount[0]))[1] if found else "unknown"


def _versions(tools: list[Tool], skipped: dict[str, str], start_up: float) -> Iterator[str]:
    yield f"- {_processor()}, {len(os.sched_getaffinity(0))} cores, {_memory()}, {platform.system()}"
    yield f"- Python {platform.python_version()}, which takes {start_up * 1000:.0f} ms to start and do nothing"
    for tool in tools:
        yield f"- {tool.title} {tool.version()}"
    for name, reason in skipped.items():
        yield f"- {name} was left out: {reason}"


def _ratios(sizes: list[Size], start_up: float) -> Iterator[str]:
    yield "## In short\n"
    for size in sizes:
        ours = size.tools["closecodes"]
        for name, other in size.tools.items():
            if other is not ours and other.cold and ours.cold:
                yield f"- {size.codes} codes, cold: {median(other.cold) / median(ours.cold):.1f} times as fast as {name}"
        if ours.cold and size.floors.get(1):
            floor = median(ours.cold) / median(size.floors[1])
            yield f"- {size.codes} codes, cold: {floor:.1f} times what writing alone takes one process"
        if ours.rebuild and ours.nothing:
            rebuild, nothing = median(ours.rebuild), median(ours.nothing)
            yield (
                f"- {size.codes} codes, one record changed: 1/{median(ours.cold) / rebuild:.1f} of a cold build, "
                f"{rebuild / start_up:.1f} times `python -c pass`; nothing changed: {nothing / start_up:.1f} times"
            )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _memory() -> str:
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{size / 2**30:.0f} GiB"


def _table(size: Size, tools: list[Tool]) -> str:
    rounds = "1 round" if size.rounds == 1 else f"{size.rounds} rounds"
    lines = [
        f"## {size.codes} codes ({rounds})\n",
        "| | pages | MB | cold, s | pages/s | cold, × ours | rebuild, s | nothing to do, s | peak MiB | of one process |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    ours = size.tools["closecodes"]
    lines += [_row(tool.title, size.tools[tool.name], ours) for tool in tools]
    lines += [_floor_row(processes, times, ours) for processes, times in sorted(size.floors.items())]
    return "\n".join(lines)


def _row(title: str, measured: Measured, ours: Measured) -> str:
    if not measured.cold:
        return f"| {title} | | | {measured.failure} | | | | | {measured.peak / 2**20:.0f} | |"
    cells = (
        title,
        f"{measured.pages:,}",
        f"{measured.size / 1e6:,.0f}",
        _times(measured.cold),
        f"{measured.pages / median(measured.cold):,.0f}",
        _ratio(measured.cold, ours.cold),
        _times(measured.rebuild),
        _times(measured.nothing),
        f"{measured.peak / 2**20:,.0f}",
        f"{measured.largest / 2**20:,.0f}",
    )
    return f"| {' | '.join(cells)} |"


def _floor_row(processes: int, times: list[float], ours: Measured) -> str:
    who = "1 process" if processes == 1 else f"{processes} processes"
    cells = (
        f"the floor, {who}",
        f"{ours.pages:,}",
        f"{ours.size / 1e6:,.0f}",
        _times(times),
        f"{ours.pages / median(times):,.0f}",
        _ratio(times, ours.cold),
    )
    return f"| {' | '.join(cells)} | | | | |"


def _times(times: list[float]) -> str:
    if not times:
        return "–"
    middle = f"{median(times):.2f}"
    return middle if len(times) == 1 else f"{middle} ({min(times):.2f}–{max(times):.2f})"


def _ratio(times: list[float], ours: list[float]) -> str:
    return f"{median(times) / median(ours):.2f}" if ours else "–"
