"""A renderer that goes on with what it has made: the same bytes as one that begins anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from closecodes import inspecting
from closecodes.model import Site
from closecodes.model.building import build_site
from closecodes.plan import plan_pages
from closecodes.project import Project, find_project
from closecodes.render import Renderer
from closecodes.workshop import Workshop


@pytest.fixture(name="project")
def _project(family_project: Path) -> Project:
    """Return a project of two families, with templates that show what those of the site do."""
    return find_project(family_project, family_project)


def _workshop(project: Project) -> Workshop:
    checked = inspecting.check_project(project, inspecting.load_project(project), strict=False)
    assert not checked.failed
    return Workshop(build_site(checked.records), project.templates, project.locales, "https://example.org/")


def _pages(site: Site, renderer: Renderer) -> Mapping[str, bytes]:
    return {page.address: renderer.render(page) for page in plan_pages(site)}


def _change(path: Path, **changes: Any) -> None:
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**record, **changes}), encoding="utf-8")


def _rewrite(path: Path) -> None:
    _change(path, name={"en": "Other", "fr": "Autre"}, see_also=["1000"])


def _translate(path: Path) -> None:
    record = json.loads(path.read_text(encoding="utf-8"))
    _change(path, text={**record["text"], "fix": {"en": "Do it otherwise."}})


def _differ(path: Path) -> None:
    record = json.loads(path.read_text(encoding="utf-8"))
    _change(path, facts={**record["facts"], "retry": "never", "subject": "policy"})


class TestRenewed:
    """A renderer for a site of which one record is another."""

    @pytest.mark.parametrize(
        ("edit", "name"),
        [(_rewrite, "websocket/1002"), (_translate, "acme/3003"), (_differ, "acme/3000")],
    )
    def test_same_bytes(self, project: Project, name: str, edit: Callable[[Path], None]) -> None:
        """Every page is the one that a new renderer makes."""
        before = _workshop(project)
        _pages(before.site, before.renderer)
        path = project.content / "families" / f"{name}.yaml"

        edit(path)
        after = _workshop(project)
        id_ = name.removeprefix("websocket/").replace("/", "-")
        renewed = before.renderer.renewed(after.site, after.site.codes.keys() - {id_})

        assert _pages(after.site, after.renderer) == _pages(after.site, renewed)

    def test_parts_are_used_again(self, project: Project) -> None:
        """Parts of codes that are as they were are not rendered again."""
        workshop = _workshop(project)
        _pages(workshop.site, workshop.renderer)
        before = workshop.renderer._composers["en"].parts["1002"]  # noqa: SLF001 - what is under test

        renewed = workshop.renderer.renewed(workshop.site, workshop.site.codes.keys())
        _pages(workshop.site, renewed)

        after = renewed._composers["en"].parts["1002"]  # noqa: SLF001 - as above
        assert before.keys() == after.keys()
        assert before
        assert all(after[key] is part for key, part in before.items())
