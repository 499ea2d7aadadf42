"""Tests of closecodes.render.files.pictures."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from closecodes.pages import Page
from closecodes.render.files import cards
from closecodes.workshop import Workshop


_ADDRESSES = ("en/card.png", "en/1000/card.png", "fr/acme/3002/card.png", "en/compare/1000-vs-1001/card.png")


@pytest.mark.parametrize("address", _ADDRESSES)
def test_card(address: str, made: Callable[[str], bytes]) -> None:
    """A card is a small PNG of the size that sites ask for, and always the same bytes."""
    data = made(address)

    assert (1200, 630) == Image.open(io.BytesIO(data)).size
    assert len(data) < 30_000
    assert data == made(address)


def test_languages(made: Callable[[str], bytes]) -> None:
    """Each language has a card of its own."""
    assert made("en/1000/card.png") != made("fr/1000/card.png")


@pytest.mark.parametrize("address", _ADDRESSES)
def test_kept(
    address: str,
    keeping: Workshop,
    at: Callable[[str], Page],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A card that shows what it showed before is not drawn again."""
    first = keeping.renderer.render(at(address))
    monkeypatch.setattr(cards, "draw", lambda _: pytest.fail("it was drawn again"))

    assert first == keeping.renderer.render(at(address))


def test_damaged(keeping: Workshop, at: Callable[[str], Page], tmp_path: Path) -> None:
    """A kept card that is damaged is drawn again."""
    first = keeping.renderer.render(at("en/1000/card.png"))
    (kept,) = (tmp_path / "cache/pictures").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])

    assert first == keeping.renderer.render(at("en/1000/card.png"))


@pytest.mark.parametrize("address", ["icon-192.png", "icon-512.png", "apple-touch-icon.png", "favicon.ico"])
def test_icon(address: str, made: Callable[[str], bytes]) -> None:
    """Icons are pictures of the kinds that their names say."""
    image = Image.open(io.BytesIO(made(address)))

    assert ("ICO" if address.endswith("ico") else "PNG") == image.format
