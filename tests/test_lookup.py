"""The page at an address: the one that the plan has there."""

from __future__ import annotations

from pathlib import Path

import pytest

from closecodes import inspecting
from closecodes.lookup import find_page, not_found_page
from closecodes.model import Site
from closecodes.model.building import build_site
from closecodes.plan import plan_pages
from closecodes.project import find_project


@pytest.fixture(name="site")
def _site(family_project: Path) -> Site:
    """Return the model of a project of two families."""
    project = find_project(family_project, family_project)
    checked = inspecting.check_project(project, inspecting.load_project(project), strict=False)
    return build_site(checked.records)


class TestFindPage:
    """The page at an address."""

    def test_every_page(self, site: Site) -> None:
        """Each page of the plan is found at its address."""
        assert [] == [page for page in plan_pages(site) if find_page(site, page.address) != page]

    @pytest.mark.parametrize(
        "address",
        [
            "en/1099/",
            "en/1000",
            "de/1000/",
            "en/compare/1000-vs-1000/",
            "en/compare/1000-vs-1099/",
            "en/compare/1000-vs-acme-3001/",
            "de/compare/1000-vs-1001/",
            "en/compare/1000-vs-1001/more/",
        ],
    )
    def test_nothing_there(self, site: Site, address: str) -> None:
        """Where the plan has no page, none is found."""
        assert find_page(site, address) is None


class TestNotFoundPage:
    """The page for an address at which there is none."""

    @pytest.mark.parametrize(
        ("address", "file"),
        [("fr/1099/", "fr/404.html"), ("en/1099/", "en/404.html"), ("1099/", "404.html"), ("", "404.html")],
    )
    def test_language(self, site: Site, address: str, file: str) -> None:
        """It speaks the language of the address, or serves all."""
        assert file == not_found_page(site, address).file
