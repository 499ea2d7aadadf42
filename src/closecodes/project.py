"""Where the parts of a project lie on disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path


__all__ = ["Project", "find_project"]


@dataclass(frozen=True, slots=True)
class Project:
    """The folders that a build reads."""

    root: Path
    content: Path
    templates: Path
    static: Path
    locales: Path

    def with_content(self, content: Path | None) -> Project:
        """Return the project with another content folder."""
        return replace(self, content=content.resolve()) if content else self

    def shown_from(self, content: Path) -> Path:
        """Return the folder that paths in messages are relative to."""
        return self.root if content.is_relative_to(self.root) else content.parent


def find_project(start: Path, package: Path) -> Project:
    """Return the project of the folder ``start``, or else the one that ``package`` is installed from.

    Content is looked for in ``start`` and the folders above it; templates, static files and catalogues
    lie beside the content, or inside an installed package.
    """
    for folder in (start, *start.parents):
        if (folder / "content" / "site.yaml").is_file():
            return _project(folder, package)
    checkout = package.parent.parent
    return _project(checkout if (checkout / "content").is_dir() else start, package)


def _project(root: Path, package: Path) -> Project:
    def part(name: str) -> Path:
        own, installed = root / name, package / "_site" / name
        return installed if installed.is_dir() and not own.is_dir() else own

    return Project(root, root / "content", part("templates"), part("static"), part("locales"))
