"""Tests of closecodes.project."""

from __future__ import annotations

from pathlib import Path

import pytest

from closecodes.project import Project, find_project


@pytest.fixture(name="checkout")
def _checkout(tmp_path: Path) -> Path:
    """Return a folder laid out as the repository is."""
    root = tmp_path / "checkout"
    for name in ("content/families/websocket", "templates", "static", "locales", "src/closecodes"):
        (root / name).mkdir(parents=True)
    (root / "content/site.yaml").write_bytes(b"name: closecodes\n")
    return root


@pytest.fixture(name="installed")
def _installed(tmp_path: Path) -> Path:
    """Return a package as installed from a wheel, with the parts of a site inside it."""
    package = tmp_path / "site-packages" / "closecodes"
    for name in ("templates", "static", "locales"):
        (package / "_site" / name).mkdir(parents=True)
    return package


def _project_at(root: Path) -> Project:
    return Project(root, root / "content", root / "templates", root / "static", root / "locales")


class TestFindProject:
    """Tests of find_project."""

    def test_start(self, checkout: Path, installed: Path) -> None:
        """The folder with content/site.yaml is the project, with its own templates and catalogues."""
        assert _project_at(checkout) == find_project(checkout, installed)

    def test_above(self, checkout: Path, installed: Path) -> None:
        """The project is also found from a folder deep inside it."""
        assert _project_at(checkout) == find_project(checkout / "content/families/websocket", installed)

    def test_nearest(self, checkout: Path, installed: Path) -> None:
        """Of two projects, one inside the other, the inner one is found."""
        inner = checkout / "inner"
        (inner / "content").mkdir(parents=True)
        (inner / "content/site.yaml").write_bytes(b"name: inner\n")

        assert inner == find_project(inner, installed).root

    def test_other_content(self, tmp_path: Path, checkout: Path) -> None:
        """A folder called content without site.yaml is somebody else's."""
        (tmp_path / "elsewhere/content").mkdir(parents=True)

        assert checkout == find_project(tmp_path / "elsewhere", checkout / "src/closecodes").root

    def test_package(self, tmp_path: Path, checkout: Path) -> None:
        """Away from any project, the checkout that the program runs from is the project."""
        assert _project_at(checkout) == find_project(tmp_path, checkout / "src/closecodes")

    def test_nothing(self, tmp_path: Path, installed: Path) -> None:
        """Away from any project and checkout, the folder itself is taken, with the installed parts."""
        parts = installed / "_site"
        expected = Project(
            tmp_path, tmp_path / "content", parts / "templates", parts / "static", parts / "locales"
        )

        assert expected == find_project(tmp_path, installed)

    def test_own_parts_first(self, checkout: Path, installed: Path) -> None:
        """Each part that a project lacks is taken from the installed package, the others are its own."""
        (checkout / "templates").rmdir()

        project = find_project(checkout, installed)

        assert installed / "_site/templates" == project.templates
        assert checkout / "locales" == project.locales


class TestProject:
    """Tests of Project."""

    def test_other_content(self, checkout: Path, tmp_path: Path) -> None:
        """Another content folder changes nothing else."""
        project = _project_at(checkout).with_content(tmp_path / "records")

        assert tmp_path / "records" == project.content
        assert _project_at(checkout) == project.with_content(checkout / "content")

    def test_same_content(self, checkout: Path) -> None:
        """Without another content folder the project stays as it is."""
        assert _project_at(checkout) == _project_at(checkout).with_content(None)

    def test_shown_inside(self, checkout: Path) -> None:
        """Paths in the project are shown from its root."""
        assert checkout == _project_at(checkout).shown_from(checkout / "content")

    def test_shown_outside(self, checkout: Path, tmp_path: Path) -> None:
        """Paths in a content folder elsewhere are shown from the folder around it."""
        assert tmp_path == _project_at(checkout).shown_from(tmp_path / "records")
