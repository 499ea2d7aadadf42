"""Addresses: a reader can open them safely."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


def _code(make_code: Make, address: str) -> dict[str, Any]:
    return make_code(1000, sources=[{"id": "a", "url": address, "verified": True}])


@pytest.mark.parametrize(
    "address",
    ["https://example.org/", "https://example.org/a?b=c#d", "HTTPS://example.org", "https://example.org/é"],
)
def test_right(find: Find, make_code: Make, address: str) -> None:
    """An https address is right, whatever its path."""
    assert [] == find("source-https", _code(make_code, address))


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/",
        "example.org",
        "//example.org/",
        "https:///path",
        "javascript:alert(1)",
        "",
    ],
)
def test_other(find: Find, make_code: Make, address: str) -> None:
    """Any other address is refused."""
    message = f"`{address}` is not an https address; write https://…"

    assert [("sources.0.url", message)] == find("source-https", _code(make_code, address))


def test_http(find: Find, make_code: Make) -> None:
    """Of an address without the s, the one with it is shown."""
    message = "`http://a.example/b` is not an https address; write `https://a.example/b` if it answers there"

    assert [("sources.0.url", message)] == find("source-https", _code(make_code, "http://a.example/b"))


@pytest.mark.parametrize("address", ["https://[", "https://[::1"])
def test_no_address(find: Find, make_code: Make, address: str) -> None:
    """What cannot be taken apart is no address."""
    message = f"`{address}` is not an address; write https://…"

    assert [("sources.0.url", message)] == find("source-https", _code(make_code, address))


@pytest.mark.parametrize(
    "address", ["https://example.org/a b", "https://example.org/a\u00a0b", "https://example.org/ "]
)
def test_space(find: Find, make_code: Make, address: str) -> None:
    """A space in an address is refused."""
    assert [("sources.0.url", f"`{address}` holds a space or control character")] == find(
        "source-https", _code(make_code, address)
    )


def test_family(find: Find, make_family: Make) -> None:
    """The official document of a family is such an address."""
    family = make_family("websocket", document="http://example.org/")

    assert ["document"] == [
        place for place, _ in find("source-https", files={"families/websocket/family.yaml": family})
    ]


def test_library(find: Find) -> None:
    """So is the file that defines the constants of a library."""
    library = {
        "id": "ws",
        "name": "ws",
        "language": "JavaScript",
        "constants": "x",
        "source": "http://example.org/",
    }

    assert ["libraries.0.source"] == [
        place for place, _ in find("source-https", files={"libraries.yaml": {"libraries": [library]}})
    ]


@pytest.mark.parametrize("name", ["base_url", "repository"])
def test_site(find: Find, name: str) -> None:
    """So are the addresses of the site and of its repository."""
    site = {"name": "x", "tagline": {"en": "x"}, "branch": "main"}
    site |= {"base_url": "https://example.org/", "repository": "https://example.org/"} | {
        name: "http://example.org/"
    }

    assert [name] == [place for place, _ in find("source-https", files={"site.yaml": site})]


def test_range(find: Find) -> None:
    """So are the sources of a range."""
    text = {name: {"en": "x"} for name in ("use", "registration", "advice")}
    source = {"id": "a", "url": "http://example.org/", "verified": True}
    ranges = {"ranges": [{"min": 0, "max": 1, "name": {"en": "x"}, "text": text, "sources": [source]}]}

    assert ["ranges.0.sources.0.url"] == [
        place for place, _ in find("source-https", files={"ranges.yaml": ranges})
    ]
