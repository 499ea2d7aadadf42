"""Without script, every page is read and every code is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from benchmarks.reading.kinds import KINDS, LANGUAGES, address_of
from playwright.sync_api import Page, expect


@pytest.fixture
def plain(open_page: Callable[..., Page]) -> Page:
    """Return a page in which no script runs."""
    return open_page(java_script_enabled=False)


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_read_without_script(plain: Page, address: str, kind: str) -> None:
    """Every kind of page shows its heading and its text."""
    plain.goto(address + address_of(kind, "fr"))

    expect(plain.locator("h1")).to_be_visible()
    expect(plain.locator("main")).to_contain_text(" ")


@pytest.mark.parametrize(("name", "language"), [("English", "en"), ("Français", "fr")])
def test_language_is_chosen_without_script(plain: Page, address: str, name: str, language: str) -> None:
    """The root leads to either language by a plain link."""
    plain.goto(address)

    plain.get_by_role("link", name=name).click()

    assert f"{address}{language}/" == plain.url


@pytest.mark.parametrize("language", LANGUAGES)
def test_field_leads_to_a_list_of_all_numbers(plain: Page, address: str, language: str) -> None:
    """The field is a form; it leads to a page from which the number is one link away."""
    plain.goto(f"{address}{language}/")

    plain.locator("#find").fill("1012")
    plain.locator("#find").press("Enter")
    plain.locator("main a[href$='/1012/']").first.click()

    assert f"{address}{language}/1012/" == plain.url


@pytest.mark.parametrize("language", LANGUAGES)
def test_error_text_is_found_without_script(plain: Page, address: str, language: str) -> None:
    """The page of error texts, one link away, shows what a program prints and leads to the code."""
    plain.goto(f"{address}{language}/")

    plain.locator("main a[href$='/errors/']").first.click()
    plain.locator("section", has=plain.locator("#python-websockets")).locator("summary").click()
    text = plain.locator("div", has=plain.get_by_text("keepalive ping timeout", exact=False)).last
    text.locator("a[href$='1011/']").first.click()

    assert f"{address}{language}/1011/" == plain.url


def test_link_to_an_error_text_opens_its_list(plain: Page, address: str) -> None:
    """What an address leads to is shown, though the lists of all programs are closed."""
    plain.goto(f"{address}en/errors/#python-websockets-2")

    expect(plain.locator("#python-websockets-2")).to_be_in_viewport()
    expect(plain.locator("#python-websockets-2 dd").first).to_be_visible()
    expect(plain.locator("#ws-1")).to_be_hidden()
