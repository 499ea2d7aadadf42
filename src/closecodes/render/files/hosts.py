"""Files that hosts, browsers and crawlers look for at the root of a site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from closecodes.addresses import address_in, code_slug
from closecodes.model import SOURCE_LANGUAGE
from closecodes.pages import Page
from closecodes.render.files.desk import Desk
from closecodes.render.policy import HEADERS


__all__ = ["headers", "redirects", "robots", "web_manifest"]

_TYPES = {
    "*/feed.xml": "application/atom+xml; charset=utf-8",
    "*/manifest.webmanifest": "application/manifest+json; charset=utf-8",
    "*/opensearch.xml": "application/opensearchdescription+xml; charset=utf-8",
    "*/index.md": "text/markdown; charset=utf-8",
}
"""Content types that hosts do not tell from the names of files."""

_THEME, _PAPER = "#14213d", "#fbfaf7"


def robots(desk: Desk, _: Page) -> bytes:
    """Return ``robots.txt`` (RFC 9309): everything may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {desk.url('sitemap.xml')}\n".encode()


def headers(desk: Desk, _: Page) -> bytes:
    """Return ``_headers``, as Netlify and Cloudflare Pages read it."""
    root = _root(desk)
    blocks = [
        (f"{root}*", HEADERS),
        *((f"{root}{place}", {"Content-Type": type_}) for place, type_ in _TYPES.items()),
        (f"{root}api/*", {"Access-Control-Allow-Origin": "*"}),
    ]
    lines = ((place, *(f"  {name}: {value}" for name, value in of.items()), "") for place, of in blocks)
    return "\n".join(line for block in lines for line in block).encode()


def redirects(desk: Desk, _: Page) -> bytes:
    """Return ``_redirects``, as Netlify and Cloudflare Pages read it: short addresses of codes, usual names."""
    return "".join(f"{source} {target} 302\n" for source, target in _redirects(desk)).encode()


def _redirects(desk: Desk) -> Iterator[tuple[str, str]]:
    root = _root(desk)
    if desk.site.changes:
        yield f"{root}feed.xml", f"{root}{address_in(SOURCE_LANGUAGE, 'feed.xml')}"
    yield f"{root}api/", f"{root}api/v1/index.json"
    yield f"{root}api/v1/", f"{root}api/v1/index.json"
    for code in desk.site.registered:
        yield f"{root}{code.number}", f"{root}{address_in(SOURCE_LANGUAGE, code_slug(code.id))}"


def _root(desk: Desk) -> str:
    """Return the path that the site lies at, with a slash at its end."""
    return urlsplit(desk.base_url).path or "/"


def web_manifest(desk: Desk, page: Page) -> bytes:
    """Return the web app manifest of a language; its addresses are relative to itself."""
    language = desk.speaker(page).language
    icon = {"type": "image/png", "purpose": "any maskable"}
    tagline = desk.site.tagline.get(language.tag) or desk.site.tagline.english
    value = {
        "name": desk.site.record.name,
        "short_name": desk.site.record.name,
        "description": language.typeset(tagline),
        "lang": language.tag,
        "dir": language.direction,
        "id": "./",
        "start_url": "./",
        "scope": "../",
        "display": "browser",
        "theme_color": _THEME,
        "background_color": _PAPER,
        "icons": [{"src": f"../icon-{side}.png", "sizes": f"{side}x{side}", **icon} for side in (192, 512)],
    }
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()
