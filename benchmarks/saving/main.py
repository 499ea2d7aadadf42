"""Save records again and again while their pages are open, and write SERVE.md."""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.saving.report import report


__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("content", "templates", "static", "locales")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
)
PAUSE = (0.3, 0.9)
"""Seconds between two saves: a person looks at the page in between."""

_PAINTED = """() => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return paint ? performance.timeOrigin + paint.startTime : null;
}"""


@dataclass(frozen=True)
class Case:
    """A page that is open, and a text of a file that it shows."""

    title: str
    address: str
    file: str
    text: str


_1012 = "families/websocket/1012.yaml"

CASES = (
    Case("a code", "en/1012/", _1012, "Nothing needs fixing on the client"),
    Case(
        "a comparison of two codes", "en/compare/1002-vs-1012/", _1012, "Nothing needs fixing on the client"
    ),
    Case(
        "a comparison that a person wrote",
        "en/compare/1012-vs-1013/",
        "comparisons/1012-1013.yaml",
        "1012 lets you return by yourself",
    ),
    Case("a family, with all its codes", "en/websocket/", _1012, "Service Restart"),
    Case("the glossary", "en/glossary/", "glossary.yaml", "The end of a connection without any Close frame"),
)


def main() -> None:
    """Measure what the options ask for."""
    options = _options()
    with tempfile.TemporaryDirectory() as work:
        project = _copy(Path(work) / "project")
        with _served(project) as (address, said), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
            page = browser.new_page(bypass_csp=True)  # what waits is run as text
            taken = {
                case.title: list(_rounds(page, address, project, case, options.rounds)) for case in CASES
            }
            name = f"Chromium {browser.version}"
            browser.close()
    text = report(taken, said, name)
    options.output.write_text(text, encoding="utf-8", newline="\n")
    print(text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/serve.py", description="Measure `closecodes serve`.")
    parser.add_argument("--rounds", type=int, default=25, help="how often each file is saved")
    parser.add_argument(
        "--output", type=Path, default=ROOT / "benchmarks/SERVE.md", help="file of the results"
    )
    return parser.parse_args()


def _copy(folder: Path) -> Path:
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    return folder


@contextmanager
def _served(project: Path) -> Iterator[tuple[str, str]]:
    """Serve ``project`` with the command that people use; give the address and the line that names it."""
    command = [sys.executable, "-m", "closecodes", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
            yield said.partition(" at ")[2].partition(" ")[0], said
        finally:
            process.send_signal(signal.SIGINT)


def _rounds(page: Page, address: str, project: Path, case: Case, rounds: int) -> Iterator[float]:
    """Yield how many milliseconds each save took until the page that shows it was painted."""
    path = project / "content" / case.file
    before = path.read_text(encoding="utf-8")
    page.goto(address + case.address)
    page.wait_for_selector("html[data-live]", state="attached")
    for number in range(rounds):
        time.sleep(random.uniform(*PAUSE))
        saved = time.time()
        path.write_text(before.replace(case.text, f"{case.text} ({number})", 1), encoding="utf-8")
        page.wait_for_function(
            "text => document.body?.innerText.includes(text)", arg=f"{case.text} ({number})"
        )
        painted = page.wait_for_function(_PAINTED).json_value()
        page.wait_for_selector("html[data-live]", state="attached")
        yield painted - 1000 * saved
    path.write_text(before, encoding="utf-8")
