"""Ask git which content files changed, and what they said at another revision."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


__all__ = ["Changed", "GitError", "Version", "changed_since", "folder_at", "versions_of"]


class GitError(Exception):
    """Git cannot answer: it is not there, this is no repository, or there is no such revision."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The files below a folder that differ from a revision: those that are there, and those that are gone."""

    present: frozenset[Path]
    gone: frozenset[Path]


def changed_since(revision: str, folder: Path) -> Changed:
    """Return the files of ``folder`` that differ from ``revision``, committed or not; raises GitError."""
    commit = _commit(revision, folder)
    named = _git(folder, "diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--", ".")
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    paths = {folder / name for name in (named + new).decode(errors="surrogateescape").split("\0") if name}
    present = frozenset(path for path in paths if path.is_file())
    return Changed(present, frozenset(paths) - present)


@contextmanager
def folder_at(revision: str, folder: Path) -> Iterator[Path]:
    """Give a copy of ``folder`` as it was at ``revision``, for as long as it is needed; raises GitError."""
    commit = _commit(revision, folder)
    archive = _git(folder, "archive", "--format=tar", commit, ".")
    with TemporaryDirectory(prefix="closecodes-") as temporary:
        copy = Path(temporary, folder.name)
        try:
            with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
                tar.extractall(copy, filter="data")
        except tarfile.TarError as error:
            message = f"{folder.name} at {revision} cannot be read: {error}"
            raise GitError(message) from None
        yield copy


@dataclass(frozen=True, slots=True)
class Version:
    """A file as a commit left it."""

    commit: str
    day: str
    data: bytes


def versions_of(file: Path, *, most: int) -> Iterator[Version]:
    """Yield what ``file`` was in the newest ``most`` commits that changed it, newest first; raises GitError.

    Whole commits are read one by one, as they are asked for; a shallow clone knows only the newest.
    """
    folder = file.parent
    log = _git(folder, "log", f"--max-count={most}", "--format=%h %cs", "--diff-filter=AM", "--", file.name)
    for line in log.decode().splitlines():
        commit, _, day = line.partition(" ")
        yield Version(commit, day, _git(folder, "show", f"{commit}:./{file.name}"))


def _commit(revision: str, folder: Path) -> str:
    """Return the commit that ``revision`` names; what git would take for an option names none."""
    try:
        found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError:
        _git(folder, "rev-parse", "--git-dir")
        message = f"git knows no revision `{revision}`; give a branch, a tag or a commit, such as `main` or `HEAD~1`"
        raise GitError(message) from None
    return found.decode().strip()


def _git(folder: Path, *arguments: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        message = "git is not installed; it knows what changed"
        raise GitError(message)
    done = subprocess.run([program, "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603 - git, with a commit
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        message = f"git cannot tell: {said or 'it failed without a word'}"
        raise GitError(message)
    return done.stdout
