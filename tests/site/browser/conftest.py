"""A real browser before the real site, which a web server serves below a path."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benchmarks.reading.chromium import CHROMIUM, QUIET
from benchmarks.reading.serving import serving
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright


_PUBLISHED = "https://closecodes.example/"
_LOCAL = "http://127.0.0.1:"

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, and skip those that need a Chromium where there is none."""
    missing = pytest.mark.skip(reason="no Chromium here: install one, or set CHROMIUM to its path")
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")
            if not CHROMIUM and item.path.name != "test_firefox.py":
                item.add_marker(missing)


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Serve the site below a path, as project pages are, and return its address."""
    with serving(built) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium; while it is there, no test may run an event loop, so it ends with its module."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, built: Path) -> Iterator[OpenPage]:
    """Return a function that opens an empty page with the options of a browser context.

    The page reaches this machine only; what the 404 page takes from the address of the published site comes
    from the built one.
    """
    contexts: list[BrowserContext] = []

    def answer(route: Route) -> None:
        file = built / route.request.url.removeprefix(_PUBLISHED)
        if route.request.url.startswith(_PUBLISHED) and file.is_file():
            route.fulfill(path=file)
        else:
            route.abort()

    def open_page(**options: object) -> Page:
        context = browser.new_context(**{"locale": "en", **options})  # type: ignore[arg-type]
        context.route(lambda url: not url.startswith(_LOCAL), answer)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Return an empty page."""
    return open_page()
