"""Run a command and say how long it took and how much memory it and its children had at once."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring.tools import Command


__all__ = ["Outcome", "run"]

PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a command."""

    seconds: float
    peak: int | None = None
    """Bytes: the largest sum over all its processes that was seen; None if nobody looked."""
    largest: int = 0
    """Bytes: the most that one of its processes was seen with."""
    failure: str = ""
    """Why it did not succeed, in a few words; empty if it did."""
    said: str = ""
    """What it printed."""


def run(command: Command, *, limit: float, every: float | None = None) -> Outcome:
    """Run ``command``, at most ``limit`` seconds; look at its memory ``every`` so many seconds."""
    environment = {**os.environ, **command.environment}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # users let Python keep what it has compiled
    started = time.perf_counter()
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as output,
        subprocess.Popen(
            command.words,
            cwd=command.folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as process,
    ):
        peak, largest = _watch(process, started + limit, every)
        seconds = time.perf_counter() - started
        late = process.poll() is None
        if late:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        output.seek(0)
        said = output.read()
    return Outcome(seconds, peak, largest, _failure(process.returncode, limit, said, late=late), said)


def _watch(process: subprocess.Popen[bytes], deadline: float, every: float | None) -> tuple[int | None, int]:
    """Wait for the end of ``process`` or for the deadline; return the most memory seen, of all and of one."""
    peak = largest = 0
    while process.returncode is None and time.perf_counter() < deadline:
        pause = deadline - time.perf_counter()
        try:
            process.wait(min(pause, every) if every else pause)
        except subprocess.TimeoutExpired:
            sizes = [_memory(one) for one in _tree(process.pid)] if every else [0]
            peak, largest = max(peak, sum(sizes)), max(largest, *sizes)
    return (peak if every else None), largest


def _failure(status: int, limit: float, said: str, *, late: bool) -> str:
    if late:
        return f"stopped after {limit:.0f} s"
    if "heap out of memory" in said:
        return "out of memory"
    return f"failed with {status}" if status else ""


def _tree(root: int) -> Iterator[int]:
    """Yield ``root`` and every process below it."""
    yield root
    for tasks in (PROC / str(root) / "task").glob("*/children"):
        try:
            children = tasks.read_text(encoding="ascii").split()
        except OSError:
            continue  # it has ended meanwhile
        for child in children:
            yield from _tree(int(child))


def _memory(process: int) -> int:
    """Return the proportional set size of a process: what it shares counts for its part."""
    try:
        rollup = (PROC / str(process) / "smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    sizes = (line.split() for line in rollup.splitlines() if line.startswith("Pss:"))
    return sum(int(words[1]) * 1024 for words in sizes)
