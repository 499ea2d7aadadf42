"""Choosing two codes, reading their comparison, taking it along."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from benchmarks.reading.kinds import LANGUAGES
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("language", LANGUAGES)
def test_picker_leads_to_the_comparison(page: Page, address: str, language: str) -> None:
    """Two lists lead to a comparison, whichever of the two codes is chosen first."""
    page.goto(f"{address}{language}/compare/")
    first, second = page.locator("form.picker select").all()

    first.select_option("1012")
    second.select_option("1000")
    page.locator("form.picker button").press("Enter")

    expect(page).to_have_url(f"{address}{language}/compare/1000-vs-1012/")


def test_picker_offers_only_what_is_compared(page: Page, address: str) -> None:
    """Once the first code is chosen, the second list leaves out those that it is not compared with."""
    page.goto(f"{address}en/compare/")

    page.locator("select[name=first]").select_option("discord-4004")

    other = page.locator("select[name=second]")
    expect(other.locator("option[value='1000']")).to_be_disabled()
    expect(other.locator("option[value='discord-4004']")).to_be_disabled()
    expect(other.locator("option[value='1008']")).to_be_enabled()
    expect(other.locator("option[value='discord-voice-4004']")).to_be_enabled()
    expect(other).to_have_value(re.compile("^discord"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_comparison_is_copied_as_markdown(
    open_page: Callable[..., Page], address: str, language: str
) -> None:
    """What is copied is a title with the address, the sentence that tells both apart, and the facts that differ."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"], locale=language)
    page.goto(f"{address}{language}/compare/1000-vs-1012/")

    page.locator("#differences ~ button.copy").click()

    title, sentence, table = page.evaluate("navigator.clipboard.readText()").rstrip("\n").split("\n\n")
    assert title.startswith("**[")
    assert title.endswith(f"]({address}{language}/compare/1000-vs-1012/)**")
    assert sentence == page.locator(".lead > p").first.inner_text()
    head, line, *rows = table.split("\n")
    assert "| --- | --- | --- |" == line
    assert head.endswith("| 1000 | 1012 |")
    assert page.locator("tr.differs").count() == len(rows)
    assert "≠" not in table


def test_same_comparison_of_other_codes(page: Page, address: str) -> None:
    """A comparison leads to others of its two codes, and tells which one of them is open."""
    page.goto(f"{address}fr/compare/1000-vs-1012/")

    more = page.locator("section.more")

    expect(more.locator("[aria-current=page]").first).to_have_text("1012")
    more.get_by_role("link", name="1013").click()
    expect(page).to_have_url(f"{address}fr/compare/1012-vs-1013/")


def test_names_stay_in_sight_on_a_phone(open_page: Callable[..., Page], address: str) -> None:
    """On a phone, the code that a text is about stays at the top of the screen while the text scrolls by."""
    page = open_page(viewport={"width": 390, "height": 500})
    page.goto(f"{address}en/compare/1000-vs-1012/")
    side = page.locator("#fix ~ .pair .one").first

    side.evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY + 120)")

    box = side.locator("h3").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 1
