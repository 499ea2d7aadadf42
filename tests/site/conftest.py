"""The real site, built once for all tests that look at pages."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from closecodes import pipeline
from closecodes.project import Project, find_project


ROOT = Path(__file__).parents[2]
BASE_URL = "https://closecodes.example/"


@dataclass(frozen=True)
class SitePage:
    """One HTML page of the built site."""

    file: str
    html: str

    @property
    def address(self) -> str:
        """Return the address relative to the root: ``en/1012/``."""
        return self.file.removesuffix("index.html")

    @property
    def language(self) -> str | None:
        """Return the language of the page's folder, or None at the root."""
        head, _, rest = self.file.partition("/")
        return head if rest and head in {"en", "fr"} else None

    @cached_property
    def tree(self) -> Element:
        """Return the parsed page; a page that is not well-formed HTML fails the test."""
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        tree = parser.parse(self.html)
        assert isinstance(tree, Element)
        return tree

    def find(self, path: str) -> Element:
        """Return the only element at ``path``."""
        (found,) = self.tree.findall(path)
        return found

    def resolve(self, link: str) -> str:
        """Return the file of the site that ``link`` leads to, without its fragment."""
        address = posixpath.normpath(posixpath.join(posixpath.dirname(self.file), link.partition("#")[0]))
        if not link.partition("#")[0]:
            return self.file
        return (
            posixpath.normpath(f"{address}/index.html") if link.partition("#")[0].endswith("/") else address
        )


SKIPPED = {"code", "pre", "script", "style"}


def visible_texts(element: Element, *, language: str | None = None) -> Iterator[tuple[str, str | None]]:
    """Yield each text node a reader sees, with the language it is marked as; code is left out."""
    if not isinstance(element.tag, str) or element.tag in SKIPPED:
        return
    language = element.get("lang", language)
    for name in ("title", "alt", "aria-label", "placeholder"):
        if text := element.get(name):
            yield text, language
    if element.text and element.text.strip():
        yield element.text, language
    for child in element:
        yield from visible_texts(child, language=language)
        if child.tail and child.tail.strip():
            yield child.tail, language


@pytest.fixture(scope="session")
def texts_of() -> Callable[[SitePage], list[tuple[str, str | None]]]:
    """Return the function that lists what a reader sees of a page, its title included."""
    return lambda page: list(visible_texts(page.tree))


@pytest.fixture(scope="session")
def body_texts_of() -> Callable[[SitePage], list[tuple[str, str | None]]]:
    """Return the function that lists what a reader sees of a page, without its title."""
    return lambda page: list(visible_texts(page.find("body"), language=page.tree.get("lang")))


@pytest.fixture(scope="session")
def project() -> Project:
    """Return the real project."""
    return find_project(ROOT, ROOT / "src" / "closecodes")


@pytest.fixture(scope="session")
def built(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site, built with the default address."""
    output = tmp_path_factory.mktemp("site") / "public"
    content = pipeline.load_project(project)
    checked = pipeline.check_project(project, content, strict=True)
    assert () == checked.problems
    pipeline.build(project, checked, output, base_url=BASE_URL)
    return output


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, SitePage]:
    """Return every page of the real site by its file."""
    files = sorted(path.relative_to(built).as_posix() for path in built.rglob("*.html"))
    return {file: SitePage(file, (built / file).read_text(encoding="utf-8")) for file in files}


@pytest.fixture(scope="session")
def full_pages(pages: dict[str, SitePage]) -> list[SitePage]:
    """Return the pages that are more than a forward."""
    return [page for page in pages.values() if 'http-equiv="refresh"' not in page.html]


@pytest.fixture(scope="session")
def page_at() -> Callable[[Path, str], SitePage]:
    """Return the function that reads one page of a built site."""
    return lambda site, file: SitePage(file, (site / file).read_text(encoding="utf-8"))
