"""Tests of what git is asked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.revisions import GitError, changed_since, folder_at, versions_of


pytestmark = pytest.mark.skipif(
    shutil.which("git") is None, reason="git is not installed: apt-get install git"
)

Commit = Callable[[Path], None]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, commit_all: Commit) -> Path:
    """Return a folder inside a repository with one commit: ``a.yaml`` and ``sub/b.yaml``."""
    folder = tmp_path / "work" / "content"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    (folder / "sub/b.yaml").write_text("b: 1\n", encoding="utf-8")
    (tmp_path / "work/other.txt").write_text("x\n", encoding="utf-8")
    commit_all(tmp_path / "work")
    return folder


class TestChangedSince:
    """Tests of the files that differ from a revision."""

    def test_nothing(self, folder: Path) -> None:
        """A folder as it was committed has no changed file."""
        changed = changed_since("HEAD", folder)

        assert not changed.present | changed.gone

    def test_edited(self, folder: Path) -> None:
        """A file that was edited is there; one outside the folder is not."""
        (folder / "sub/b.yaml").write_text("b: 2\n", encoding="utf-8")
        (folder.parent / "other.txt").write_text("y\n", encoding="utf-8")

        assert {folder / "sub/b.yaml"} == changed_since("HEAD", folder).present

    def test_new(self, folder: Path) -> None:
        """A file that git does not know yet has changed, whatever signs its name holds."""
        (folder / "é ñ.yaml").write_text("c: 1\n", encoding="utf-8")

        assert {folder / "é ñ.yaml"} == changed_since("HEAD", folder).present

    def test_committed(self, folder: Path, commit_all: Commit) -> None:
        """What was committed since has changed too, a renamed file under both names."""
        (folder / "a.yaml").rename(folder / "c.yaml")
        commit_all(folder.parent)

        changed = changed_since("HEAD~1", folder)
        assert {folder / "c.yaml"} == changed.present
        assert {folder / "a.yaml"} == changed.gone


class TestFolderAt:
    """Tests of a folder as it was."""

    def test_content(self, folder: Path, commit_all: Commit) -> None:
        """The copy has the files of that revision, and is gone afterwards."""
        (folder / "a.yaml").write_text("a: 2\n", encoding="utf-8")
        (folder / "sub/b.yaml").unlink()
        commit_all(folder.parent)

        with folder_at("HEAD~1", folder) as copy:
            assert "a: 1\n" == (copy / "a.yaml").read_text(encoding="utf-8")
            assert (copy / "sub/b.yaml").is_file()
            assert "content" == copy.name
        assert not copy.exists()

    def test_absent(self, folder: Path, commit_all: Commit) -> None:
        """A folder that was not there yet is said to be missing."""
        later = folder.parent / "later"
        later.mkdir()
        (later / "c.yaml").write_text("c: 1\n", encoding="utf-8")
        commit_all(folder.parent)

        with pytest.raises(GitError, match="git cannot tell: "), folder_at("HEAD~1", later):
            pass

    def test_link(self, folder: Path, commit_all: Commit) -> None:
        """A link that leads out of the folder is followed nowhere."""
        (folder / "c.yaml").symlink_to("/etc/hostname")
        commit_all(folder.parent)

        with pytest.raises(GitError, match="content at HEAD cannot be read: "), folder_at("HEAD", folder):
            pass


class TestErrors:
    """Tests of what git cannot answer."""

    def test_unknown_revision(self, folder: Path) -> None:
        """A revision that is not there is named, with what would be one."""
        with pytest.raises(GitError, match="git knows no revision `mian`; give a branch, a tag or a commit"):
            changed_since("mian", folder)

    def test_option(self, folder: Path) -> None:
        """What git would take for an option is no revision."""
        with pytest.raises(GitError, match="git knows no revision `--output=x`"):
            changed_since("--output=x", folder)
        assert not (folder / "x").exists()

    def test_no_repository(self, tmp_path: Path) -> None:
        """Outside of a repository git says so itself."""
        with pytest.raises(GitError, match="git cannot tell: not a git repository"):
            changed_since("HEAD", tmp_path)

    def test_no_git(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without git the message says what it would be needed for."""
        monkeypatch.setenv("PATH", "")

        with pytest.raises(GitError, match="git is not installed; it knows what changed"):
            changed_since("HEAD", folder)


class TestVersionsOf:
    """Tests of what a file was."""

    def test_newest_first(self, folder: Path, commit_all: Commit) -> None:
        """Each version that was committed is there, the newest first; what is not committed is none."""
        path = folder / "a.yaml"
        path.write_text("a: 2\n", encoding="utf-8")
        commit_all(folder.parent)
        path.write_text("a: 3\n", encoding="utf-8")

        assert [b"a: 2\n", b"a: 1\n"] == [version.data for version in versions_of(path, most=9)]
        assert [b"a: 2\n"] == [version.data for version in versions_of(path, most=1)]

    def test_unknown(self, folder: Path) -> None:
        """A file that git does not know has no versions."""
        assert [] == list(versions_of(folder / "c.yaml", most=9))
