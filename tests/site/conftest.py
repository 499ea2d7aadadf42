"""The real site, built once for all tests that look at pages."""

from __future__ import annotations

import html
import posixpath
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

import html5lib
import pytest

from closecodes import pipeline
from closecodes.check import Checked
from closecodes.i18n import Language
from closecodes.model import Pair, Site
from closecodes.model.building import build_site
from closecodes.plan import Page, PageKind, plan_pages
from closecodes.project import Project, find_project
from closecodes.search import find_indexer


ROOT = Path(__file__).parents[2]
BASE_URL = "https://closecodes.example/"
_MANY = {PageKind.CODE: 80, PageKind.NUMBER: 40, PageKind.COMPARISON: 140, PageKind.FORWARD: 40}
"""How many pages a sample has of each kind of which there are many; it has all of the other kinds."""

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:[^<>\"]|\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r'([a-zA-Z][\w:-]*)(?:="([^"]*)")?')
_VOID = {"br", "circle", "hr", "img", "input", "link", "meta", "path"}
_SKIPPED = {"code", "pre", "s", "script", "style"}
_READ_ALOUD = ("title", "alt", "aria-label", "placeholder", "label")
_LINKS = {"href", "src", "action", "data-explanations", "data-find", "data-find-page", "data-guesses"}


class Heard(NamedTuple):
    """A text that a reader sees or hears, and its language."""

    text: str
    language: str | None


@dataclass(frozen=True)
class SitePage:
    """One HTML page of the built site.

    Our pages close what they open and quote every attribute, so that a regular expression reads them forty times
    as fast as a parser of all HTML; a test compares both.
    """

    file: str
    html: str
    plan: Page

    @property
    def address(self) -> str:
        """Return the address relative to the root: ``en/1012/``."""
        return self.plan.address

    @property
    def language(self) -> str | None:
        """Return the language of the page, or None where it serves all."""
        return self.plan.language

    @cached_property
    def tree(self) -> Element:
        """Return the page as a parser of all HTML understands it; slow."""
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        tree = parser.parse(self.html)
        assert isinstance(tree, Element)
        return tree

    def find(self, path: str) -> Element:
        """Return the only element at ``path``."""
        (found,) = self.tree.findall(path)
        return found

    @property
    def head(self) -> str:
        """Return the HTML before the body."""
        return self.html.partition("<body")[0]

    @cached_property
    def title(self) -> str:
        """Return the title."""
        return html.unescape(self.head.partition("<title>")[2].partition("</title>")[0])

    @cached_property
    def meta(self) -> dict[str, str]:
        """Return the content of each named piece of metadata."""
        elements = _elements(self.head)
        return {of["name"]: of["content"] for tag, of in elements if tag == "meta" and "name" in of}

    @cached_property
    def head_links(self) -> list[dict[str, str]]:
        """Return the attributes of each link of the head."""
        return [attributes for tag, attributes in _elements(self.head) if tag == "link"]

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """Return where each link leads, after the name of its element."""
        return [(tag, of[name]) for tag, of in _elements(self.html) for name in of.keys() & _LINKS]

    @cached_property
    def ids(self) -> list[str]:
        """Return every id, in the order of the page."""
        return [of["id"] for _, of in _elements(self.html) if "id" in of]

    def elements(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the name and attributes of each element, in their order."""
        return _elements(self.html)

    def texts(self, root: str = "html") -> Iterator[Heard]:
        """Yield what a reader sees or hears inside ``root``; code, and words struck out, are left out."""
        return _visible_texts(self.html, root)

    def resolve(self, link: str) -> str:
        """Return the file of the site that ``link`` leads to, without its fragment."""
        path = link.partition("#")[0]
        if not path:
            return self.file
        address = posixpath.normpath(posixpath.join(posixpath.dirname(self.file), path))
        return posixpath.normpath(f"{address}/index.html") if path.endswith("/") else address


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def _elements(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for closing, tag, attributes in _TAG.findall(text):
        if not closing:
            yield tag, _attributes(attributes) if attributes else {}


def _visible_texts(text: str, root: str) -> Iterator[Heard]:
    languages: list[str | None] = [None]
    hidden, inside = 0, False
    pieces = iter([*_TAG.split(text), "", "", ""])
    for words, closing, tag, attributes in zip(pieces, pieces, pieces, pieces, strict=True):
        if inside and not hidden and words.strip():
            yield Heard(html.unescape(words), languages[-1])
        if closing:
            languages.pop()
            hidden -= tag in _SKIPPED
            inside = inside and tag != root
            continue
        named = _attributes(attributes) if attributes else {}
        language = named.get("lang", languages[-1])
        inside = inside or tag == root
        if inside and not hidden and tag not in _SKIPPED:
            yield from (Heard(named[name], language) for name in _READ_ALOUD if named.get(name))
        if tag not in _VOID:
            languages.append(language)
            hidden += tag in _SKIPPED


@pytest.fixture(scope="session")
def project() -> Project:
    """Return the real project."""
    return find_project(ROOT, ROOT / "src" / "closecodes")


@pytest.fixture(scope="session")
def checked(project: Project) -> Checked:
    """Return the records of the real project, which have no problems."""
    checked = pipeline.check_project(project, pipeline.load_project(project), strict=True)
    assert () == checked.problems
    return checked


@pytest.fixture(scope="session")
def site(checked: Checked) -> Site:
    """Return the model of the real site."""
    return build_site(checked.records)


@pytest.fixture(scope="session")
def languages(project: Project, site: Site) -> Mapping[str, Language]:
    """Return the languages of the real site, by their tags."""
    return {tag: Language.load(tag, project.locales) for tag in site.languages}


@pytest.fixture(scope="session")
def built(project: Project, checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site, built with the default address."""
    output = tmp_path_factory.mktemp("site") / "public"
    pipeline.build(project, checked, output, base_url=BASE_URL, jobs=2, indexer=find_indexer())
    return output


@pytest.fixture(scope="session")
def pages(site: Site, built: Path) -> dict[str, SitePage]:
    """Return every HTML page of the real site by its file."""
    planned = sorted((page for page in plan_pages(site) if page.kind.is_html), key=lambda page: page.file)
    return {
        page.file: SitePage(page.file, (built / page.file).read_text(encoding="utf-8"), page)
        for page in planned
    }


@pytest.fixture(scope="session")
def full_pages(pages: dict[str, SitePage]) -> list[SitePage]:
    """Return the pages that are more than a forward."""
    return [page for page in pages.values() if page.plan.kind is not PageKind.FORWARD]


@pytest.fixture(scope="session")
def sample(pages: dict[str, SitePage]) -> list[SitePage]:
    """Return some pages of each kind in each language, for tests that need long: the same ones each time."""
    by_kind = defaultdict[tuple[PageKind, str | None], list[SitePage]](list)
    for page in pages.values():
        by_kind[page.plan.kind, page.language].append(page)
    chosen = random.Random(6455)  # noqa: S311 - a sample, not a secret
    return [
        page
        for (kind, _), found in by_kind.items()
        for page in chosen.sample(found, min(_MANY.get(kind, len(found)), len(found)))
    ]


@pytest.fixture(scope="session")
def full_sample(sample: list[SitePage]) -> list[SitePage]:
    """Return the pages of the sample that are more than a forward."""
    return [page for page in sample if page.plan.kind is not PageKind.FORWARD]


@pytest.fixture(scope="session")
def compared(pages: dict[str, SitePage], sample: list[SitePage]) -> list[SitePage]:
    """Return the comparisons that somebody wrote, and those of the sample."""
    authored = [
        page for page in pages.values() if isinstance(page.plan.subject, Pair) and page.plan.subject.authored
    ]
    both = {page.file: page for page in (*authored, *sample)}
    return [page for page in both.values() if page.plan.kind is PageKind.COMPARISON]


@pytest.fixture(scope="session")
def heard(full_pages: list[SitePage]) -> Mapping[tuple[str, Heard], str]:
    """Return every text that pages in a language say, after that language, and the first page that says it."""
    found: dict[tuple[str, Heard], str] = {}
    for page in full_pages:
        for text in page.texts():
            found.setdefault((page.language or "", text), page.file)
    return found


@pytest.fixture(scope="session")
def tree_texts() -> Callable[[Element], list[Heard]]:
    """Return the function that finds what a reader sees or hears in a parsed page."""
    return lambda tree: list(_texts_of_tree(tree, None))


def _texts_of_tree(element: Element, language: str | None) -> Iterator[Heard]:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return
    language = element.get("lang", language)
    yield from (Heard(text, language) for name in _READ_ALOUD if (text := element.get(name)))
    if element.text and element.text.strip():
        yield Heard(element.text, language)
    for child in element:
        yield from _texts_of_tree(child, language)
        if child.tail and child.tail.strip():
            yield Heard(child.tail, language)


@pytest.fixture(scope="session")
def page_at() -> Callable[[Path, Page], SitePage]:
    """Return the function that reads one page of a built site."""
    return lambda built, page: SitePage(page.file, (built / page.file).read_text(encoding="utf-8"), page)
