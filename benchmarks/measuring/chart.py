"""A chart of the cold builds: one bar for each tool and size, on a logarithmic scale."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import log10
from statistics import median

from benchmarks.measuring.cases import Size
from benchmarks.measuring.tools import Tool


__all__ = ["chart"]

WIDTH, LEFT, RIGHT = 760, 150, 70
BAR, GAP, GROUP = 18, 4, 44

_STYLE = """\
text { font: 13px system-ui, sans-serif; fill: #222 }
.group { font-weight: 700 }
rect { fill: #8a93a6 }
.ours { fill: #1f6feb }
.floor { fill: #b9c0cc }
@media (prefers-color-scheme: dark) { text { fill: #ddd } .floor { fill: #555d6b } }
"""

Bar = tuple[str, str, float]
"""Label, class and seconds."""


def chart(sizes: list[Size], tools: list[Tool]) -> str:
    """Return the chart as an SVG file."""
    groups = [(size, list(_bars(size, tools))) for size in sizes]
    seconds = [bar[2] for _, bars in groups for bar in bars]
    low, high = log10(min(seconds) / 2), log10(max(seconds))
    lines, y = [], 24
    for size, bars in groups:
        lines.append(f'<text class="group" x="8" y="{y}">{size.codes} codes: seconds of a cold build</text>')
        y += 10
        for bar in bars:
            lines.append(_drawn(bar, y, (log10(bar[2]) - low) / (high - low)))
            y += BAR + GAP
        y += GROUP - BAR
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" role="img">'
    title = "<title>Seconds of a cold build by tool and number of codes, on a logarithmic scale</title>"
    return "\n".join([head, title, f"<style>\n{_STYLE}</style>", *lines, "</svg>"]) + "\n"


def _bars(size: Size, tools: list[Tool]) -> Iterator[Bar]:
    for tool in tools:
        if times := size.tools[tool.name].cold:
            yield tool.title, "ours" if tool.name == "closecodes" else "other", median(times)
    for processes, times in sorted(size.floors.items()):
        yield f"floor, {processes} process{'es' * (processes > 1)}", "floor", median(times)


def _drawn(bar: Bar, y: int, share: float) -> str:
    label, kind, seconds = bar
    width = share * (WIDTH - LEFT - RIGHT)
    middle = y + BAR - 5
    return (
        f'<text x="{LEFT - 8}" y="{middle}" text-anchor="end">{escape(label)}</text>'
        f'<rect class="{kind}" x="{LEFT}" y="{y}" width="{width:.1f}" height="{BAR}"/>'
        f'<text x="{LEFT + width + 6:.1f}" y="{middle}">{seconds:.2f}</text>'
    )
