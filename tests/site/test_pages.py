"""What every page of the real site has."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from closecodes.compare import compare
from closecodes.model import Pair
from closecodes.plan import PageKind


if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from tests.site.conftest import SitePage

    Pages = dict[str, SitePage]

BASE_URL = "https://closecodes.example/"
HEADINGS = {
    "en": ["Description", "When you see it", "How to fix it", "Key differences", "When to use which"],
    "fr": [
        "Description",
        "Quand vous le voyez",
        "Comment résoudre",
        "Différences clés",
        "Quand utiliser lequel",
    ],
}


LISTS_BY_NAME = {
    PageKind.START,
    PageKind.COMPARE_INDEX,
    PageKind.ERRORS,
    PageKind.FIND,
    PageKind.GLOSSARY,
    PageKind.GUIDES,
}
"""Kinds of pages that are in the order of their language."""


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _alternates(page: SitePage) -> dict[str, str]:
    return {
        of["hreflang"]: of["href"] for of in page.head_links if of["rel"] == "alternate" and "hreflang" in of
    }


def test_one_main_heading(pages: Pages) -> None:
    """Every page has exactly one h1 and one main."""
    wrong = {
        file: (page.html.count("<h1"), page.html.count("<main"))
        for file, page in pages.items()
        if (page.html.count("<h1"), page.html.count("<main")) != (1, 1)
    }

    assert {} == wrong


def test_language_is_declared(pages: Pages) -> None:
    """The root element names the language of the page."""
    wrong = [
        file
        for file, page in pages.items()
        if page.language
        and not page.head.startswith(f'<!doctype html>\n<html lang="{page.language}" dir="ltr"')
    ]

    assert [] == wrong


def test_landmarks(full_sample: list[SitePage]) -> None:
    """Every page in a language has a header, a footer and a skip link to its main part."""
    for page in full_sample:
        if page.language:
            assert "#main" == page.find("body/a[@class='skip']").get("href")
            assert "main" == page.find("body/main").get("id")
            assert page.find("body/header") is not None
            assert page.find("body/footer") is not None


def test_headings_skip_no_level(full_sample: list[SitePage]) -> None:
    """Below a heading stands one of the next level, never of a deeper one."""
    for page in full_sample:
        levels = [int(tag[1]) for tag, _ in page.elements() if re.fullmatch("h[1-6]", tag)]

        assert [] == [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1], page.file


@pytest.mark.parametrize("language", ["en", "fr"])
def test_titles_are_unique(full_pages: list[SitePage], language: str) -> None:
    """No two pages of a language have the same title."""
    titles = Counter(page.title for page in full_pages if page.language == language)

    assert [] == [title for title, count in titles.items() if count > 1]


def test_descriptions_have_a_fair_length(full_pages: list[SitePage]) -> None:
    """Every page is described in 40 to 320 characters."""
    lengths = {page.file: len(page.meta.get("description", "")) for page in full_pages}

    assert {} == {file: length for file, length in lengths.items() if not 40 <= length <= 320}


def test_canonical_is_the_page_itself(full_pages: list[SitePage]) -> None:
    """The canonical address of a page is its own; 404 pages have none and are not indexed."""
    for page in full_pages:
        canonical = [of["href"] for of in page.head_links if of["rel"] == "canonical"]
        if page.plan.kind is PageKind.NOT_FOUND:
            assert [] == canonical
            assert "noindex" == page.meta["robots"]
        else:
            assert [BASE_URL + page.address] == canonical
            assert "robots" not in page.meta


def test_translations_name_each_other(full_pages: list[SitePage]) -> None:
    """Alternates are complete, reciprocal, lead to pages in their language, and have an x-default."""
    by_address = {BASE_URL + page.address: page for page in full_pages}
    named = {address: _alternates(page) for address, page in by_address.items()}
    for address, page in by_address.items():
        if page.plan.kind is PageKind.NOT_FOUND:
            continue
        alternates = named[address]

        assert {"en", "fr", "x-default"} == set(alternates)
        assert page.language is None or address == alternates[page.language]
        assert ["en", "fr"] == [by_address[alternates[language]].language for language in ("en", "fr")]
        assert alternates == named[alternates["en"]] == named[alternates["fr"]]


def test_language_switch_keeps_the_page(full_sample: list[SitePage]) -> None:
    """The switch of a page leads to the same page in the other language, under that language's own name."""
    names = {"en": "Français", "fr": "English"}
    for page in full_sample:
        if not page.language:
            continue
        link = page.find("body/header/nav[@class='languages']/ul/li/a")
        other = {"en": "fr", "fr": "en"}[page.language]

        assert names[page.language] == _text(link)
        assert (other, other, "no") == (link.get("lang"), link.get("hreflang"), link.get("translate"))
        if page.plan.kind is not PageKind.NOT_FOUND:
            assert page.file.replace(f"{page.language}/", f"{other}/", 1) == page.resolve(
                link.get("href", "")
            )


