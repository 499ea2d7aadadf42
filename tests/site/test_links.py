"""Links of the real site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from closecodes.publish import MARKER


if TYPE_CHECKING:
    from tests.site.conftest import SitePage

BASE_URL = "https://closecodes.example/"


def _links(page: SitePage) -> Iterator[str]:
    for element in page.tree.iter():
        for name in ("href", "src"):
            link = element.get(name)
            if link and not link.startswith(("https:", "mailto:")):
                yield link


def _ids(page: SitePage) -> list[str]:
    return [id_ for element in page.tree.iter() if (id_ := element.get("id"))]


def test_every_link_leads_to_a_file(pages: dict[str, SitePage], built: Path) -> None:
    """Every internal link of every page leads to a file of the site."""
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}

    broken = [
        (page.file, link)
        for page in pages.values()
        for link in _links(page)
        if page.resolve(link) not in files
    ]

    assert [] == broken


def test_every_fragment_exists(pages: dict[str, SitePage]) -> None:
    """Every fragment of an internal link is the id of an element of its target."""
    ids = {file: set(_ids(page)) for file, page in pages.items()}

    broken = [
        (page.file, link)
        for page in pages.values()
        for link in _links(page)
        if "#" in link and link.partition("#")[2] not in ids[page.resolve(link)]
    ]

    assert [] == broken


def test_ids_are_unique(pages: dict[str, SitePage]) -> None:
    """No page uses an id twice."""
    repeated = [file for file, page in pages.items() if len(_ids(page)) != len(set(_ids(page)))]

    assert [] == repeated


def test_every_page_is_reached(pages: dict[str, SitePage]) -> None:
    """Every page but the 404 pages and the other orders is linked from another."""
    linked = {page.resolve(link) for page in pages.values() for link in _links(page)}

    lonely = {
        file
        for file, page in pages.items()
        if file not in linked and "404" not in file and 'http-equiv="refresh"' not in page.html
    }

    assert set() == lonely - {"index.html"}


def test_links_stay_relative(pages: dict[str, SitePage]) -> None:
    """Only the 404 pages name the address of the site in their links."""
    absolute = {
        page.file
        for page in pages.values()
        for anchor in page.tree.iter("a")
        if (anchor.get("href") or "").startswith(("/", BASE_URL))
    }

    assert {"404.html", "en/404.html", "fr/404.html"} == absolute


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, SitePage]) -> None:
    """No page loads a style sheet, image or script from another host."""
    loaded = [
        (page.file, address)
        for page in pages.values()
        for element in page.tree.iter()
        if element.tag in {"link", "script", "img", "iframe"}
        and element.get("rel") not in {"canonical", "alternate"}
        if (address := element.get("href") or element.get("src") or "").startswith("http")
        and not address.startswith(BASE_URL)
    ]

    assert [] == loaded


def test_all_files_of_the_issue_are_there(built: Path) -> None:
    """There are 19 codes, 171 comparisons and 171 other orders in each language."""
    for language in ("en", "fr"):
        codes = [path for path in (built / language).iterdir() if path.name.isdigit()]
        pairs = [path for path in (built / language / "compare").iterdir() if path.is_dir()]

        assert 19 == len(codes)
        assert 342 == len(pairs)
    assert (built / MARKER).is_file()
