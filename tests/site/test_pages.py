"""What every page of the real site has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from tests.site.conftest import SitePage

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


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _alternates(page: SitePage) -> dict[str, str]:
    links = page.tree.findall("head/link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang", ""): link.get("href", "") for link in links}


def test_one_main_heading(pages: dict[str, SitePage]) -> None:
    """Every page has exactly one h1."""
    counts = {file: len(list(page.tree.iter("h1"))) for file, page in pages.items()}

    assert {} == {file: count for file, count in counts.items() if count != 1}


def test_language_is_declared(pages: dict[str, SitePage]) -> None:
    """The root element names the language of the folder the page lies in."""
    wrong = [file for file, page in pages.items() if page.language and page.tree.get("lang") != page.language]

    assert [] == wrong


def test_landmarks(full_pages: list[SitePage]) -> None:
    """Every page has one main, and every page in a language a header, a footer and a skip link to main."""
    for page in full_pages:
        assert 1 == len(list(page.tree.iter("main"))), page.file
        if page.language:
            assert "#main" == page.find("body/a[@class='skip']").get("href")
            assert page.find("body/header") is not None
            assert page.find("body/footer") is not None


def test_titles_and_descriptions_are_unique(full_pages: list[SitePage]) -> None:
    """No two pages of a language have the same title, and each has a description of a fair length."""
    for language in ("en", "fr"):
        own = [page for page in full_pages if page.language == language]
        titles = [_text(page.find("head/title")) for page in own]
        descriptions = [page.find("head/meta[@name='description']").get("content", "") for page in own]

        assert len(titles) == len(set(titles))
        assert [] == [text for text in descriptions if not 40 <= len(text) <= 320]


def test_canonical_is_the_page_itself(full_pages: list[SitePage]) -> None:
    """The canonical address of a page is its own; 404 pages have none and are not indexed."""
    for page in full_pages:
        canonical = page.tree.find("head/link[@rel='canonical']")
        if page.file.endswith("404.html"):
            assert canonical is None
            assert "noindex" == page.find("head/meta[@name='robots']").get("content")
        else:
            assert canonical is not None
            assert BASE_URL + page.address == canonical.get("href")


def test_translations_name_each_other(full_pages: list[SitePage]) -> None:
    """Alternates are complete, reciprocal, lead to pages in their language, and have an x-default."""
    by_address = {BASE_URL + page.address: page for page in full_pages}
    for page in full_pages:
        if page.file.endswith("404.html"):
            continue
        alternates = _alternates(page)

        assert {"en", "fr", "x-default"} == set(alternates)
        assert page.language is None or BASE_URL + page.address == alternates[page.language]
        for language in ("en", "fr"):
            other = by_address[alternates[language]]
            assert language == other.tree.get("lang")
            assert alternates == _alternates(other)


def test_language_switch_keeps_the_page(full_pages: list[SitePage]) -> None:
    """The switch of a page leads to the same page in the other language, under that language's own name."""
    names = {"en": "Français", "fr": "English"}
    for page in full_pages:
        if not page.language:
            continue
        link = page.find("body/header/nav[@class='languages']/ul/li/a")
        other = {"en": "fr", "fr": "en"}[page.language]

        assert names[page.language] == _text(link)
        assert (other, other, "no") == (link.get("lang"), link.get("hreflang"), link.get("translate"))
        if not page.file.endswith("404.html"):
            assert page.file.replace(f"{page.language}/", f"{other}/", 1) == page.resolve(
                link.get("href", "")
            )


def test_both_languages_have_the_same_ids(pages: dict[str, SitePage]) -> None:
    """A page and its translation have the same ids, so that links to sections survive the switch."""
    for file, page in pages.items():
        if page.language == "en":
            ids = [element.get("id") for element in page.tree.iter() if element.get("id")]
            other = pages[file.replace("en/", "fr/", 1)]

            assert ids == [element.get("id") for element in other.tree.iter() if element.get("id")], file


@pytest.mark.parametrize("language", ["en", "fr"])
def test_comparison_headings_stand_in_order(pages: dict[str, SitePage], language: str) -> None:
    """Every comparison has the five sections of the design, in their order, with their ids."""
    for file, page in pages.items():
        if "/compare/" not in file or 'class="comparison"' not in page.html or page.language != language:
            continue
        sections = page.tree.findall("body/main/section/h2")
        titles = [_text(heading).removesuffix("#").strip() for heading in sections]

        assert HEADINGS[language] == titles[:5], file
        assert ["description", "when", "fix", "differences", "which"] == [h.get("id") for h in sections[:5]]


def test_differences_repeat_no_description(pages: dict[str, SitePage]) -> None:
    """No sentence of a description or of “when you see it” stands again among the key differences."""
    for page in pages.values():
        if 'class="comparison"' not in page.html:
            continue
        texts = {
            h2.get("id"): section for section in page.tree.iter("section") for h2 in section.findall("h2")
        }
        told = {_text(p) for name in ("description", "when") for p in texts[name].iter("p")}
        differences = [_text(li) for li in texts["differences"].findall("ol/li")]

        assert differences, page.file
        assert len(differences) == len(set(differences)), page.file
        assert not [text for text in differences if any(text in one or one in text for one in told)], (
            page.file
        )


def test_improve_link_names_file_and_line(pages: dict[str, SitePage]) -> None:
    """The page of a code links to the line of its record that holds the number."""
    link = pages["fr/1012/index.html"].find("body/main/p[@class='improve']/a").get("href")

    assert (
        "https://github.com/closecodes/closecodes/blob/main/content/families/websocket/1012.yaml#L2" == link
    )


def test_other_order_forwards_at_once(pages: dict[str, SitePage]) -> None:
    """The page of the other order forwards at once and is canonical to the first."""
    page = pages["fr/compare/1012-vs-1000/index.html"]

    refresh = page.find("head/meta[@http-equiv='refresh']").get("content")
    canonical = page.find("head/link[@rel='canonical']").get("href")

    assert "0; url=../../../fr/compare/1000-vs-1012/" == refresh
    assert f"{BASE_URL}fr/compare/1000-vs-1012/" == canonical


def test_unconfirmed_facts_are_shown_as_such(pages: dict[str, SitePage]) -> None:
    """What no opened source backs is marked on the page, in the page's language."""
    assert "unconfirmed" in pages["en/3000/index.html"].html
    assert "non confirmé" in pages["fr/3000/index.html"].html
    assert (
        "unconfirmed"
        not in pages["en/1012/index.html"].html.partition("<main")[2].partition('id="sources"')[0]
    )


def test_restart_gives_its_delay_and_source(pages: dict[str, SitePage]) -> None:
    """1012 gives 5 to 30 seconds at random in both languages and links to the source of the delay."""
    for language, delay in (
        ("en", "5 to 30 seconds at random"),
        ("fr", "5 à 30\u00a0secondes, au hasard"),
    ):
        answer = pages[f"{language}/1012/index.html"].find("body/main/section[@class='answer']/dl/div[3]/dd")

        assert delay in "".join(answer.itertext())
        assert ["#source-spring-close-status"] == [link.get("href") for link in answer.iter("a")]
