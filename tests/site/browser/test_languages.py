"""The choice of language: kept where it was made, never forced on an address."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_switch_keeps_what_was_searched(page: Page, address: str) -> None:
    """The switch on the find page leads to the same search, also after it was typed anew."""
    page.goto(f"{address}en/find/#q=1000%20vs%201012")

    page.locator("#paste").fill("no close frame received or sent")
    page.locator(".languages").get_by_role("link", name="Français").click()

    expect(page.locator("#paste")).to_have_value("no close frame received or sent")
    assert page.url.startswith(f"{address}fr/find/#q=no")


def test_switch_keeps_the_place_in_another_tab(page: Page, address: str) -> None:
    """A link that is about to be opened in another tab leads to the same section and query."""
    page.goto(f"{address}en/1006/?from=log#fix")
    switch = page.locator(".languages").get_by_role("link", name="Français")

    switch.dispatch_event("pointerdown")

    expect(switch).to_have_attribute("href", f"{address}fr/1006/?from=log#fix")


def test_choice_is_remembered_for_the_root_only(page: Page, address: str) -> None:
    """Once somebody chose French, the root leads there; an English address stays English."""
    page.goto(f"{address}en/1006/")
    page.locator(".languages").get_by_role("link", name="Français").click()
    expect(page).to_have_url(f"{address}fr/1006/")

    page.goto(address)
    expect(page).to_have_url(f"{address}fr/")
    page.goto(f"{address}en/1012/")

    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert f"{address}en/1012/" == page.url


def test_offer_keeps_the_section(open_page: Callable[..., Page], address: str) -> None:
    """The offer of the other language leads to the section that is open, and is not made again."""
    page = open_page(locale="fr")
    page.goto(f"{address}en/1006/#fix")

    page.locator("aside.offer a").click()
    expect(page).to_have_url(f"{address}fr/1006/#fix")
    page.goto(f"{address}en/1012/")

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("aside.offer")).to_have_count(0)
