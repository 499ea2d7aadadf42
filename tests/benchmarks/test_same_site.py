"""The tools that builds are compared with make the same site as ours."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest


_REPOSITORY = Path(__file__).resolve().parents[2]
_BENCHMARKS = _REPOSITORY / "benchmarks"
_CODES = 8
_NOT_INSTALLED = 3
_INLINE = {"a", "code", "em", "small", "span", "strong"}
_SAMPLE = (
    "{language}/synthetic/index.html",
    "{language}/synthetic/4000/index.html",
    "{language}/synthetic/4007/index.html",
    "{language}/compare/synthetic-4000-vs-synthetic-4001/index.html",
    "{language}/compare/synthetic-4002-vs-synthetic-4005/index.html",
    "{language}/compare/synthetic-4006-vs-synthetic-4007/index.html",
    "{language}/compare/synthetic-4005-vs-synthetic-4002/index.html",
)


class _VisibleText(HTMLParser):
    """Collects the text of a page; every element but inline ones separates words."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self._pieces.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._pieces.append("" if tag in _INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, [])

    def text_of(self, page: Path) -> str:
        """Return the text of ``page`` with single spaces."""
        self.feed(page.read_text(encoding="utf-8"))
        return " ".join("".join(self._pieces).split())


def _run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, words)]
    return subprocess.run(command, cwd=_REPOSITORY, capture_output=True, text=True, check=False)


@pytest.fixture(name="content", scope="module")
def _content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small synthetic content folder."""
    folder = tmp_path_factory.mktemp("benchmark") / "content"
    assert not _run(_BENCHMARKS / "synthesise.py", _CODES, folder).returncode
    return folder


@pytest.fixture(name="ours", scope="module")
def _ours(content: Path) -> Path:
    """Return our site of that content."""
    site = content.with_name("ours")
    assert not _run("build.py", "build", "--pages-only", "--content", content, "--output", site).returncode
    return site


@pytest.fixture(name="other", scope="module", params=["hugo", "jinja", "eleventy"])
def _other(request: pytest.FixtureRequest, content: Path) -> Path:
    """Return the site that another tool makes of that content."""
    site = content.with_name(request.param)
    done = _run(_BENCHMARKS / "build_with.py", request.param, content, site)
    if done.returncode == _NOT_INSTALLED:
        pytest.skip(done.stderr.strip())
    assert not done.returncode, done.stdout + done.stderr
    return site


def test_synthetic_content_has_no_problems(content: Path) -> None:
    """The checker has nothing to say about synthetic records."""
    done = _run("build.py", "check", "--content", content, "--strict")

    assert (0, "", f"{_CODES + 6} files are in order.\n") == (done.returncode, done.stderr, done.stdout)


def test_every_page_of_codes_and_pairs_is_there(ours: Path, other: Path) -> None:
    """Another tool makes the pages of all codes and pairs, and no more of them."""
    places = ("*/synthetic/**/index.html", "*/compare/*/index.html")

    wanted, made = (
        {page.relative_to(site) for place in places for page in site.glob(place)} for site in (ours, other)
    )

    assert made == wanted
    assert len(made) == 2 * (1 + _CODES + _CODES * (_CODES - 1))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("page", _SAMPLE)
def test_page_is_the_same(ours: Path, other: Path, page: str, language: str) -> None:
    """A page of another tool says the same and has about as many bytes."""
    address = page.format(language=language)
    one, another = ours / address, other / address

    assert _VisibleText().text_of(another) == _VisibleText().text_of(one)
    assert another.stat().st_size == pytest.approx(one.stat().st_size, rel=0.05)
