"""Tests of closecodes.render.files.drawing."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from closecodes.render.files.drawing import COLOURS, HEIGHT, WIDTH, Canvas, icon


_RED, _BLUE = (200, 0, 0), (0, 0, 200)


def _image(canvas: Canvas) -> Image.Image:
    return Image.open(io.BytesIO(canvas.png())).convert("RGB")


def _written(words: str) -> bytes:
    canvas = Canvas(_RED)
    canvas.text(words, (50, 300), 60)
    return canvas.png()


def test_size() -> None:
    """A picture has the size that sites ask for which show links."""
    assert (WIDTH, HEIGHT) == _image(Canvas(_RED)).size == (1200, 630)


def test_colours() -> None:
    """A picture has two colours of its own."""
    canvas = Canvas(_RED, _BLUE)
    canvas.box((0, 0, 9, 9), COLOURS[0])
    canvas.box((10, 0, 19, 9), COLOURS[1])

    image = _image(canvas)

    assert (_RED, _BLUE) == (image.getpixel((5, 5)), image.getpixel((15, 5)))


def test_same_bytes() -> None:
    """The same words make the same bytes, others others."""
    assert _written("Redémarrage") == _written("Redémarrage") != _written("Redemarrage")


def test_spaces() -> None:
    """The spaces of French typography are drawn as spaces."""
    assert _written("Qui\u202f?") == _written("Qui\u00a0?") == _written("Qui ?") != _written("Qui?")


def test_unknown_letters() -> None:
    """A line in a script that the font has not is left out, rather than drawn as boxes."""
    assert _written("إغلاق") == _written("") != _written("Close")


def test_lines_wrap() -> None:
    """Words that do not fit go to the next line, whose place is told."""
    canvas = Canvas(_RED)

    assert canvas.lines("word", (0, 100), 50, width=400, most=3) == 100
    assert canvas.lines("many words that need two lines", (0, 100), 50, width=400, most=3) == 164


def test_lines_end() -> None:
    """What does not fit into the lines there are is left out, and said to be."""
    short, long = Canvas(_RED), Canvas(_RED)
    short.lines("many words that…", (0, 100), 50, width=400, most=1)
    long.lines("many words that need more than the one line there is", (0, 100), 50, width=400, most=1)

    assert short.png() == long.png()


@pytest.mark.parametrize("side", [48, 180, 192, 512])
def test_icon(side: int) -> None:
    """An icon is a square of the side asked for, and shows both ends and what travels between them."""
    image = Image.open(io.BytesIO(icon(side, "PNG"))).convert("RGB")

    assert (side, side) == image.size
    assert {(20, 33, 61), (255, 255, 255), (245, 183, 0)} <= {
        colour for _, colour in image.getcolors(maxcolors=side * side) or ()
    }


def test_favicon() -> None:
    """The favicon holds the sizes that browsers and systems ask for."""
    image = Image.open(io.BytesIO(icon(48, "ICO")))

    assert {(16, 16), (32, 32), (48, 48)} == image.info["sizes"]
