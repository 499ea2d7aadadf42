"""Every way of finding, with the keyboard only."""

from __future__ import annotations

import re

import pytest
from benchmarks.reading.kinds import LANGUAGES
from playwright.sync_api import Page, expect


_LOG = "03:12:09 ERROR worker-3 ConnectionClosedError: sent 1011 keepalive ping timeout; no close frame"
WAYS = {
    "number": ("1012", "1012/"),
    "two numbers": ("1000 vs 1012", "compare/1000-vs-1012/"),
    "two numbers in French": ("1012 ou 1000", "compare/1000-vs-1012/"),
    "service and number": ("discord 4004", "discord/4004/"),
    "constant": ("CloseGoingAway", "1001/"),
    "constant of another library": ("WS_1012_SERVICE_RESTART", "1012/"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_found_with_the_keyboard(page: Page, address: str, way: str, language: str) -> None:
    """The slash key leads to the field from anywhere, and the enter key to what was typed."""
    query, slug = WAYS[way]
    page.goto(f"{address}{language}/guides/")

    page.keyboard.press("/")
    page.keyboard.type(query)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(f"^{re.escape(f'{address}{language}/{slug}')}(#|$)"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_log_line_leads_to_its_code_by_the_arrows(page: Page, address: str, language: str) -> None:
    """For a whole line of a log, the arrow keys choose a match in the list, which says why it matched."""
    page.goto(f"{address}{language}/")

    page.keyboard.press("/")
    page.keyboard.insert_text(_LOG)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")

    chosen = page.locator("#find").get_attribute("aria-activedescendant")
    expect(page.locator(f"#{chosen}")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(f"{address}{language}/")


def test_escape_closes_the_list(page: Page, address: str) -> None:
    """The escape key closes the list and leaves the field with what was typed."""
    page.goto(f"{address}fr/")

    page.keyboard.press("/")
    page.keyboard.type("1006")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#find")).to_have_value("1006")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pasted_trace_is_explained(page: Page, address: str, language: str) -> None:
    """The find page says what each match of a trace means, in which line it stands, and keeps it in the address."""
    page.goto(f"{address}{language}/find/")

    page.locator("#paste").fill("Traceback:\n\n  ConnectionClosedError: no close frame received or sent")

    first = page.locator(".matches > li").first
    expect(first.locator("small").first).to_contain_text("3")
    expect(first.locator("p").first).not_to_be_empty()
    expect(first.locator("a[href$='/1006/']")).to_be_visible()
    assert "#q=Traceback" in page.url


@pytest.mark.parametrize("language", LANGUAGES)
def test_shared_address_shows_its_matches(page: Page, address: str, language: str) -> None:
    """The address of a search shows the same matches to somebody else; the server does not see what was searched."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{language}/find/#q=CloseGoingAway")

    expect(page.locator("#paste")).to_have_value("CloseGoingAway")
    expect(page.locator(".matches a").first).to_have_attribute("href", f"{address}{language}/1001/")
    assert not [url for url in asked if "GoingAway" in url.partition("#")[0]]


def test_words_are_marked_in_their_sentence(page: Page, address: str) -> None:
    """A page that has the words of a query shows them marked, spelled as readers know them."""
    page.goto(f"{address}fr/")

    page.locator("#find").fill("redemarrage noeud")

    option = page.get_by_role("option").first
    expect(option.locator("mark").first).to_be_visible()
    assert "'" not in option.inner_text()
