"""Links of the real site, those of every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import pytest

from closecodes.model import Site
from closecodes.plan import PageKind, plan_pages
from closecodes.publish import MARKER
from closecodes.search import BUNDLE
from closecodes.static import static_names


if TYPE_CHECKING:
    from tests.site.conftest import SitePage

    Pages = dict[str, SitePage]

BASE_URL = "https://closecodes.example/"
LINKS = {"href", "src", "action", "data-explanations", "data-find", "data-find-page", "data-guesses"}


def _internal(page: SitePage) -> Iterator[str]:
    """Yield the links of a page that lead to the site itself, relative ones and those of the 404 pages."""
    for _, link in page.links:
        if link.startswith(BASE_URL):
            yield "../" * page.file.count("/") + (link.removeprefix(BASE_URL) or "./")
        elif not link.startswith(("https:", "mailto:")):
            yield link


@pytest.fixture(name="files", scope="session")
def _files(built: Path) -> set[str]:
    """Return every file of the site."""
    return {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}


def test_every_planned_page_is_a_file(site: Site, files: set[str], project_files: set[str]) -> None:
    """The site has exactly the pages of the plan, the static files, the index of words and the marker."""
    planned = {page.file for page in plan_pages(site)}

    assert planned | project_files | {MARKER} == {file for file in files if f"/{BUNDLE}" not in file}


@pytest.fixture(name="project_files", scope="session")
def _project_files() -> set[str]:
    """Return the static files of the project, as the site has them."""
    return {f"static/{name}" for name in static_names(Path(__file__).resolve().parents[2] / "static")}


def test_every_link_leads_to_a_file(pages: Pages, files: set[str]) -> None:
    """Every internal link of every page leads to a file of the site."""
    broken = [
        (page.file, link)
        for page in pages.values()
        for link in _internal(page)
        if page.resolve(link) not in files
    ]

    assert [] == broken


def test_every_fragment_exists(pages: Pages) -> None:
    """Every fragment of an internal link is the id of an element of its target."""
    ids = {file: set(page.ids) for file, page in pages.items()}

    broken = [
        (page.file, link)
        for page in pages.values()
        for link in _internal(page)
        if "#" in link and link.partition("#")[2] not in ids[page.resolve(link)]
    ]

    assert [] == broken


def test_every_label_names_an_element(sample: list[SitePage]) -> None:
    """What an element names as its label or its description is on the same page."""
    names = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
    broken = [
        (page.file, id_)
        for page in sample
        for _, of in page.elements()
        for name in names
        for id_ in of.get(name, "").split()
        if id_ not in page.ids
    ]

    assert [] == broken


def test_ids_are_unique(pages: Pages) -> None:
    """No page uses an id twice."""
    repeated = [file for file, page in pages.items() if len(page.ids) != len(set(page.ids))]

    assert [] == repeated


def test_every_page_is_reached(pages: Pages) -> None:
    """Every page but the 404 pages and the other orders is linked from another."""
    linked = {
        target
        for page in pages.values()
        for tag, link in page.links
        if tag == "a" and not link.startswith("https:") and (target := page.resolve(link)) != page.file
    }

    lonely = {
        file
        for file, page in pages.items()
        if file not in linked and page.plan.kind not in {PageKind.NOT_FOUND, PageKind.FORWARD}
    }

    assert set() == lonely - {"index.html"}


def test_every_page_is_reached_in_its_language(pages: Pages) -> None:
    """Whoever stays in one language reaches every page of it by links and the form, but 404 and other orders."""
    for language in ("en", "fr"):
        seen = {f"{language}/index.html"}
        waiting = list(seen)
        while waiting:
            page = pages[waiting.pop()]
            followed = (link for tag, link in page.links if tag in {"a", "form"} and ":" not in link)
            targets = {page.resolve(link) for link in followed}
            new = {file for file in targets - seen if file in pages and pages[file].language == language}
            seen |= new
            waiting += new

        own = {
            file
            for file, page in pages.items()
            if page.language == language and page.plan.kind not in {PageKind.NOT_FOUND, PageKind.FORWARD}
        }
        assert set() == own - seen


def test_links_stay_relative(pages: Pages) -> None:
    """Only the 404 pages name the address of the site in what a reader follows."""
    absolute = {
        page.file
        for page in pages.values()
        for tag, link in page.links
        if tag in {"a", "form"} and link.startswith(("/", BASE_URL))
    }

    assert {"404.html", "en/404.html", "fr/404.html"} == absolute


def test_nothing_is_loaded_from_elsewhere(pages: Pages) -> None:
    """No page loads a style sheet, image or script from another host."""
    loading = {"link", "script", "img", "iframe", "source", "form"}
    loaded = [
        (page.file, link)
        for page in pages.values()
        for tag, link in page.links
        if tag in loading and "://" in link and not link.startswith(BASE_URL)
    ]

    assert [] == loaded


def test_other_sites_are_secure(pages: Pages) -> None:
    """Every link to another site is https."""
    open_links = {
        link for page in pages.values() for _, link in page.links if ":" in link and "://" in link[:8]
    }

    assert set() == {link for link in open_links if not link.startswith("https://")}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_pages_of_the_content_are_there(site: Site, built: Path, language: str) -> None:
    """In each language, each code, family, number and guide has a page, and each registered pair both orders."""
    folder = built / language
    codes = [
        f"{code.number}" if code.family == "websocket" else f"{code.family}/{code.number}"
        for code in site.codes.values()
    ]
    names = [
        *codes,
        *(family.id for family in site.families),
        *map(str, site.numbers),
        *(f"guides/{name}" for name in site.guides),
        *(
            f"compare/{one.id}-vs-{other.id}"
            for one in site.registered
            for other in site.registered
            if one is not other
        ),
    ]

    assert [] == [name for name in names if not (folder / name / "index.html").is_file()]


def test_quick_reading_is_that_of_a_parser(
    sample: list[SitePage], tree_texts: Callable[[Element], list[tuple[str, str | None]]]
) -> None:
    """Links, ids and texts that these tests read quickly are those that a parser of all HTML finds."""
    for page in sample[:: len(sample) // 60]:
        elements = [element for element in page.tree.iter() if isinstance(element.tag, str)]
        links = [
            (element.tag, element.get(name))
            for element in elements
            for name in element.keys()  # noqa: SIM118 - an element is no mapping
            if name in LINKS
        ]

        assert sorted(links) == sorted(page.links), page.file
        assert [element.get("id") for element in elements if element.get("id")] == page.ids
        assert tree_texts(page.tree) == list(page.texts())
