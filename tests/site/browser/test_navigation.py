"""The site leads where it promises, by pointer and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


def test_switch_keeps_the_page_and_the_section(page: Page, address: str) -> None:
    """The switch on a comparison leads to the same section of the same comparison in the other language."""
    page.goto(f"{address}en/compare/1000-vs-1012/#differences")

    page.get_by_role("link", name="Français", exact=True).click()

    expect(page).to_have_url(f"{address}fr/compare/1000-vs-1012/#differences")
    assert "fr" == page.locator("html").get_attribute("lang")


def test_offer_of_the_other_language_can_be_dismissed(open_page: Callable[..., Page], address: str) -> None:
    """A browser that prefers French is offered the French page in French, and not again after a refusal."""
    page = open_page(locale="fr-CA")
    page.goto(f"{address}en/1006/")
    offer = page.locator("aside.offer")

    assert f"{address}en/1006/" == page.url
    assert "fr" == offer.get_attribute("lang")
    offer.get_by_role("button").click()
    page.goto(f"{address}en/1012/")

    expect(page.locator("h1")).to_be_visible()
    expect(offer).to_have_count(0)


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


@pytest.mark.parametrize("language", ["en", "fr"])
def test_menu_of_a_phone_leads_to_all_sections(
    open_page: Callable[..., Page], address: str, language: str
) -> None:
    """On a phone, a link of the header leads to the list of sections at the end, the first of which is next."""
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}{language}/1006/")

    page.get_by_role("link", name="Menu").press("Enter")
    page.keyboard.press("Tab")

    assert f"{address}{language}/compare/" == page.locator(":focus").evaluate("element => element.href")
    expect(page.locator("#menu")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_unknown_address_shows_the_page_of_its_language(page: Page, address: str, language: str) -> None:
    """What is nowhere answers with 404 and leads on, with the look of the site, which comes from its own address."""
    response = page.goto(f"{address}{language}/9999/")

    assert response is not None
    assert 404 == response.status
    expect(page.locator(f"main a[href$='/{language}/ranges/']").first).to_be_visible()
    brand = page.locator("a.brand")
    assert "none" == brand.evaluate("element => getComputedStyle(element).textDecorationLine")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_answer_stands_above_the_fold_of_a_phone(
    open_page: Callable[..., Page], address: str, language: str
) -> None:
    """On a phone, what happened, who closed, whether to reconnect and what to check are read without scrolling."""
    page = open_page(viewport={"width": 390, "height": 844}, locale=language)
    page.goto(f"{address}{language}/1006/")

    bottoms = [
        box["y"] + box["height"]
        for row in page.locator(".answer dl > div").all()
        if (box := row.bounding_box())
    ]

    assert 4 == len(bottoms)
    assert bottoms[-1] <= 844


def test_comparisons_are_stepped_through(page: Page, address: str) -> None:
    """Each comparison leads, by names that say so, to the next of its first code and back to the one before."""
    page.goto(f"{address}fr/compare/1000-vs-1012/")

    page.get_by_role("navigation", name="Comparaisons de 1000").get_by_role(
        "link", name="Comparaison suivante : 1000 ou 1013", exact=True
    ).click()
    expect(page).to_have_url(f"{address}fr/compare/1000-vs-1013/")
    page.get_by_role("link", name="Comparaison précédente : 1000 ou 1012", exact=True).press("Enter")

    expect(page).to_have_url(f"{address}fr/compare/1000-vs-1012/")


def test_link_to_a_program_opens_its_error_texts(page: Page, address: str) -> None:
    """An address that leads to a program shows what it prints; the others stay closed."""
    page.goto(f"{address}en/errors/")
    expect(page.locator("details[open]")).to_have_count(0)

    page.locator("#ws a.self").click()

    expect(page.locator("details[open]")).to_have_count(1)
    expect(page.locator("#ws-1")).to_be_visible()


def test_address_of_a_program_opens_its_error_texts(page: Page, address: str) -> None:
    """So does an address that is opened in a new page, such as one of the results of the field."""
    page.goto(f"{address}fr/errors/#ws")

    expect(page.locator("details[open]")).to_have_count(1)
    expect(page.locator("#ws-1")).to_be_visible()
