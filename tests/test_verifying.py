"""Tests of closecodes.verifying: content that is read and checked for a build, from nothing or after an edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes import inspecting, quick
from closecodes.check import Checked
from closecodes.project import Project, find_project
from closecodes.verifying import Refusal, Verification


Edit = Callable[[Path, str, str], None]

RECORD = "families/websocket/1000.yaml"


@pytest.fixture(name="project")
def _project(family_project: Path) -> Project:
    return find_project(family_project, family_project / "no-package")


def _inputs(project: Project) -> str:
    return quick.inputs_of(str(project.root), str(project.content), None, strict=False)


def _verified(project: Project, *, strict: bool = False, certain: bool = True) -> Verification:
    return Verification(project, _inputs(project) if certain else None, strict=strict)


def _fresh(project: Project, *, strict: bool = False) -> Checked:
    return inspecting.check_project(project, inspecting.load_project(project), strict=strict)


def _replace(project: Project, name: str, old: str, new: str) -> None:
    path = project.content / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.fixture(name="reads")
def _reads(monkeypatch: pytest.MonkeyPatch) -> list[Project]:
    """Return a list of the projects whose whole content is read from now on."""
    reads: list[Project] = []
    load = inspecting.load_project

    def logged(project: Project) -> object:
        reads.append(project)
        return load(project)

    monkeypatch.setattr(inspecting, "load_project", logged)
    return reads


EDITS: dict[str, Callable[[Project], object]] = {
    "nothing": lambda _: None,
    "slip": lambda project: _replace(project, RECORD, "1000 ", "1000  "),
    "broken": lambda project: (project.content / RECORD).write_text("code: [1000\n", encoding="utf-8"),
    "gone": lambda project: (project.content / "families/acme/3001.yaml").unlink(),
    "new": lambda project: (project.content / "families/acme/3009.yaml").write_text("code: 3009\n", "utf-8"),
    "same-number": lambda project: (project.content / "families/acme/3008.yaml").write_bytes(
        (project.content / "families/acme/3005.yaml").read_bytes()
    ),
    "family": lambda project: _replace(project, "families/acme/family.yaml", '"min": 3000', '"min": 3002'),
    "prose": lambda project: _replace(project, "pages/about.en.md", "small", "small  [code](code:9)"),
    "reference": lambda project: _replace(project, "families/acme/3003.yaml", '"1001"', '"1099"'),
}


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS.keys())
def test_same_problems(project: Project, change: Callable[[Project], object], *, strict: bool) -> None:
    """After an edit, what is wrong is what checking everything from nothing finds."""
    _verified(project).finish()
    change(project)

    expected = _fresh(project, strict=strict)
    verified = _verified(project, strict=strict)

    assert expected.problems == verified.all.problems
    assert expected.failed is verified.all.failed
    assert [parsed.record for parsed in expected.records.all()] == [
        parsed.record for parsed in verified.all.records.all()
    ]


def test_read_once(project: Project, reads: list[Project]) -> None:
    """After a build, only what was saved since is read."""
    _verified(project).finish()
    _replace(project, RECORD, "1000 ", "1000  ")

    _ = _verified(project).all

    assert [project] == reads


def test_not_certain(project: Project, reads: list[Project]) -> None:
    """Where a file might change without showing it, everything is read."""
    for certain in (True, False):
        _verified(project, certain=certain).finish()

    assert [project, project] == reads


def test_anew(project: Project, reads: list[Project]) -> None:
    """A build from nothing reads everything, whatever is remembered."""
    _verified(project).finish()

    Verification(project, _inputs(project), strict=False, anew=True).finish()

    assert [project, project] == reads


def test_other_program(project: Project, reads: list[Project], monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of the program found is looked for again."""
    _verified(project).finish()
    monkeypatch.setattr("closecodes.verifying.sys.version", "another")

    _verified(project).finish()

    assert [project, project] == reads


def test_many_changes(project: Project, reads: list[Project]) -> None:
    """After many changes the content is remembered anew, after a few the old memory serves."""
    _verified(project).finish()
    memory = next((project.root / quick.CACHE).glob("content-*"))
    before = memory.read_bytes()
    _replace(project, RECORD, "verified: true", "verified:  true")
    _verified(project).finish()
    few = memory.read_bytes()
    for path in project.content.rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8", newline="\n")
    _verified(project).finish()

    assert before == few
    assert before != memory.read_bytes()
    assert [project] == reads


def test_refusal(project: Project) -> None:
    """Content with an error may not be published, and is not remembered."""
    EDITS["reference"](project)
    verification = _verified(project)

    assert verification.errors.failed
    with pytest.raises(Refusal):
        verification.finish()
    assert [] == list((project.root / quick.CACHE).glob("content-*"))


@pytest.mark.parametrize("strict", [False, True])
def test_warning(project: Project, *, strict: bool) -> None:
    """A warning is no error, and found in the second step; it refuses a strict build."""
    EDITS["slip"](project)
    verification = _verified(project, strict=strict)

    assert () == verification.errors.problems
    assert strict is verification.all.failed
