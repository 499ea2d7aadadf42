"""What a page costs: its bytes, and what it makes wait."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.site.conftest import SitePage


LIMIT = 20_000
"""Bytes of a comparison with its style, compressed."""

_BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.initiatorType === "script" && entry.renderBlockingStatus !== "non-blocking")
  .map((entry) => entry.name)"""


def test_comparison_with_its_style_is_light(built: Path, compared: list[SitePage]) -> None:
    """The heaviest comparison and the style sheet stay below the limit together."""
    style = len(gzip.compress((built / "static" / "style.css").read_bytes()))

    heaviest = max(len(gzip.compress(page.html.encode())) for page in compared)

    assert heaviest + style <= LIMIT


@pytest.mark.parametrize("slug", ["", "1006/", "compare/1000-vs-1012/", "find/"])
def test_no_script_blocks_the_page(page: Page, address: str, slug: str) -> None:
    """A page is drawn before any script has arrived."""
    page.goto(f"{address}fr/{slug}", wait_until="networkidle")

    assert [] == page.evaluate(_BLOCKING)
    assert [] == page.evaluate("[...document.scripts].filter((one) => one.src && one.type !== 'module')")
