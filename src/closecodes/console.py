"""Lay out what the command line prints: problems with their source line, and the summary of a build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from closecodes.model import language_name
from closecodes.problems import Level, Problem


if TYPE_CHECKING:
    from closecodes.pipeline import Built


__all__ = ["format_problem", "summary_of"]

_STYLES = {Level.ERROR: "bold red", Level.WARNING: "bold yellow", Level.NOTE: "bold cyan"}


def format_problem(problem: Problem, lines: Mapping[str, Sequence[str]], *, with_source: bool) -> Text:
    """Return the line of a problem; for a terminal, also the line of the file and a caret."""
    place, level = problem.place, problem.level
    text = Text(f"{place.path}:{place.line}:{place.column}: ", style="bold" if with_source else "")
    text.append(f"{level}[{problem.rule}]", style=_STYLES[level] if with_source else "")
    text.append(f" {problem.message}", style="none")
    source = _line(lines.get(place.path, ()), place.line)
    if with_source and source:
        gutter = f"{place.line:>5} | "
        indent = "".join("\t" if sign == "\t" else " " for sign in source[: place.column - 1])
        text.append(f"\n{gutter}{source}\n", style="dim")
        text.append(f"{'':>5} | {indent}^", style=_STYLES[level])
    return text


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def summary_of(built: Built, problems: Sequence[Problem], seconds: float, output: Path) -> Iterator[str]:
    """Yield the closing lines of a build: pages per language, seconds, warnings, where to look."""
    if not built.whole and not built.files and not built.deleted:
        yield "Nothing to do: the site is up to date."
        return
    for language, count in built.pages.items():
        name = language_name(language) if language else "All languages"
        yield f"{name + ':':<15}{count:>7} pages"
    deleted = f", {built.deleted} deleted" if built.deleted else ""
    made = "" if built.whole else " changed" + deleted
    yield f"{'Files:':<15}{built.files:>7}{made} in {seconds:.2f} s"
    yield f"{'Warnings:':<15}{sum(problem.level is Level.WARNING for problem in problems):>7}"
    yield f"Open {output / 'index.html'}"
