"""What files for programs are made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from closecodes.cache import Cache
from closecodes.model import SOURCE_LANGUAGE, Site
from closecodes.pages import Page
from closecodes.render.speaker import Speaker


__all__ = ["Desk"]


@dataclass(frozen=True, slots=True)
class Desk:
    """The site, its languages, its address, and where what is dear to make is kept."""

    site: Site
    speakers: Mapping[str, Speaker]
    base_url: str
    cache: Cache | None = None
    render: Callable[[Page], bytes] = field(default=lambda _: b"", repr=False)
    """Renders another page."""

    def speaker(self, page: Page) -> Speaker:
        """Return the language of a file; English for those that serve every language."""
        return self.speakers[page.language or SOURCE_LANGUAGE]

    def url(self, address: str) -> str:
        """Return the absolute address."""
        return self.base_url + address
