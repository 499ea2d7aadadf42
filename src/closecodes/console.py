"""Lay out problems with their source line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from closecodes.problems import Level, Problem


__all__ = ["format_problem"]

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
