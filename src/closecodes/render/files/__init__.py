"""What no template makes: files for programs, each a function of the site and of its place in the plan."""

from __future__ import annotations

from collections.abc import Callable

from closecodes.pages import Page, PageKind
from closecodes.render.files import hosts, pictures, sitemap, text
from closecodes.render.files.desk import Desk


__all__ = ["MAKERS", "Desk"]


def _api_code(desk: Desk, page: Page) -> bytes:
    from closecodes.render.files import api  # noqa: PLC0415 - its models take longer to load than many a build

    return api.code(desk, page)


def _api_collection(desk: Desk, page: Page) -> bytes:
    from closecodes.render.files import api  # noqa: PLC0415 - as above

    return api.collection(desk, page)


MAKERS: dict[PageKind, Callable[[Desk, Page], bytes]] = {
    PageKind.API: _api_collection,
    PageKind.API_CODE: _api_code,
    PageKind.CARD: pictures.card,
    PageKind.ICON: pictures.icon,
    PageKind.HEADERS: hosts.headers,
    PageKind.REDIRECTS: hosts.redirects,
    PageKind.ROBOTS: hosts.robots,
    PageKind.WEB_MANIFEST: hosts.web_manifest,
    PageKind.SITEMAP: sitemap.sitemap,
    PageKind.TEXT: text.text,
}
