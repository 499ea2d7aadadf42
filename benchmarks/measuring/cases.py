"""One size of site, measured with every tool: cold builds, rebuilds, builds with nothing to do."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measuring.processes import Outcome, run
from benchmarks.measuring.tools import BENCHMARKS, Command, Tool
from benchmarks.synthesis.folder import change_record, write_content


__all__ = ["Measured", "Settings", "Size", "measure_size"]

SEEN_OFTEN, SEEN_SELDOM = 0.02, 0.5
FLOORS = (1, 2)
SETTLED = 0.2
"""Seconds after which no clock of a file system takes two changes for one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to measure."""

    work: Path
    rounds: int
    limit: float


@dataclass(slots=True)
class Measured:
    """What was measured of one tool."""

    cold: list[float] = field(default_factory=list)
    rebuild: list[float] = field(default_factory=list)
    nothing: list[float] = field(default_factory=list)
    peak: int = 0
    largest: int = 0
    pages: int = 0
    size: int = 0
    failure: str = ""


@dataclass(slots=True)
class Size:
    """What was measured of one size of site."""

    codes: int
    rounds: int
    tools: dict[str, Measured]
    floors: dict[int, list[float]] = field(default_factory=dict)


def measure_size(codes: int, tools: list[Tool], settings: Settings) -> Size:
    """Measure every tool on a site of ``codes`` codes, one after the other, ``settings.rounds`` times."""
    content = settings.work / "content"
    write_content(codes, content)
    size = Size(codes, settings.rounds, {tool.name: Measured() for tool in tools})
    if settings.rounds > 1:
        for tool in tools:
            _warm_up(tool, size.tools[tool.name], content, settings)
    for _ in range(settings.rounds):
        for tool in tools:
            if not size.tools[tool.name].failure:
                _round(tool, size, content, settings)
    return size


def _warm_up(tool: Tool, measured: Measured, content: Path, settings: Settings) -> None:
    """Build once without the clock, to fill the caches of the system and to look at the memory."""
    outcome = _build(tool, content, settings, every=SEEN_OFTEN)
    measured.peak, measured.largest, measured.failure = outcome.peak or 0, outcome.largest, outcome.failure
    _remove(_output(tool, settings))


def _round(tool: Tool, size: Size, content: Path, settings: Settings) -> None:
    measured, output = size.tools[tool.name], _output(tool, settings)
    outcome = _build(tool, content, settings, every=None if settings.rounds > 1 else SEEN_SELDOM)
    measured.peak = max(measured.peak, outcome.peak or 0)
    measured.largest = max(measured.largest, outcome.largest)
    measured.failure = outcome.failure
    if not outcome.failure:
        measured.cold.append(outcome.seconds)
        measured.pages, measured.size = _weigh(output)
        if tool.name == "closecodes":
            _measure_floors(size, output, settings)
        _build_again(tool, measured, content, settings)
    _remove(output)


def _build_again(tool: Tool, measured: Measured, content: Path, settings: Settings) -> None:
    for times in (measured.rebuild, measured.nothing):
        if times is measured.rebuild:
            change_record(content)
            time.sleep(SETTLED)
        outcome = _build(tool, content, settings)
        if not outcome.failure:
            times.append(outcome.seconds)


def _build(tool: Tool, content: Path, settings: Settings, every: float | None = None) -> Outcome:
    own = settings.work / f"own-{tool.name}"
    tool.prepare(content, own)
    os.sync()
    outcome = run(tool.build(content, own, _output(tool, settings)), limit=settings.limit, every=every)
    if outcome.failure:
        print(f"{tool.title}: {outcome.failure}\n{outcome.said[-2000:]}", file=sys.stderr)
    return outcome


def _output(tool: Tool, settings: Settings) -> Path:
    return settings.work / f"site-{tool.name}"


def _measure_floors(size: Size, site: Path, settings: Settings) -> None:
    if size.tools["closecodes"].size > os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2:
        return  # the floor holds the whole site in memory
    for processes, output in _floor_outputs(settings):
        command = Command(
            (sys.executable, str(BENCHMARKS / "floor.py"), str(site), str(output), str(processes))
        )
        os.sync()
        outcome = run(command, limit=settings.limit)
        if not outcome.failure:
            size.floors.setdefault(processes, []).append(float(outcome.said))
        _remove(output)


def _floor_outputs(settings: Settings) -> Iterator[tuple[int, Path]]:
    yield from ((processes, settings.work / f"site-floor-{processes}") for processes in FLOORS)


def _weigh(site: Path) -> tuple[int, int]:
    """Return the number of pages of a site, and the bytes of its files."""
    pages = size = 0
    for folder, _, names in os.walk(site):
        pages += sum(name.endswith(".html") for name in names)
        size += sum(Path(folder, name).stat().st_size for name in names)
    return pages, size


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
