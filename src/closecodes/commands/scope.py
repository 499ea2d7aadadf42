"""Which files a check is about: all, those that somebody names, or those that changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from closecodes.check.rules import RULES
from closecodes.load import Content
from closecodes.problems import Level, Problem
from closecodes.project import Project
from closecodes.revisions import GitError, changed_since


__all__ = ["Scope", "scope_of"]


@dataclass(frozen=True, slots=True)
class Scope:
    """The files that somebody asks about."""

    base: Path
    """The folder that paths in messages are relative to."""
    places: tuple[Path, ...] | None = None
    """Files and folders; None for everything."""
    errors_anywhere: bool = False
    """Whether errors of other files count too: a change here can break a reference there."""

    def concerns(self, path: str) -> bool:
        """Return whether the file at ``path`` is meant."""
        place = (self.base / path).resolve()
        return self.places is None or any(place.is_relative_to(one) for one in self.places)

    def reports(self, problem: Problem) -> bool:
        """Return whether ``problem`` concerns those who ask."""
        anywhere = self.errors_anywhere and RULES[problem.rule].level is Level.ERROR
        return anywhere or self.concerns(problem.place.path)

    def focus(self, content: Content) -> Collection[str] | None:
        """Return the paths of the files of ``content`` that are meant; None for all."""
        if self.places is None:
            return None
        return {document.path for document in content.documents if self.concerns(document.path)}


def scope_of(project: Project, content: Content, paths: Sequence[Path], revision: str | None) -> Scope:
    """Return what PATHs and ``--changed-since`` ask for; raises click.UsageError where that is nothing."""
    base = project.shown_from(project.content)
    scope = Scope(base, tuple(path.resolve() for path in paths) or None)
    _refuse_others(base, content, paths)
    if revision is None:
        return scope
    try:
        changed = changed_since(revision, project.content).present
    except GitError as error:
        raise click.UsageError(str(error)) from None
    places = tuple(sorted(path for path in changed if scope.concerns(str(path))))
    return Scope(base, places, errors_anywhere=not paths)


def _refuse_others(base: Path, content: Content, paths: Sequence[Path]) -> None:
    """Refuse a path of which the site reads nothing: an order that could not fail would tell nothing."""
    for path in paths:
        alone = Scope(base, (path.resolve(),))
        if path.is_file() and not alone.focus(content):
            message = (
                f"the site does not read {path}; it reads records, {content.folder}/families/<family>/<number>.yaml "
                f"for example, and prose that ends with .md, below {content.folder}"
            )
            raise click.UsageError(message)
