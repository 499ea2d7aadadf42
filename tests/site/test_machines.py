"""What the real site says to other programs: metadata, cards, feeds and data lead somewhere and can be read."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from PIL import Image

from closecodes.addresses import file_of
from closecodes.model import CloseCode, Pair, Site
from closecodes.pages import PageKind
from closecodes.plan import plan_pages
from closecodes.render.policy import CONTENT_SECURITY_POLICY, policy_with


if TYPE_CHECKING:
    from tests.site.conftest import SitePage

BASE_URL = "https://closecodes.example/"
_LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_PROPERTY = re.compile(r'<meta property="([^"]+)" content="([^"]*)">')
_SCRIPT = re.compile(r"<script([^>]*)>")


def _properties(page: SitePage) -> dict[str, str]:
    return dict(_PROPERTY.findall(page.head))


def _graph(page: SitePage) -> list[dict[str, Any]]:
    found = _LINKED.findall(page.html)
    assert len(found) <= 1, page.file
    return [entry for data in found for entry in json.loads(data)["@graph"]]


def _addresses(value: object) -> list[str]:
    """Return every address of our own in a value of JSON."""
    if isinstance(value, dict):
        return [address for part in value.values() for address in _addresses(part)]
    if isinstance(value, list):
        return [address for part in value for address in _addresses(part)]
    return [value] if isinstance(value, str) and value.startswith(BASE_URL) else []


def _is_there(built: Path, address: str) -> bool:
    path = urlsplit(address.removeprefix(BASE_URL)).path
    return (built / file_of(path)).is_file()


def test_policy(full_pages: list[SitePage]) -> None:
    """Every page has the policy before anything that it forbids, and no script or style of its own."""
    for page in full_pages:
        lost = page.plan.kind is PageKind.NOT_FOUND
        policy = policy_with(BASE_URL.rstrip("/")) if lost else CONTENT_SECURITY_POLICY
        policy = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        assert page.head.index(policy) < page.head.index("<title>"), page.file
        scripts = _SCRIPT.findall(page.html)
        assert all(" src=" in script or "application/ld+json" in script for script in scripts), page.file
        assert "<style" not in page.html, page.file
        assert not [name for _, attributes in page.elements() for name in attributes if name == "style"], (
            page.file
        )


def test_cards(full_pages: list[SitePage], built: Path) -> None:
    """Every page that may be found has a title, a sentence and a card for those who share it."""
    for page in full_pages:
        if page.plan.kind is PageKind.NOT_FOUND:
            continue
        properties = _properties(page)
        assert {"og:title", "og:description", "og:image", "og:url", "og:type"} <= properties.keys(), page.file
        assert properties["og:url"] == BASE_URL + page.address
        assert _is_there(built, properties["og:image"]), page.file


def test_own_cards(pages: dict[str, SitePage]) -> None:
    """Codes and comparisons that a person wrote have cards of their own, in the language of the page."""
    for page in pages.values():
        subject = page.plan.subject
        own = page.plan.kind is PageKind.CODE or (
            page.plan.kind is PageKind.COMPARISON and isinstance(subject, Pair) and subject.authored
        )
        if own:
            assert _properties(page)["og:image"] == f"{BASE_URL}{page.address}card.png"


def test_card_files(site: Site, built: Path) -> None:
    """Cards are pictures of the size that was told, and small."""
    cards = [page for page in plan_pages(site) if page.kind is PageKind.CARD]

    assert len(cards) == 2 * (1 + len(site.codes) + len(site.comparisons))
    for page in cards:
        data = (built / page.file).read_bytes()
        assert len(data) < 40_000, page.file
        assert (1200, 630) == Image.open(io.BytesIO(data)).size


def test_linked_data(pages: dict[str, SitePage], built: Path) -> None:
    """The data of every page can be read, and every address of ours in it is there."""
    known: set[str] = set()
    for page in pages.values():
        for address in set(_addresses(_graph(page))) - known:
            assert _is_there(built, address), (page.file, address)
            known.add(address)


@pytest.mark.parametrize(
    ("file", "types"),
    [
        ("en/1012/index.html", ["TechArticle", "DefinedTerm", "BreadcrumbList"]),
        ("fr/discord/4004/index.html", ["TechArticle", "DefinedTerm", "BreadcrumbList"]),
        ("fr/discord/index.html", ["DefinedTermSet", "BreadcrumbList"]),
        ("en/compare/1000-vs-1012/index.html", ["TechArticle", "BreadcrumbList"]),
        ("fr/compare/1000-vs-1005/index.html", ["TechArticle", "BreadcrumbList"]),
        ("en/guides/diagnosing-1006/index.html", ["TechArticle", "BreadcrumbList"]),
        ("fr/glossary/index.html", ["DefinedTermSet", "BreadcrumbList"]),
    ],
)
def test_types(pages: dict[str, SitePage], file: str, types: list[str]) -> None:
    """Pages say what they are."""
    assert types == [entry["@type"] for entry in _graph(pages[file])]


def test_translations(pages: dict[str, SitePage]) -> None:
    """The English page is the original, and both sides say so."""
    english, *_ = _graph(pages["en/compare/1000-vs-1005/index.html"])
    french, *_ = _graph(pages["fr/compare/1000-vs-1005/index.html"])

    assert [french["@id"]] == [work["@id"] for work in english["workTranslation"]]
    assert english["@id"] == french["translationOfWork"]["@id"]
    assert ("en", "fr") == (english["inLanguage"], french["inLanguage"])


def test_terms(pages: dict[str, SitePage], site: Site) -> None:
    """A family is a set of terms, and the page of each code defines one of them."""
    terms, *_ = _graph(pages["fr/websocket/index.html"])
    defined = {term["@id"]: term for term in terms["hasDefinedTerm"]}

    assert len(site.registered) == len(defined)
    for code in site.registered:
        _, term, _ = _graph(pages[f"fr/{code.number}/index.html"])
        assert defined[term["@id"]] == term
        assert term["inDefinedTermSet"]["@id"] == terms["@id"]


def test_api(built: Path, site: Site) -> None:
    """Every address of the API is there, and every code has a file."""
    files = sorted((built / "api/v1").rglob("*.json"))

    assert len(site.codes) == len([path for path in files if path.parent.name == "codes"])
    addresses = {address for path in files for address in _addresses(json.loads(path.read_bytes()))}
    assert [] == [one for one in sorted(addresses) if "{id}" not in one and not _is_there(built, one)]


def test_redirects(built: Path) -> None:
    """Redirects lead to files of the site, and away from none."""
    for line in (built / "_redirects").read_text(encoding="utf-8").splitlines():
        source, target, _ = line.split(" ")
        assert _is_there(built, BASE_URL + target.removeprefix("/")), line
        assert not (built / file_of(source.removeprefix("/"))).is_file(), line


def test_subjects(site: Site) -> None:
    """A card stands beside the page of its code."""
    addresses = {page.address for page in plan_pages(site) if page.kind is PageKind.CODE}
    cards = [
        page
        for page in plan_pages(site)
        if page.kind is PageKind.CARD and isinstance(page.subject, CloseCode)
    ]

    assert addresses == {page.address.removesuffix("card.png") for page in cards}
