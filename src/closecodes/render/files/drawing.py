"""Draw pictures of text and lines in few colours: small files, the same bytes for the same words.

A picture holds shades from paper to ink and two colours of its own, sixteen in all, so that a pixel takes half a byte
and smooth letters still cost nothing: what is drawn is the number of the shade.
"""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import fontpkg_fira_sans
from PIL import Image, ImageDraw, ImageFont


if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont


__all__ = ["COLOURS", "HEIGHT", "INK", "PAPER", "QUIET", "WIDTH", "Canvas", "icon"]

WIDTH, HEIGHT = 1200, 630
"""Of a card, in pixels: what sites that show links ask for."""

PAPER, INK = 0, 13
QUIET = 8
COLOURS = (14, 15)
"""Numbers of shades: the paper, black on it, grey, and the two colours of a picture."""

_PAPER_RGB, _INK_RGB = (251, 250, 247), (23, 25, 28)
_SHADES = [
    round(paper + (ink - paper) * shade / INK)
    for shade in range(INK + 1)
    for paper, ink in zip(_PAPER_RGB, _INK_RGB, strict=True)
]
_COMPRESSION = 4
"""Of zlib: 9 makes files a sixth smaller and takes ten times as long."""
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
_UNKNOWN = "\uffff"

_ICON_SIDE = 16
_ICON_DETAIL = 8
_NAVY, _WHITE, _AMBER = (20, 33, 61), (255, 255, 255), (245, 183, 0)
_ICON_LINES = (
    (_WHITE, (2.7, 3, 4.3, 13)),
    (_WHITE, (11.7, 3, 13.3, 13)),
    (_AMBER, (4, 5.2, 12, 6.8)),
    (_AMBER, (4, 9.2, 12, 10.8)),
)
"""The favicon: two ends and two frames between them."""


@cache
def _font(size: int, weight: str) -> FreeTypeFont:
    path = fontpkg_fira_sans.ROOT / "files" / f"FiraSans-{weight}.ttf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _is_known(letter: str) -> bool:
    """Return whether the font has ``letter``; what it has not looks like what nobody has."""
    font = _font(32, "Regular")
    return letter == " " or bytes(font.getmask(letter)) != bytes(font.getmask(_UNKNOWN))


class Canvas:
    """One picture while it is drawn; places are pixels from the top left."""

    def __init__(self, first: tuple[int, int, int], second: tuple[int, int, int] | None = None) -> None:
        """Make an empty picture whose two colours are ``first`` and ``second``."""
        self._palette = [*_SHADES, *first, *(second or first)]
        self._image = Image.new("L", (WIDTH, HEIGHT), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def text(  # noqa: PLR0913 - what, where and how
        self,
        words: str,
        at: tuple[int, int],
        size: int,
        *,
        shade: int = INK,
        bold: bool = False,
        anchor: str = "ls",
    ) -> None:
        """Write one line whose baseline is ``at``; nothing where the font lacks one of its letters."""
        words = words.translate(_SPACES)
        if all(map(_is_known, words)):
            font = _font(size, "Medium" if bold else "Regular")
            self._draw.text(at, words, font=font, fill=shade, anchor=anchor)

    def lines(  # noqa: PLR0913 - what, where and how
        self, words: str, at: tuple[int, int], size: int, *, width: int, most: int, bold: bool = False
    ) -> int:
        """Write lines of at most ``width``, the first ``at``; return the baseline of the last."""
        x, y = at
        pitch = round(size * 1.28)
        for number, line in enumerate(_wrapped(words.translate(_SPACES), size, width, most, bold=bold)):
            y = at[1] + number * pitch
            self.text(line, (x, y), size, bold=bold)
        return y

    def box(self, place: tuple[int, int, int, int], shade: int = INK) -> None:
        """Fill the rectangle from one corner to the other."""
        self._draw.rectangle(place, fill=shade)

    def shape(self, *corners: tuple[int, int], shade: int = INK) -> None:
        """Fill the shape between ``corners``."""
        self._draw.polygon(corners, fill=shade)

    def line(
        self, start: tuple[int, int], stop: tuple[int, int], *, width: int = 4, shade: int = INK
    ) -> None:
        """Draw a line."""
        self._draw.line((start, stop), fill=shade, width=width)

    def png(self) -> bytes:
        """Return the picture as a PNG file."""
        self._image.putpalette(self._palette)
        file = io.BytesIO()
        self._image.save(file, "PNG", bits=4, compress_level=_COMPRESSION)
        return file.getvalue()


def _wrapped(words: str, size: int, width: int, most: int, *, bold: bool) -> list[str]:
    """Return ``words`` in at most ``most`` lines; what does not fit is left out, and said to be."""
    font = _font(size, "Medium" if bold else "Regular")
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while " " in last and font.getlength(f"{last}…") > width:
        last = last.rpartition(" ")[0]
    return [*lines[: most - 1], f"{last.rstrip(',;:.')}…"]


def icon(side: int, kind: str) -> bytes:
    """Return the picture that stands for the site, ``side`` pixels wide, as a file of ``kind``: PNG or ICO."""
    scale = max(side // _ICON_SIDE, 1) * _ICON_DETAIL
    image = Image.new("RGB", (_ICON_SIDE * scale, _ICON_SIDE * scale), _NAVY)
    draw = ImageDraw.Draw(image)
    for colour, place in _ICON_LINES:
        left, top, right, bottom = (round(part * scale) for part in place)
        draw.rectangle((left, top, right - 1, bottom - 1), fill=colour)
    file = io.BytesIO()
    small = image.resize((side, side), Image.Resampling.BOX)
    options = {"sizes": [(16, 16), (32, 32), (48, 48)]} if kind == "ICO" else {}
    small.save(file, kind, **options)
    return file.getvalue()
