"""The 404 page guesses from its address what was meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from benchmarks.reading.kinds import SCREENS
from playwright.sync_api import Page, Route, expect


_PUBLISHED = "https://closecodes.example"

_SHIFT = """new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(0), 300);
})"""

OpenMissing = Callable[..., Page]


@pytest.fixture(name="open_missing")
def _open_missing(open_page: Callable[..., Page], built: Path, address: str) -> OpenMissing:
    """Return a function that opens an address that nothing is at, on a host that has one 404 page, below a path.

    The page is that of a site that was built for this host.
    """
    root, host = f"{_PUBLISHED}/", "{0.scheme}://{0.netloc}".format(urlsplit(address))
    made = (built / "404.html").read_text(encoding="utf-8").replace(root, address).replace(_PUBLISHED, host)

    def answer(route: Route) -> None:
        if route.request.is_navigation_request():
            route.fulfill(status=404, body=made, content_type="text/html; charset=utf-8")
        else:
            route.continue_()

    def open_missing(path: str, **options: object) -> Page:
        page = open_page(**options)
        page.route(f"{address}**", answer)
        page.goto(address + path)
        return page

    return open_missing


def _guesses(page: Page, address: str, language: str) -> list[str]:
    """Return where the guesses lead that are shown in a language, once they are."""
    links = page.locator(f"[data-language={language}] .matches a")
    expect(links.first).to_be_visible()
    return [str(link.get_attribute("href")).removeprefix(address) for link in links.all()]


_MEANT = {
    "1006.html": "1006/",
    "1021/": "ranges/#from-1000",
    "codes/4004": "4004/",
    "compare/1000-vs-1012": "compare/1000-vs-1012/",
    "comparison/1012/1000": "compare/1000-vs-1012/",
    "discord/4999/": "discord/",
    "Discord-4014": "discord/4014/",
    "errors/econnreset": "1006/",
    "errors/xyzzy": "errors/",
    "constants/GOING_AWAY": "1001/",
    "docs/abnormal-closure.html": "1006/",
    "codes?code=1012": "1012/",
    "CloseEvent/wasClean": "glossary/#clean-close",
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_guess_comes_first(open_missing: OpenMissing, address: str, language: str) -> None:
    """A number, a pair, a service, a constant or words in an address lead to their page, in its language alone."""
    page = open_missing(f"{language}/1006")
    found = {}
    for path in _MEANT:
        page.goto(f"{address}{language}/{path}")
        found[path] = _guesses(page, address, language)[0].removeprefix(f"{language}/")

    assert found == _MEANT
    assert language == page.locator("html").get_attribute("lang")
    expect(page.locator("[data-guesses]")).to_have_count(1)


def test_similar_number_is_named(open_missing: OpenMissing, address: str) -> None:
    """A number that is almost one of a code leads to that too, and says why."""
    page = open_missing("fr/1021/")

    assert "fr/1012/" in _guesses(page, address, "fr")
    expect(page.locator("main a[href$='/fr/1012/']").first).to_contain_text("un numéro presque identique")


def test_address_without_language_is_answered_in_all(open_missing: OpenMissing, address: str) -> None:
    """Where the address has no language, each half of the page guesses in its own."""
    page = open_missing("1006")

    assert ["en/1006/", "fr/1006/"] == [_guesses(page, address, tag)[0] for tag in ("en", "fr")]


def test_words_of_each_language_come_from_its_own_index(open_missing: OpenMissing, address: str) -> None:
    """Plain words are looked for in two languages at once, each in its own pages."""
    page = open_missing("CloseEvent/wasClean")

    for tag in ("en", "fr"):
        assert all(guess.startswith(f"{tag}/") for guess in _guesses(page, address, tag))


@pytest.mark.parametrize("path", ["wp-login.php", "%E0%A4%A", ".well-known/security.txt"])
def test_nothing_is_guessed_from_nothing(open_missing: OpenMissing, path: str) -> None:
    """An address that says nothing leaves the page as it is without script."""
    page = open_missing(path)
    page.wait_for_load_state("networkidle")

    expect(page.locator("ol.matches:visible")).to_have_count(0)
    expect(page.locator("nav.numbers").first).to_be_visible()


@pytest.mark.parametrize("path", ["fr/discord/4014", "en/1021/", "1006", "fr/wp-login.php"])
@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_nothing_moves(open_missing: OpenMissing, path: str, screen: str) -> None:
    """Guesses come where their place was kept: nothing that was drawn before moves."""
    width, height = SCREENS[screen]
    locale = "fr" if path.startswith("fr/") else "en"  # a browser that prefers another language is offered it
    page = open_missing(path, viewport={"width": width, "height": height}, locale=locale)
    page.wait_for_load_state("networkidle")

    assert 0 == page.evaluate(_SHIFT)


def test_address_is_read_as_text(open_missing: OpenMissing, address: str) -> None:
    """Markup in an address never becomes an element, and nothing that the policy forbids is tried."""
    told: list[str] = []
    page = open_missing("en/")
    page.on("console", lambda message: told.append(message.text))

    page.goto(f"{address}en/%3Cimg%20src=x%20onerror=alert(1)%3E1006?q=%3Cb%3E#%3Ci%3E")

    assert "en/1006/" == _guesses(page, address, "en")[0]
    assert not page.locator("main").locator("img, b, i").count()
    assert not any("Security Policy" in text for text in told)


def test_page_is_useful_without_script(open_missing: OpenMissing) -> None:
    """Without script, both languages lead to their codes and nothing empty is shown."""
    page = open_missing("fr/1021/", java_script_enabled=False)

    expect(page.locator("ol.matches:visible")).to_have_count(0)
    expect(page.locator("nav.numbers:visible")).to_have_count(2)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_page_of_one_language_guesses_as_well(page: Page, language: str, built: Path) -> None:
    """A host that has a 404 page for each language shows guesses too, where it is the published host."""

    def answer(route: Route) -> None:
        file = built / urlsplit(route.request.url).path.lstrip("/")
        missing = not file.is_file()
        route.fulfill(path=built / language / "404.html" if missing else file, status=404 if missing else 200)

    page.route(f"{_PUBLISHED}/**", answer)
    page.goto(f"{_PUBLISHED}/{language}/1006/typo")

    expect(page.locator(".matches a").first).to_have_attribute("href", f"{_PUBLISHED}/{language}/1006/")
