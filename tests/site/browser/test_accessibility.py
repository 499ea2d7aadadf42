"""axe-core finds nothing to mend on any kind of page, in either language, light or dark."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.reading.kinds import KINDS, LANGUAGES, address_of
from playwright.sync_api import Page


AXE = os.environ.get("AXE_CORE", "")

pytestmark = pytest.mark.skipif(
    not Path(AXE).is_file(),
    reason="axe-core is not here: set AXE_CORE to the axe.min.js of the npm package axe-core",
)

_ALL = "axe.run(document, { resultTypes: ['violations'] })"
_COLOURS = (
    "axe.run(document, { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] })"
)
_FOUND = (
    "({ violations }) => violations.map((one) => [one.id, ...one.nodes.slice(0, 3).map((node) => node.html)])"
)


def _violations(page: Page, run: str) -> object:
    return page.evaluate(f"{run}.then({_FOUND})")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_mend(open_page: Callable[..., Page], address: str, kind: str, language: str) -> None:
    """All rules hold in the light; in the dark, where only colours change, those that look at colours."""
    page = open_page(color_scheme="light", locale=language)
    page.goto(address + address_of(kind, language))
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))

    in_the_light = _violations(page, _ALL)
    page.emulate_media(color_scheme="dark")
    in_the_dark = _violations(page, _COLOURS)

    assert ([], []) == (in_the_light, in_the_dark)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_to_mend_in_what_the_field_found(
    open_page: Callable[..., Page], address: str, scheme: str
) -> None:
    """The open list of matches breaks no rule either."""
    page = open_page(color_scheme=scheme)
    page.goto(f"{address}fr/1006/")
    page.locator("#find").fill("1012")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))

    assert [] == _violations(page, _ALL)
