"""A small project of two families, and what files for programs are made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from closecodes.cache import Cache
from closecodes.pages import Page
from closecodes.pipeline import check_project, load_project, workshop_of
from closecodes.plan import plan_pages
from closecodes.project import find_project
from closecodes.workshop import Workshop


@pytest.fixture(name="workshop")
def _workshop(family_project: Path) -> Workshop:
    """Return what renders the project."""
    project = find_project(family_project, family_project / "no-package")
    return workshop_of(project, check_project(project, load_project(project), strict=False))


@pytest.fixture(name="at")
def _at(workshop: Workshop) -> Callable[[str], Page]:
    """Return the function that finds the page at an address in the plan."""
    pages = {page.address: page for page in plan_pages(workshop.site)}
    return pages.__getitem__


@pytest.fixture(name="made")
def _made(workshop: Workshop, at: Callable[[str], Page]) -> Callable[[str], bytes]:
    """Return the function that makes the file at an address."""
    return lambda address: workshop.renderer.render(at(address))


@pytest.fixture(name="keeping")
def _keeping(workshop: Workshop, tmp_path: Path) -> Workshop:
    """Return the workshop with a cache."""
    return replace(workshop, cache=Cache(tmp_path / "cache", "basis", {}))
