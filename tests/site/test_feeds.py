"""Feeds, lists and texts of the real site: valid in form, and every address of theirs is there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from closecodes.addresses import file_of
from closecodes.model import Site
from closecodes.pages import PageKind
from closecodes.plan import plan_pages


if TYPE_CHECKING:
    from tests.site.conftest import SitePage

BASE_URL = "https://closecodes.example/"
_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_LINK = re.compile(r"\]\((https://closecodes\.example/[^)\s]*)\)")
LANGUAGES = ["en", "fr"]


def _xml(path: Path) -> ElementTree.Element:
    return ElementTree.fromstring(path.read_bytes())  # noqa: S314 - our own


def _is_there(built: Path, address: str) -> bool:
    assert address.startswith(BASE_URL), address
    return (built / file_of(urlsplit(address.removeprefix(BASE_URL)).path)).is_file()


@pytest.mark.parametrize("language", LANGUAGES)
class TestFeed:
    """Tests of the Atom feeds (RFC 4287)."""

    def test_feed(self, built: Path, language: str) -> None:
        """A feed has all that the format wants of one, and names itself and the page it belongs to."""
        feed = _xml(built / language / "feed.xml")

        assert f"{_ATOM}feed" == feed.tag
        for name in ("id", "title", "updated"):
            assert len(feed.findall(f"{_ATOM}{name}")) == 1
        assert feed.findtext(f"{_ATOM}author/{_ATOM}name") == "closecodes"
        links = {link.get("rel"): link.get("href", "") for link in feed.findall(f"{_ATOM}link")}
        assert f"{BASE_URL}{language}/feed.xml" == links["self"]
        assert _is_there(built, links["alternate"])

    def test_entries(self, built: Path, language: str, site: Site) -> None:
        """Each entry has an id of its own, a title, a time and a page; the feed is as old as the latest."""
        feed = _xml(built / language / "feed.xml")
        entries = feed.findall(f"{_ATOM}entry")

        assert len(site.changes) == len(entries) == len({entry.findtext(f"{_ATOM}id") for entry in entries})
        for entry in entries:
            assert entry.findtext(f"{_ATOM}title")
            assert _TIME.fullmatch(entry.findtext(f"{_ATOM}updated") or "")
            assert (
                len([link for link in entry.findall(f"{_ATOM}link") if link.get("rel") == "alternate"]) == 1
            )
            assert all(_is_there(built, link.get("href", "")) for link in entry.findall(f"{_ATOM}link"))
        assert feed.findtext(f"{_ATOM}updated") == max(
            entry.findtext(f"{_ATOM}updated") or "" for entry in entries
        )

    def test_linked(self, pages: dict[str, SitePage], built: Path, language: str) -> None:
        """Every page of the language leads to the feed."""
        page = pages[f"{language}/1012/index.html"]
        (link,) = [link for link in page.head_links if link.get("type") == "application/atom+xml"]

        assert (built / language / "1012" / link["href"]).resolve() == built / language / "feed.xml"

    def test_anchors(self, pages: dict[str, SitePage], language: str, site: Site) -> None:
        """Each entry has a place on the page of changes."""
        assert {change.id for change in site.changes} <= set(pages[f"{language}/changes/index.html"].ids)


def test_sitemap(built: Path, site: Site) -> None:
    """The sitemap leads to files of the site only; days are those that somebody noted."""
    urls = list(_xml(built / "sitemap.xml"))

    assert [] == [url.findtext(f"{_SITEMAP}loc") for url in urls if not _is_there(built, url[0].text or "")]
    days = {url.findtext(f"{_SITEMAP}lastmod") for url in urls} - {None}
    assert days == {str(change.date) for change in site.changes}


@pytest.mark.parametrize("language", LANGUAGES)
def test_opensearch(built: Path, language: str) -> None:
    """Browsers that add the site as a search engine ask the find page."""
    description = _xml(built / language / "opensearch.xml")

    assert 0 < len(description.findtext(f"{_OPENSEARCH}ShortName") or "") <= 16
    (url, _) = description.findall(f"{_OPENSEARCH}Url")
    assert url.get("template") == f"{BASE_URL}{language}/find/?q={{searchTerms}}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_web_manifest(built: Path, language: str) -> None:
    """Every address of the manifest is there, seen from the manifest."""
    path = built / language / "manifest.webmanifest"
    manifest = json.loads(path.read_bytes())

    assert all((path.parent / icon["src"]).is_file() for icon in manifest["icons"])
    assert (path.parent / manifest["start_url"] / "index.html").is_file()


@pytest.mark.parametrize("file", ["llms.txt", "en/llms.txt", "fr/llms.txt"])
def test_llms(built: Path, file: str, site: Site) -> None:
    """The list begins as the format wants it, and leads to every registered code as Markdown."""
    text = (built / file).read_text(encoding="utf-8")
    links = _LINK.findall(text)

    assert text.startswith("# closecodes\n\n> ")
    assert [] == [link for link in links if not _is_there(built, link)]
    assert all(any(link.endswith(f"/{code.number}/index.md") for link in links) for code in site.registered)
    assert not re.search(r"&\w+;|<[a-z]", text)


def test_texts(site: Site, built: Path, pages: dict[str, SitePage]) -> None:
    """What says a page again begins with its heading, says where it comes from, and leads to pages that are there."""
    texts = [page for page in plan_pages(site) if page.kind is PageKind.TEXT]
    known: set[str] = set()

    assert len(texts) > 2 * (len(site.codes) + len(site.comparisons) + len(site.guides))
    for page in texts:
        text = (built / page.file).read_text(encoding="utf-8")
        assert page.original
        assert f"\n<{BASE_URL}{page.original.address}> · CC BY 4.0\n" in text, page.file
        assert re.search(r"^# \S", text, re.MULTILINE), page.file
        assert not re.search(r"</?[a-z]+[ >]", re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)), (
            page.file
        )
        for link in set(_LINK.findall(text)) - known:
            assert _is_there(built, link), (page.file, link)
            known.add(link)
        assert {
            "rel": "alternate",
            "type": "text/markdown",
            "href": "index.md",
            "title": "Markdown",
        } in pages[page.original.file].head_links
