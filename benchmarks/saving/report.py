"""The results of ``serve.py`` as Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from statistics import median, quantiles


__all__ = ["report"]

TARGET = 300
"""Milliseconds within which half of the pages must be visible."""


def report(taken: Mapping[str, Sequence[float]], said: str, browser: str) -> str:
    """Return the text of SERVE.md: milliseconds ``taken`` for each page, what the server ``said``, and where."""
    return "\n".join(_lines(taken, said, browser)) + "\n"


def _lines(taken: Mapping[str, Sequence[float]], said: str, browser: str) -> Iterator[str]:
    everything = [each for times in taken.values() for each in times]
    yield "# From saving to seeing"
    yield ""
    yield "Made by `python benchmarks/serve.py`. One file of the real content is saved while a page that shows it is"
    yield "open in a browser; time passes from before the file is written until the browser has painted the new page."
    yield ""
    yield "| open page | median | 90 % within | longest |"
    yield "|---|---:|---:|---:|"
    for title, times in taken.items():
        yield _row(title, times)
    yield _row("all", everything)
    yield ""
    yield f"The aim is a median below {TARGET} ms: {'reached' if median(everything) < TARGET else 'missed'}."
    yield ""
    yield f"{said.partition(' at ')[0]}; {len(everything)} saves; {browser}, headless; closecodes {version('closecodes')},"
    yield f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores."


def _row(title: str, times: Sequence[float]) -> str:
    within = quantiles(times, n=10)[-1] if len(times) > 1 else times[0]
    return f"| {title} | {median(times):.0f} ms | {within:.0f} ms | {max(times):.0f} ms |"
