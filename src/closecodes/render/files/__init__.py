"""What no template makes: files for programs, each a function of the site and of its place in the plan."""

from __future__ import annotations

from collections.abc import Callable

from closecodes.pages import Page, PageKind
from closecodes.render.files import api, hosts, pictures, sitemap, text
from closecodes.render.files.desk import Desk


__all__ = ["MAKERS", "Desk"]

MAKERS: dict[PageKind, Callable[[Desk, Page], bytes]] = {
    PageKind.API: api.collection,
    PageKind.API_CODE: api.code,
    PageKind.CARD: pictures.card,
    PageKind.ICON: pictures.icon,
    PageKind.HEADERS: hosts.headers,
    PageKind.REDIRECTS: hosts.redirects,
    PageKind.ROBOTS: hosts.robots,
    PageKind.WEB_MANIFEST: hosts.web_manifest,
    PageKind.SITEMAP: sitemap.sitemap,
    PageKind.TEXT: text.text,
}
