"""What somebody asked of a build."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked of a build."""

    target: str
    """A folder, or the address of a store."""
    base_url: str | None
    jobs: int
    scheduler: str | None
    plain: bool
    full: bool
    pages_only: bool
    precompress: bool
    strict: bool

    @property
    def base(self) -> str | None:
        """Return the address of the site with a slash at its end."""
        return f"{self.base_url.rstrip('/')}/" if self.base_url else None

    @property
    def whole(self) -> bool:
        """Return whether every page is to be made, from nothing."""
        return self.plain or self.full or not os.path.lexists(self.target)

    @property
    def folder(self) -> Path:
        """Return the target if it is a folder."""
        return Path(self.target).absolute()