def test_both_languages_have_the_same_ids(pages: Pages) -> None:
    """A page and its translation have the same ids, so that links to sections survive the switch.

    What is in the order of the alphabet has them in another order, and letters of its own.
    """
    for file, page in pages.items():
        if page.language == "en":
            both = [page.ids, pages[file.replace("en/", "fr/", 1)].ids]
            if page.plan.kind in LISTS_BY_NAME:
                both = [sorted(id_ for id_ in ids if not id_.startswith("letter-")) for ids in both]

            assert both[0] == both[1], file


@pytest.mark.parametrize("language", ["en", "fr"])
def test_comparison_headings_stand_in_order(compared: list[SitePage], language: str) -> None:
    """Every comparison has the five sections of the design, in their order, with their ids."""
    for page in compared:
        if page.language != language:
            continue
        sections = page.tree.findall("body/main/section/h2")
        titles = [_text(heading).removesuffix("#").strip() for heading in sections]

        assert HEADINGS[language] == titles[:5], page.file
        assert ["description", "when", "fix", "differences", "which"] == [h.get("id") for h in sections[:5]]


def test_differences_repeat_no_description(compared: list[SitePage]) -> None:
    """Key differences are one sentence for each fact that tells the codes apart, and repeat no description."""
    for page in compared:
        assert isinstance(page.plan.subject, Pair)
        texts = {
            h2.get("id"): section for section in page.tree.iter("section") for h2 in section.findall("h2")
        }
        told = {_text(p) for name in ("description", "when") for p in texts[name].iter("p")}
        differences = [_text(li) for li in texts["differences"].findall("ol[@class='differences']/li")]

        expected = sum(verdict.tells_apart for verdict in compare(page.plan.subject))
        assert expected == len(differences), page.file
        assert len(differences) == len(set(differences)), page.file
        assert not [text for text in differences if any(text in one or one in text for one in told)], (
            page.file
        )


def _steps(page: SitePage) -> dict[str, str]:
    """Return the file behind each step to another comparison, by its ``rel``."""
    ways = [of for tag, of in page.elements() if tag == "a" and of.get("rel") in {"prev", "next"}]
    return {of["rel"]: page.resolve(of["href"]) for of in ways}


def test_comparisons_lead_to_those_beside_them(pages: Pages) -> None:
    """The next comparison leads back to the one before; all with the same first code make one row in each family."""
    compared = [page for page in pages.values() if page.plan.kind is PageKind.COMPARISON]
    steps = {page.file: _steps(page) for page in compared}
    rows = Counter(
        (page.language, pair.first.id, pair.first.family == pair.second.family)
        for page in compared
        if isinstance(pair := page.plan.subject, Pair)
    )

    assert {"next"} == steps["en/compare/1000-vs-1001/index.html"].keys()
    assert "en/compare/1000-vs-1011/index.html" == steps["en/compare/1000-vs-1012/index.html"]["prev"]
    assert sum(rows.values()) - len(rows) == sum("next" in ways for ways in steps.values())
    for file, ways in steps.items():
        if "next" in ways:
            assert file == steps[ways["next"]]["prev"]


def test_improve_link_names_file_and_line(pages: Pages) -> None:
    """The page of a code links to the line of its record that holds the number."""
    link = pages["fr/1012/index.html"].find("body/main/p[@class='improve']/a").get("href")

    assert (
        "https://github.com/closecodes/closecodes/blob/main/content/families/websocket/1012.yaml#L2" == link
    )


def test_other_order_forwards_at_once(pages: Pages) -> None:
    """The page of the other order forwards at once and is canonical to the first."""
    page = pages["fr/compare/1012-vs-1000/index.html"]

    refresh = page.find("head/meta[@http-equiv='refresh']").get("content")
    canonical = page.find("head/link[@rel='canonical']").get("href")

    assert "0; url=../../../fr/compare/1000-vs-1012/" == refresh
    assert f"{BASE_URL}fr/compare/1000-vs-1012/" == canonical


def test_unconfirmed_facts_are_shown_as_such(pages: Pages) -> None:
    """What no opened source backs is marked on the page, in the page's language."""
    assert "unconfirmed" in pages["en/3000/index.html"].html
    assert "non confirmé" in pages["fr/3000/index.html"].html
    assert (
        "unconfirmed"
        not in pages["en/1012/index.html"].html.partition("<main")[2].partition('id="sources"')[0]
    )


def test_restart_gives_its_delay_and_source(pages: Pages) -> None:
    """1012 gives 5 to 30 seconds at random in both languages and links to the source of the delay."""
    for language, delay in (
        ("en", "5 to 30 seconds at random"),
        ("fr", "5 à 30\u00a0secondes, au hasard"),
    ):
        answer = pages[f"{language}/1012/index.html"].find("body/main/section[@class='answer']/dl/div[3]/dd")

        assert delay in "".join(answer.itertext())
        assert ["#source-spring-close-status"] == [link.get("href") for link in answer.iter("a")]
