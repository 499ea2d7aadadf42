"""Tests of closecodes.copies."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from closecodes import copies
from closecodes.copies import KINDS, available_kinds, copies_of, with_copies
from closecodes.pipeline import build, check_project, load_project
from closecodes.project import Project, find_project


_PAGE = b"<p>" + b"closed " * 100


@pytest.mark.parametrize(("kind", "unpack"), [(".gz", gzip.decompress), (".br", brotli.decompress)])
def test_kinds(kind: str, unpack: Callable[[bytes], bytes]) -> None:
    """A copy unpacks to the file, is smaller, and is always the same."""
    packed = KINDS[kind](_PAGE)

    assert unpack(packed) == _PAGE
    assert len(packed) < len(_PAGE)
    assert packed == KINDS[kind](_PAGE)


def test_no_time() -> None:
    """A gzip copy tells neither when it was made nor on which system."""
    header = KINDS[".gz"](_PAGE)[:10]

    assert bytes(4) == header[4:8]
    assert header[9] == 255


def test_with_copies() -> None:
    """Text gets copies right after it; pictures and what is packed already get none."""
    files = [("a.html", _PAGE), ("card.png", b"png"), ("x.pf_index", b"packed")]

    names = [name for name, _ in with_copies(files, (".gz", ".br"))]

    assert ["a.html", "a.html.gz", "a.html.br", "card.png", "x.pf_index"] == names
    assert files == list(with_copies(files, ()))


def test_copies_of() -> None:
    """Every file may have a copy of each kind."""
    assert ["a.html.gz", "a.html.br"] == list(copies_of(["a.html"]))


def test_without_brotli(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Brotli is not installed, there are copies of gzip."""
    monkeypatch.setattr(copies, "find_spec", lambda _: None)

    assert available_kinds() == (".gz",)


class TestBuild:
    """Tests of builds that write copies."""

    @pytest.fixture(name="project")
    def _project(self, family_project: Path) -> Project:
        return find_project(family_project, family_project / "no-package")

    def _build(self, project: Project, output: Path, *, precompress: bool = True) -> bool:
        checked = check_project(project, load_project(project), strict=False)
        return build(project, checked, output, precompress=precompress).whole

    def _stale(self, output: Path) -> list[str]:
        """Return the copies that are not those of their files."""
        unpack = {".gz": gzip.decompress, ".br": brotli.decompress}
        found = [path for path in output.rglob("*") if path.suffix in unpack]
        assert found
        return [
            path.name
            for path in found
            if not path.with_suffix("").is_file()
            or unpack[path.suffix](path.read_bytes()) != path.with_suffix("").read_bytes()
        ]

    def test_full(self, project: Project, tmp_path: Path) -> None:
        """Every page, list and static file has its copies."""
        self._build(project, tmp_path / "site")

        assert [] == self._stale(tmp_path / "site")
        for name in ("en/1000/index.html", "sitemap.xml", "static/style.css", "api/v1/codes.json"):
            assert (tmp_path / f"site/{name}.gz").is_file()
            assert (tmp_path / f"site/{name}.br").is_file()

    def test_changed(self, project: Project, tmp_path: Path, edit: Callable[[Path, str, str], None]) -> None:
        """A build of what changed writes their copies anew, and deletes those of files that are gone."""
        output = tmp_path / "site"
        self._build(project, output)
        edit(project.content / "families/acme/3005.yaml", "the meaning of 3005", "another meaning")
        (project.content / "families/acme/3004.yaml").unlink()

        assert not self._build(project, output)

        assert [] == self._stale(output)
        assert not (output / "en/acme/3004").exists()

    def test_switched_off(self, project: Project, tmp_path: Path) -> None:
        """A build without the option leaves no copies."""
        self._build(project, tmp_path / "site")

        assert self._build(project, tmp_path / "site", precompress=False)

        assert [] == [path for path in (tmp_path / "site").rglob("*") if path.suffix in {".gz", ".br"}]
