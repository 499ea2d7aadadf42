"""What social cards show, and where: the number first, then what to do, and the wire."""

from __future__ import annotations

from dataclasses import dataclass

from closecodes.render.files.drawing import COLOURS, QUIET, WIDTH, Canvas


__all__ = ["Arrow", "CodeCard", "PairCard", "Side", "SiteCard", "draw"]

_ADVICE = {
    "never": (163, 32, 27),
    "after-fix": (138, 75, 0),
    "delayed": (0, 96, 122),
    "at-once": (27, 106, 47),
    "depends": (106, 44, 145),
}
"""Colours of what to do next, as the style sheet has them on paper."""
_ACCENT = (11, 79, 158)

_LEFT = 84
_BAND = 22
_BRAND_SIZE = 30


@dataclass(frozen=True, slots=True)
class Side:
    """One code: whose it is, what it is called, and what to do after it."""

    family: str
    number: int
    name: str
    advice: str
    advice_name: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """One thing that travels on the wire."""

    label: str
    to_client: bool
    arrives: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class CodeCard:
    """A code, and what happens on the wire."""

    brand: str
    side: Side
    ends: tuple[str, str]
    arrows: tuple[Arrow, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class PairCard:
    """Two codes, and the sentence that tells them apart."""

    brand: str
    sides: tuple[Side, Side]
    sentence: str


@dataclass(frozen=True, slots=True)
class SiteCard:
    """The site: its name, what it says of itself, some of its numbers."""

    brand: str
    tagline: str
    numbers: tuple[int, ...]


def draw(card: CodeCard | PairCard | SiteCard) -> bytes:
    """Return a card as a PNG file."""
    match card:
        case CodeCard():
            return _code(card)
        case PairCard():
            return _pair(card)
        case SiteCard():
            return _site(card)


def _code(card: CodeCard) -> bytes:
    side = card.side
    canvas = Canvas(_ADVICE[side.advice])
    canvas.box((0, 0, _BAND, 629), COLOURS[0])
    canvas.text(side.family, (_LEFT, 104), 38, shade=QUIET)
    canvas.text(str(side.number), (_LEFT - 8, 300), 236 if side.number < 10_000 else 190, bold=True)  # noqa: PLR2004 - four digits
    end = canvas.lines(side.name, (_LEFT, 388), 54, width=640, most=2, bold=True)
    _advice(canvas, side, (_LEFT, max(end + 74, 500)), 38, COLOURS[0])
    canvas.text(card.brand, (_LEFT, 592), _BRAND_SIZE, shade=QUIET)
    _wire(canvas, card)
    return canvas.png()


def _advice(canvas: Canvas, side: Side, at: tuple[int, int], size: int, shade: int) -> None:
    """Write what to do, after a square in its colour."""
    x, y = at
    edge = round(size * 0.72)
    canvas.box((x, y - edge, x + edge, y), shade)
    canvas.text(side.advice_name, (x + edge + 18, y), size)


_CLIENT, _SERVER = 820, 1110
_FIRST_ARROW, _ARROW_PITCH = 222, 112
_WIRE_TOP, _WIRE_END, _WIRE_BROKEN = 136, 522, 470


def _wire(canvas: Canvas, card: CodeCard) -> None:
    """Draw two ends, what travels between them, and whether the ending is complete."""
    for place, name in zip((_CLIENT, _SERVER), card.ends, strict=True):
        canvas.text(name, (place, 110), 28, anchor="ms")
        bottom = _WIRE_END if card.complete or not card.arrows else _WIRE_BROKEN
        canvas.line((place, _WIRE_TOP), (place, bottom), shade=_wire_shade(card))
        if card.complete:
            canvas.box((place - 28, bottom, place + 28, bottom + 7))
        elif card.arrows:
            for top in (bottom + 14, bottom + 38):
                canvas.line((place, top), (place, top + 12))
    for number, arrow in enumerate(card.arrows):
        _arrow(canvas, arrow, _FIRST_ARROW + number * _ARROW_PITCH)


def _wire_shade(card: CodeCard) -> int:
    return QUIET // 2 if not card.arrows else QUIET


def _arrow(canvas: Canvas, arrow: Arrow, y: int) -> None:
    shade = QUIET if arrow.quiet else COLOURS[0]
    sign = -1 if arrow.to_client else 1
    start, stop = (_SERVER, _CLIENT) if arrow.to_client else (_CLIENT, _SERVER)
    middle = (start + stop) // 2
    if arrow.arrives:
        canvas.line((start + 12 * sign, y), (stop - 24 * sign, y), shade=shade, width=5)
        canvas.shape(
            (stop - 8 * sign, y), (stop - 32 * sign, y - 12), (stop - 32 * sign, y + 12), shade=shade
        )
    else:
        canvas.line((start + 12 * sign, y), (middle, y), shade=shade, width=5)
        for slope in (-1, 1):
            canvas.line((middle - 14, y - 14 * slope), (middle + 14, y + 14 * slope), shade=shade, width=5)
    canvas.text(arrow.label, (middle if arrow.arrives else (start + middle) // 2, y - 20), 27, anchor="ms")


def _pair(card: PairCard) -> bytes:
    first, second = card.sides
    canvas = Canvas(_ADVICE[first.advice], _ADVICE[second.advice])
    for side, shade, left in ((first, COLOURS[0], 0), (second, COLOURS[1], WIDTH // 2)):
        canvas.box((left, 0, left + WIDTH // 2 - 1, _BAND), shade)
        x = left + _LEFT - 24
        canvas.text(side.family, (x, 84), 32, shade=QUIET)
        canvas.text(str(side.number), (x - 5, 226), 160, bold=True)
        end = canvas.lines(side.name, (x, 288), 40, width=500, most=2, bold=True)
        _advice(canvas, side, (x, max(end + 54, 372)), 32, shade)
    canvas.box((WIDTH // 2 - 1, 60, WIDTH // 2 + 1, 396), QUIET // 2)
    canvas.lines(card.sentence, (_LEFT - 24, 462), 34, width=WIDTH - 2 * (_LEFT - 24), most=3)
    canvas.text(card.brand, (WIDTH - _LEFT + 24, 604), 26, shade=QUIET, anchor="rs")
    return canvas.png()


def _site(card: SiteCard) -> bytes:
    canvas = Canvas(_ACCENT)
    canvas.box((0, 0, _BAND, 629), COLOURS[0])
    canvas.text(card.brand, (_LEFT, 200), 120, bold=True)
    canvas.lines(card.tagline, (_LEFT, 300), 54, width=WIDTH - 2 * _LEFT, most=2)
    canvas.box((_LEFT, 420, WIDTH - _LEFT, 423), QUIET)
    for index, number in enumerate(card.numbers[:12]):
        row, column = divmod(index, 6)
        canvas.text(str(number), (_LEFT + column * 178, 500 + row * 76), 54, bold=True)
    return canvas.png()
