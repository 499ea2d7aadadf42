"""The site in a real browser."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright


CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
SCREENSHOTS = Path(os.environ.get("SCREENSHOTS", ""))
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
KINDS = {
    "chooser": "",
    "start": "fr/",
    "code": "fr/1006/",
    "comparison": "fr/compare/1000-vs-1012/",
    "matrix": "fr/compare/",
    "family": "fr/websocket/",
    "ranges": "en/ranges/",
    "about": "fr/about/",
    "not-found": "en/404.html",
}
SCREENS = {"narrow": (320, 640), "phone": (390, 844), "desktop": (1280, 900), "wide": (1600, 1000)}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: install one, or set CHROMIUM to its path"),
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        """Print nothing."""


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    """Serve the site below a path, as project pages are, and return its address."""
    served = built.parent
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(served)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{built.name}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a fresh page that refuses every host but this machine."""
    context = browser.new_context()
    context.route(lambda url: not url.startswith("http://127.0.0.1"), lambda route: route.abort())
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("kind", KINDS)
def test_page_fits_the_screen(page: Page, address: str, kind: str, screen: str, scheme: str) -> None:
    """No kind of page scrolls sideways, logs an error or misses a file; a screenshot is kept where asked for."""
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("requestfailed", lambda request: faults.append(request.url))
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="light" if scheme == "light" else "dark")

    page.goto(address + KINDS[kind])
    if str(SCREENSHOTS) != ".":
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{kind}-{screen}-{scheme}.png", full_page=True)

    assert 0 == page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    # The 404 page names the address of the site, which a test cannot reach.
    assert [] == [fault for fault in faults if kind != "not-found"]


def test_choice_of_language_needs_no_script(browser: Browser, address: str) -> None:
    """Without script, the root leads to either language by a plain link."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)

    page.get_by_role("link", name="Français").click()

    assert f"{address}fr/" == page.url
    context.close()


def test_switch_keeps_the_page(page: Page, address: str) -> None:
    """The switch on a comparison leads to the same comparison in the other language."""
    page.goto(f"{address}en/compare/1000-vs-1012/")

    page.get_by_role("link", name="Français", exact=True).click()

    assert f"{address}fr/compare/1000-vs-1012/" == page.url
    assert "fr" == page.locator("html").get_attribute("lang")


def test_other_order_arrives_at_the_comparison(page: Page, address: str) -> None:
    """The address of the other order leads to the comparison by itself."""
    page.goto(f"{address}fr/compare/1012-vs-1000/")

    page.wait_for_url("**/fr/compare/1000-vs-1012/")

    assert "1000" in page.locator("h1").inner_text()


def test_skip_link_is_the_first_stop(page: Page, address: str) -> None:
    """The first press of the tab key shows a link that leads past the header."""
    page.goto(f"{address}en/1006/")

    page.keyboard.press("Tab")

    focused = page.locator(":focus")
    assert "#main" == focused.get_attribute("href")
    box = focused.bounding_box()
    assert box is not None
    assert box["y"] >= 0


def test_answer_stands_above_the_fold_of_a_phone(page: Page, address: str) -> None:
    """On a phone, what happened, who closed and whether to reconnect are read without scrolling."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}en/1006/")

    bottoms = [
        box["y"] + box["height"]
        for row in page.locator(".answer dl > div").all()
        if (box := row.bounding_box())
    ]

    assert 4 == len(bottoms)
    assert bottoms[2] <= 844


def test_print_hides_navigation(page: Page, address: str) -> None:
    """On paper there is no navigation, and every source shows its address."""
    page.goto(f"{address}fr/1012/")

    page.emulate_media(media="print")

    assert not page.locator("header.site nav").first.is_visible()
    after = "getComputedStyle(document.querySelector('.sources a'), '::after').content"
    assert "iana.org" in page.evaluate(after) or "attr(href)" in page.evaluate(after)
