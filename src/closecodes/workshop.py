"""Everything a process needs to render pages of one site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from closecodes.cache import Cache
from closecodes.model import Site


if TYPE_CHECKING:
    from closecodes.render import Renderer

__all__ = ["Workshop"]


@dataclass(frozen=True)
class Workshop:
    """A site and how to render it; can be sent to another process, which then makes its own renderer."""

    site: Site
    templates: Path
    locales: Path
    base_url: str
    plain: bool = False
    cache: Cache | None = None
    reuse: bool = False
    """Whether what an earlier build kept in the cache may be used."""
    copies: tuple[str, ...] = ()
    """Endings of the compressed copies to write beside files."""

    @cached_property
    def renderer(self) -> Renderer:
        """Return the renderer of this process."""
        from closecodes.i18n import Language  # noqa: PLC0415 - a process that has others render needs neither
        from closecodes.render import Renderer  # noqa: PLC0415 - as above

        languages = {tag: Language.load(tag, self.locales) for tag in self.site.languages}
        return Renderer(
            self.site,
            languages,
            self.templates,
            self.base_url,
            plain=self.plain,
            cache=self.cache,
            reuse=self.reuse,
        )

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process needs, without the renderer of this one."""
        return {name: value for name, value in self.__dict__.items() if name != "renderer"}
