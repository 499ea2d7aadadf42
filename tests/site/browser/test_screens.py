"""Every kind of page fits every screen, stays where it was drawn, and honours what a reader has chosen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from benchmarks.reading.kinds import KINDS, LANGUAGES, SCREENS, address_of
from playwright.sync_api import Page


_MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
}).length + document.getAnimations().length"""
_SHIFTS = """() => new Promise((resolve) => {
  const shifts = [];
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(shifts.map((shift) => [shift.value, ...shift.sources.map((of) => of.node?.nodeName)])), 150);
})"""


@pytest.mark.parametrize(("screen", "language"), [("narrow", "en"), ("narrow", "fr"), ("wide", "fr")])
@pytest.mark.parametrize("kind", KINDS)
def test_page_fits_the_screen(
    open_page: Callable[..., Page], address: str, kind: str, language: str, screen: str
) -> None:
    """No kind of page scrolls sideways, logs an error, misses a file, or moves what was drawn already.

    There is neither animation nor transition, so that a reader who wants less motion asks for nothing more.
    """
    faults: list[str] = []
    width, height = SCREENS[screen]
    page = open_page(viewport={"width": width, "height": height}, locale=language)
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("requestfailed", lambda request: faults.append(request.url))

    page.goto(address + address_of(kind, language))

    assert 0 == page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert [] == page.evaluate(_SHIFTS)
    assert 0 == page.evaluate(_MOVING)
    assert [] == faults


def test_advice_needs_no_colour(open_page: Callable[..., Page], address: str) -> None:
    """With colours that the reader has chosen, the advice keeps its words, its shape and a border."""
    page = open_page(forced_colors="active")
    page.goto(f"{address}en/1012/")
    advice = page.locator(".answer .retry")

    assert "Reconnect later" in advice.inner_text()
    assert advice.locator("svg").is_visible()
    assert "1px solid" in advice.evaluate("element => getComputedStyle(element).border")
    # The browser paints its own colour behind each line of text: a background of ours would hide the words.
    background = advice.evaluate("element => getComputedStyle(element).backgroundColor")
    assert background.endswith(", 0)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_print_shows_the_answer_and_no_navigation(page: Page, address: str, language: str) -> None:
    """On paper there is no navigation, the advice is dark on white, and every source shows its address."""
    page.goto(f"{address}{language}/1012/")

    page.emulate_media(media="print")

    hidden = ("header.site nav", ".find", ".trail", ".neighbours", "#menu", ".improve")
    assert [] == [name for name in hidden if page.locator(name).first.is_visible()]
    advice = page.locator(".answer .retry").evaluate("element => getComputedStyle(element).color")
    assert "rgb(0, 0, 0)" == advice
    after = "getComputedStyle(document.querySelector('.sources a'), '::after').content"
    assert "https://" in page.evaluate(after)
