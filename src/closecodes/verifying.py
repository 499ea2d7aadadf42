"""Read and check the content for a build: in two steps, or only what changed since the last one."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from closecodes import inspecting
from closecodes.check import (
    Checked,
    Difference,
    check_errors_again,
    check_rest,
    check_rest_again,
    strictly,
)
from closecodes.ingredients import digest_of
from closecodes.load import load_again
from closecodes.project import Project
from closecodes.quick import CACHE, PACKAGE
from closecodes.snapshot import FEW, Snapshot, keep_snapshot, recall_snapshot


__all__ = ["Refusal", "Verification"]


class Refusal(Exception):  # noqa: N818 - a decision, not a fault
    """The content has errors, so that nothing may be published."""


class Verification:
    """What is wrong with the content of a project: errors first, the rest when it is asked for."""

    def __init__(self, project: Project, inputs: str | None, *, strict: bool, anew: bool = False) -> None:
        """Read the content and look for errors; raises OSError where a file cannot be read.

        ``inputs`` are the states of all files that a build reads, if they are certain; what was found in the same
        files before is then found again without looking, unless everything is to be looked at ``anew``.
        """
        self._project = project
        self._strict = strict
        self._basis, self._states = _split(inputs, project) if inputs else ("", {})
        self._changed: list[Path] | None = None
        self._difference: Difference | None = None
        snapshot = recall_snapshot(self._path, self._basis) if inputs and not anew else None
        if snapshot:
            self.errors = self._again(snapshot)
        else:
            self.errors = inspecting.find_errors(project, inspecting.load_project(project))

    def _again(self, snapshot: Snapshot) -> Checked:
        project = self._project
        self._changed = snapshot.changed(self._states)
        content = load_again(
            snapshot.content,
            project.content,
            self._changed,
            shown_from=project.shown_from(project.content),
        )
        self._difference = Difference(snapshot.checked, content)
        return check_errors_again(self._difference)

    @property
    def _path(self) -> Path:
        return self._project.root / CACHE / f"content-{digest_of(str(self._project.content))}"

    @cached_property
    def all(self) -> Checked:
        """Return everything that is wrong."""
        again = self._difference
        found = check_rest_again(self.errors, again) if again else check_rest(self.errors)
        return strictly(found) if self._strict else found

    def finish(self) -> None:
        """Look for the rest; raises Refusal where that forbids to publish, else remembers what was found."""
        if self.all.failed:
            raise Refusal
        if self._states and (self._changed is None or len(self._changed) > FEW):
            keep_snapshot(self._path, self._basis, self.all, self._states)


def _split(inputs: str, project: Project) -> tuple[str, Mapping[str, str]]:
    """Return a digest of all that matters to every file of the content, and the state of each of them."""
    lines = [line.rsplit(" ", 2) for line in inputs.split("\n")[1:]]
    common = [line for line in lines if line[0].startswith((PACKAGE, str(project.locales)))]
    below = str(project.content) + os.sep
    states = {path: f"{size} {time}" for path, size, time in lines if path.startswith(below)}
    return digest_of(f"{sys.version}{common}"), states
