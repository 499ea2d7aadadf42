"""Tests of closecodes.render.files.hosts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from closecodes.pages import Page
from closecodes.render.policy import CONTENT_SECURITY_POLICY
from closecodes.workshop import Workshop


Made = Callable[[str], bytes]


@pytest.fixture(name="below")
def _below(workshop: Workshop, at: Callable[[str], Page]) -> Made:
    """Return the function that makes a file of a site that lies below a path."""
    renderer = replace(workshop, base_url="https://example.org/docs/codes/").renderer
    return lambda address: renderer.render(at(address))


def test_robots(made: Made) -> None:
    """Crawlers may read everything, and are told of the sitemap."""
    assert made("robots.txt") == b"User-agent: *\nAllow: /\n\nSitemap: https://small.example/sitemap.xml\n"


def test_headers(made: Made) -> None:
    """Every file has the policy, and the API may be read by the pages of others."""
    blocks = [block.split("\n") for block in made("_headers").decode().strip().split("\n\n")]
    headers = {block[0]: dict(line.strip().split(": ", 1) for line in block[1:]) for block in blocks}

    assert headers["/*"]["Content-Security-Policy"].startswith(CONTENT_SECURITY_POLICY)
    assert headers["/*"]["X-Content-Type-Options"] == "nosniff"
    assert headers["/api/*"] == {"Access-Control-Allow-Origin": "*"}
    assert headers["/*/index.md"] == {"Content-Type": "text/markdown; charset=utf-8"}


def test_redirects(made: Made) -> None:
    """Short addresses lead to the pages of registered codes, and no address leads two ways."""
    rules = [line.split(" ") for line in made("_redirects").decode().splitlines()]

    assert ["/1000", "/en/1000/", "302"] in rules
    assert len(rules) == len({source for source, _, _ in rules})


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("_headers", "\n/docs/codes/api/*\n"),
        ("_redirects", "/docs/codes/1000 /docs/codes/en/1000/ 302\n"),
        ("robots.txt", "Sitemap: https://example.org/docs/codes/sitemap.xml"),
    ],
)
def test_below_a_path(address: str, found: str, below: Made) -> None:
    """Files for hosts know the path that the site lies at."""
    assert found in below(address).decode()


def test_policy() -> None:
    """The policy allows no inline script or style, and nothing from elsewhere."""
    rules = dict(rule.split(" ", 1) for rule in CONTENT_SECURITY_POLICY.split("; "))

    assert "'none'" == rules["default-src"]
    assert {"'self'", "'none'", "'wasm-unsafe-eval'"} == {
        source for sources in rules.values() for source in sources.split(" ")
    }


def test_web_manifest(made: Made) -> None:
    """The manifest speaks the language of its folder, and its addresses are relative to it."""
    manifest = json.loads(made("fr/manifest.webmanifest"))

    assert ("fr", "ltr", "small", "Un petit site") == tuple(
        manifest[name] for name in ("lang", "dir", "name", "description")
    )
    assert ["../icon-192.png", "../icon-512.png"] == [icon["src"] for icon in manifest["icons"]]
