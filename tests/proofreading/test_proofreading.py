"""Tests of a whole reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from closecodes import inspecting
from closecodes.project import Project, find_project
from closecodes.proofreading import Proof, proofread
from closecodes.proofreading.proofreading import Tools


@pytest.fixture(name="project")
def _project(small_project: Path) -> Project:
    """Return a small project with a list of names, one of which no text has."""
    folder = small_project / "proofreading"
    folder.mkdir()
    folder.joinpath("names.txt").write_text("unheard\n", encoding="utf-8")
    return find_project(small_project, small_project)


@pytest.fixture(name="tools")
def _tools(project: Project) -> Tools:
    """Return dictionaries that know every word of the small project, and a grammar program that finds no fault."""
    folder = project.root / "tools"
    folder.mkdir()
    words = set(_all_text(project).split())
    for name in ("en_GB", "fr"):
        (folder / f"{name}.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (folder / f"{name}.dic").write_text("\n".join(["9", *sorted(words)]) + "\n", encoding="utf-8")
    program = folder / "grammar"
    program.write_text("#!/bin/sh\necho '{\"data\": []}'\n", encoding="utf-8")
    program.chmod(0o755)
    return Tools(folder, str(program))


def _all_text(project: Project) -> str:
    paths = [*project.content.rglob("*.*"), *project.locales.rglob("*.po")]
    text = " ".join(path.read_text(encoding="utf-8") for path in paths)
    return "".join(sign if sign.isalpha() or sign == "'" else " " for sign in text.replace("’", "'"))


def _read(project: Project, tools: Tools, site: Path | None = None) -> Proof:
    checked = inspecting.check_project(project, inspecting.load_project(project), strict=False)
    return proofread(project, checked.records, site, tools)


def test_in_order(project: Project, tools: Tools) -> None:
    """Texts without faults give no problems."""
    proof = _read(project, tools)

    assert ((), ()) == (proof.problems, proof.notices)
    assert proof.pieces


def test_faults_of_pages(project: Project, tools: Tools, tmp_path: Path) -> None:
    """Pages are read too; what a source says already is told there, once, and unneeded words are named."""
    site = tmp_path / "public" / "fr"
    site.mkdir(parents=True)
    page = '<html lang="fr"><p>Qui ferme?</p><p>Wrongg</p><p>Zut</p></html>'
    site.joinpath("index.html").write_text(page, encoding="utf-8")
    project.content.joinpath("pages", "about.fr.md").write_text("# À propos\n\nWrongg\n", encoding="utf-8")

    problems = _read(project, tools, site.parent).problems

    assert {
        ("typography", f"{site}/index.html"),
        ("spelling", f"{site}/index.html"),
        ("spelling", "content/pages/about.fr.md"),
        ("list", "proofreading/names.txt"),
    } == {(problem.rule, problem.place.path) for problem in problems}
    assert 1 == sum("`Wrongg`" in problem.message for problem in problems)


def test_missing_tools(project: Project, tmp_path: Path) -> None:
    """What is not installed is told, and the rest is read; lists are not judged by half a reading."""
    proof = _read(project, Tools(tmp_path, "no-such-program"), tmp_path)

    assert () == proof.problems
    assert 3 == len(proof.notices)
