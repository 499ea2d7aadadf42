"""What a page of the site is: its kind, its address, its language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from closecodes.addresses import address_in, file_of
from closecodes.model import CloseCode, Family, Pair


__all__ = ["Page", "PageKind", "Subject"]

Subject = CloseCode | Family | Pair | str | int | None


class PageKind(StrEnum):
    """What a page is; names the template that makes it, if a template does."""

    CHOOSER = "chooser"
    START = "start"
    CODE = "code"
    FAMILY = "family"
    COMPARISON = "comparison"
    FORWARD = "forward"
    COMPARE_INDEX = "compare-index"
    RANGES = "ranges"
    PROSE = "prose"
    NUMBER = "number"
    CONSTANTS = "constants"
    RETRY = "retry"
    GLOSSARY = "glossary"
    ERRORS = "errors"
    ERROR_DATA = "error-data"
    FIND = "find"
    FIND_DATA = "find-data"
    EXPLANATIONS = "explanations"
    TRANSLATION = "translation"
    TRANSLATION_BADGE = "translation-badge"
    GUIDES = "guides"
    GUIDE = "guide"
    CHANGES = "changes"
    NOT_FOUND = "not-found"

    CARD = "card"
    ICON = "icon"
    SITEMAP = "sitemap"
    API = "api"
    API_CODE = "api-code"
    TEXT = "text"
    LLMS = "llms.txt"
    FEED = "feed.xml"
    OPENSEARCH = "opensearch.xml"
    WEB_MANIFEST = "manifest.webmanifest"
    ROBOTS = "robots.txt"
    HEADERS = "_headers"
    REDIRECTS = "_redirects"

    @property
    def is_extra(self) -> bool:
        """Return whether it stands beside the pages, for other programs than those of the pages themselves."""
        return self in _EXTRAS

    @property
    def is_html(self) -> bool:
        """Return whether it is a page that people read."""
        return self not in _EXTRAS and self not in _DATA

    @property
    def template(self) -> str:
        """Return the name of the template: the kind itself where it has an ending."""
        return f"{self}" if "." in self else f"{self}.html"


_DATA = frozenset(
    {PageKind.ERROR_DATA, PageKind.EXPLANATIONS, PageKind.FIND_DATA, PageKind.TRANSLATION_BADGE}
)
"""Kinds of what the programs of the pages themselves read."""

_EXTRAS = frozenset(
    kind for kind in PageKind if list(PageKind).index(kind) >= list(PageKind).index(PageKind.CARD)
)
"""Kinds from the card on: what stands beside the pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, or a file beside the pages: what it is, in which language, and where."""

    kind: PageKind
    slug: str
    """The part of the address that all languages share; empty for the start page."""
    language: str | None = None
    """None for pages that serve every language."""
    subject: Subject = None
    original: Page | None = None
    """The page that this one says again, in Markdown."""

    @property
    def address(self) -> str:
        """Return the address relative to the root of the site: ``en/1012/``."""
        return address_in(self.language, self.slug)

    @property
    def depth(self) -> int:
        """Return how many folders deep the page lies; links of pages of one kind and depth are alike."""
        return self.address.count("/")

    @property
    def file(self) -> str:
        """Return the file that the page is written to, relative to the output folder."""
        return file_of(self.address)
