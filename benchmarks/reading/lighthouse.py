"""Ask Lighthouse about start, code and comparison pages: ``python -m benchmarks.reading.lighthouse``.

Lighthouse is installed once with ``npm install --prefix FOLDER lighthouse``; name its folder by ``--modules``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.reading.chromium import CHROMIUM, QUIET
from benchmarks.reading.kinds import KINDS, LANGUAGES, address_of
from benchmarks.reading.serving import built_and_served


__all__ = ["Verdict", "main", "verdict_of"]

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
DEFAULT_KINDS = ("start", "code", "comparison")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Lighthouse says of one page."""

    points: Mapping[str, int]
    """Of 100, by category."""
    lost: tuple[str, ...]
    """The audits that cost points, and what they found."""


def main() -> int:
    """Print the points of every page and what cost some; return 1 where any is lost."""
    options = _options()
    perfect = True
    print("page", *CATEGORIES, sep="\t")
    with built_and_served() as root:
        for kind, language in product(options.kinds, options.languages):
            address = address_of(kind, language)
            verdict = verdict_of(_report(options.modules, root + address))
            print(address, *(verdict.points[name] for name in CATEGORIES), sep="\t", flush=True)
            print(*(f"\t{line}" for line in verdict.lost), sep="\n", end="\n" if verdict.lost else "")
            perfect &= set(verdict.points.values()) == {100}
    return int(not perfect)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.reading.lighthouse", description="Ask Lighthouse, as on a phone."
    )
    modules = Path(".ci/out/npm/node_modules")
    parser.add_argument("--modules", type=Path, default=modules, help="folder node_modules with lighthouse")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(DEFAULT_KINDS))
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    return parser.parse_args()


def _report(modules: Path, address: str) -> Mapping[str, Any]:
    """Return the report about a page with the settings that Lighthouse has by itself: a phone, a slow network."""
    chromium = " ".join(("--headless=new", *QUIET))
    command = [
        *("node", str(modules / "lighthouse" / "cli" / "index.js"), address),
        *("--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"),
        f"--chrome-flags={chromium}",
        "--no-enable-error-reporting",
    ]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    report: Mapping[str, Any] = json.loads(done.stdout)
    return report


def verdict_of(report: Mapping[str, Any]) -> Verdict:
    """Return the points of a report of Lighthouse, and the audits that cost some."""
    categories = report["categories"]
    points = {name: round(100 * categories[name]["score"]) for name in CATEGORIES}
    return Verdict(points, tuple(_lost(report)))


def _lost(report: Mapping[str, Any]) -> Iterator[str]:
    for name in CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                found = audit.get("displayValue") or audit["title"]
                yield f"{name}: {audit['id']} {audit['score']} – {found}"


if __name__ == "__main__":
    sys.exit(main())
