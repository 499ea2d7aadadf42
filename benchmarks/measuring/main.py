"""Read the options, measure, and write the results."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from statistics import median

from benchmarks.measuring.cases import Settings, Size, measure_size
from benchmarks.measuring.chart import chart
from benchmarks.measuring.processes import run
from benchmarks.measuring.report import file_system, report
from benchmarks.measuring.tools import BENCHMARKS, TOOLS, Command, install_eleventy


__all__ = ["main"]

ROUNDS = {30: 5, 100: 3}
DEFAULT_SIZES, LARGE_SIZES = (30, 100, 300), (600, 1000)
START_UPS = 11


def main() -> None:
    """Measure what the options ask for."""
    options = _options()
    install_eleventy()
    skipped = {tool.title: tool.missing() for tool in TOOLS.values() if tool.missing()}
    wanted = [tool for tool in TOOLS.values() if tool.name in {"closecodes", *options.tools}]
    tools = [tool for tool in wanted if tool.title not in skipped]
    options.output.mkdir(parents=True, exist_ok=True)
    start_up = _start_up()
    sizes: list[Size] = []
    for codes in options.sizes or (*DEFAULT_SIZES, *(LARGE_SIZES if options.large else ())):
        settings = _settings(options, codes)
        print(f"{codes} codes …", flush=True)
        sizes.append(measure_size(codes, tools, settings))
        _write(
            options.output / "RESULTS.md", report(sizes, tools, skipped, start_up, file_system(settings.work))
        )
        _write(options.output / "results.svg", chart(sizes, tools))
        shutil.rmtree(settings.work)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks/run.py", description="Measure builds and write RESULTS.md."
    )
    parser.add_argument("--large", action="store_true", help="also measure 600 and 1000 codes; takes hours")
    parser.add_argument("--sizes", type=int, nargs="+", metavar="CODES", help="measure these sizes only")
    parser.add_argument(
        "--rounds", type=int, help="so many rounds instead of 5 (30 codes), 3 (100), 1 (more)"
    )
    parser.add_argument("--limit", type=float, default=1800, help="stop a build after so many seconds")
    parser.add_argument("--tools", nargs="*", choices=TOOLS, default=list(TOOLS), help="beside closecodes")
    parser.add_argument(
        "--work", type=Path, default=BENCHMARKS / ".work", help="folder for all that is built"
    )
    parser.add_argument("--output", type=Path, default=BENCHMARKS, help="folder for the results")
    return parser.parse_args()


def _settings(options: argparse.Namespace, codes: int) -> Settings:
    work = options.work.resolve() / f"{codes}-codes"
    if work.exists():
        shutil.rmtree(work)
    work.mkdir(parents=True)
    return Settings(work, options.rounds or ROUNDS.get(codes, 1), options.limit)


def _start_up() -> float:
    command = Command((sys.executable, "-c", "pass"))
    return median(run(command, limit=60).seconds for _ in range(START_UPS))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
