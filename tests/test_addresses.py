"""Tests of closecodes.addresses: where pages are, and how they link to each other."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.addresses import (
    address_in,
    code_slug,
    file_of,
    forward_slug,
    pair_slug,
    relative_address,
    slug_of,
)
from closecodes.check.parsing import parse_records
from closecodes.load import load_content
from closecodes.model import Pair, Site
from closecodes.model.building import build_site


BASE = "https://example.org/below/a/path/"

SEGMENTS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
FOLDERS = st.lists(SEGMENTS, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
ADDRESSES = st.one_of(FOLDERS, st.builds("{}{}.html".format, FOLDERS, SEGMENTS))
PAGES_OF_ONE_DEPTH = st.lists(st.tuples(SEGMENTS, SEGMENTS), max_size=4).map(
    lambda steps: ("".join(f"{step[0]}/" for step in steps), "".join(f"{step[1]}/" for step in steps))
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", "index.html"),
        ("en/", "en/index.html"),
        ("en/1012/", "en/1012/index.html"),
        ("404.html", "404.html"),
    ],
)
def test_file_of(address: str, expected: str) -> None:
    """A folder is served by its index, a page with a name of its own by itself."""
    assert expected == file_of(address)


@pytest.mark.parametrize(("language", "expected"), [(None, "1012/"), ("fr", "fr/1012/")])
def test_address_in(language: str | None, expected: str) -> None:
    """Pages of a language lie below its folder, those of every language at the root."""
    assert expected == address_in(language, "1012/")


@pytest.mark.parametrize(
    ("id_", "expected"),
    [("1012", "1012/"), ("discord-4004", "discord/4004/"), ("discord-voice-4004", "discord-voice/4004/")],
)
def test_code_slug(id_: str, expected: str) -> None:
    """A registered code stands at its number, any other below its family."""
    assert expected == code_slug(id_)


def test_pair_slug() -> None:
    """The page about two codes is called after them, in the order given."""
    assert pair_slug("1012", "discord-4004") == "compare/1012-vs-discord-4004/"


@pytest.fixture(name="site")
def _site(family_project: Path) -> Site:
    """Return the model of a site of two families."""
    return build_site(parse_records(load_content(family_project / "content"), ("en", "fr")))


def test_slugs(site: Site) -> None:
    """A code, a family and a pair have one slug for all languages."""
    registered, private = site.codes["1008"], site.codes["acme-3004"]

    subjects = (registered, private, site.family("acme"), Pair.of(private, registered))
    assert ["1008/", "acme/3004/", "acme/", "compare/1008-vs-acme-3004/"] == [
        slug_of(subject) for subject in subjects
    ]


def test_forward_slug(site: Site) -> None:
    """The page that forwards to a comparison is called after the other order of its codes."""
    pair = Pair.of(site.codes["1008"], site.codes["1000"])

    assert forward_slug(pair) == "compare/1008-vs-1000/"


@given(pages=PAGES_OF_ONE_DEPTH, target=ADDRESSES)
@settings(deadline=None)
def test_links_of_one_depth(pages: tuple[str, str], target: str) -> None:
    """From pages of one depth, a link to a page that lies outside their folders is the same."""
    one, other = pages
    outside = f"outside.the.others/{target}"

    assert relative_address(one, outside) == relative_address(other, outside)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("en/compare/1000-vs-1012/", "en/1012/", "../../../en/1012/"),
        ("en/1012/", "fr/1012/", "../../fr/1012/"),
        ("en/1012/", "en/1012/", "../../en/1012/"),
        ("en/", "en/1012/", "../en/1012/"),
        ("en/1012/", "", "../../"),
        ("", "", "./"),
        ("", "fr/", "fr/"),
        ("404.html", "en/", "en/"),
        ("en/404.html", "404.html", "../404.html"),
        ("en/1012/", "static/style.css", "../../static/style.css"),
    ],
)
def test_relative_address(source: str, target: str, expected: str) -> None:
    """A link goes from page to page without naming where the site is served from."""
    assert expected == relative_address(source, target)


@given(source=ADDRESSES, target=ADDRESSES)
@settings(deadline=None)
def test_relative_address_resolves(source: str, target: str) -> None:
    """The link, resolved against its page as a browser does, is its target."""
    assert BASE + target == urljoin(BASE + source, relative_address(source, target))


@given(source=ADDRESSES, target=ADDRESSES)
@settings(deadline=None)
def test_relative_address_is_relative(source: str, target: str) -> None:
    """A link is never empty and never leaves the site at its root."""
    link = relative_address(source, target)

    assert link
    assert not link.startswith("/")
    assert "//" not in link
