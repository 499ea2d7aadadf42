"""Tests of closecodes.snapshot: the content of a build, remembered for the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.check import Checked
from closecodes.inspecting import check_project, load_project
from closecodes.project import Project, find_project
from closecodes.snapshot import Snapshot, keep_snapshot, recall_snapshot


Edit = Callable[[Path, str, str], None]

STATES = {"/content/site.yaml": "12 34", "/content/ranges.yaml": "56 78"}


@pytest.fixture(name="project")
def _project(family_project: Path) -> Project:
    return find_project(family_project, family_project / "no-package")


@pytest.fixture(name="checked")
def _checked(project: Project, edit: Edit) -> Checked:
    """Return content with a date in a source and a text in which something is wrong."""
    record = project.content / "families/websocket/1000.yaml"
    edit(record, "verified: true", "verified: true\n    checked: 2026-11-22")
    (project.content / "unknown.yaml").write_text("a: {b: 1\n", encoding="utf-8")
    return check_project(project, load_project(project), strict=False)


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "cache/content"


def _kept(path: Path, checked: Checked, basis: str = "basis") -> Snapshot | None:
    keep_snapshot(path, "basis", checked, STATES)
    return recall_snapshot(path, basis)


def test_same_content(path: Path, checked: Checked) -> None:
    """Documents come back as they were read: values, dates, places, texts and faults."""
    snapshot = _kept(path, checked)

    assert snapshot
    assert checked.records.content == snapshot.content
    assert any(document.problems for document in snapshot.content.documents)
    assert "datetime.date(2026, 11, 22)" in repr([document.value for document in snapshot.content.documents])


def test_same_findings(path: Path, checked: Checked) -> None:
    """Records and problems come back as they were found."""
    snapshot = _kept(path, checked)

    assert snapshot
    assert checked.problems
    assert checked.problems == snapshot.checked.problems
    assert [parsed.record for parsed in checked.records.all()] == [
        parsed.record for parsed in snapshot.checked.records.all()
    ]


def test_other_basis(path: Path, checked: Checked) -> None:
    """What another program found is not trusted."""
    assert _kept(path, checked, basis="another") is None


def test_nothing_kept(path: Path) -> None:
    """Where nothing was kept, nothing is recalled."""
    assert recall_snapshot(path, "basis") is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:40],
        lambda _: b"",
        lambda data: data[:32] + b"x" + data[33:],
    ],
    ids=["cut", "short", "empty", "changed"],
)
def test_damaged(path: Path, checked: Checked, damage: Callable[[bytes], bytes]) -> None:
    """A damaged file is not trusted."""
    _kept(path, checked)
    path.write_bytes(damage(path.read_bytes()))

    assert recall_snapshot(path, "basis") is None


def test_disk_that_refuses(tmp_path: Path, checked: Checked) -> None:
    """Where nothing can be written, nothing is kept, and nothing fails."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    assert _kept(tmp_path / "file/content", checked) is None


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (STATES, []),
        ({**STATES, "/content/site.yaml": "12 35"}, ["/content/site.yaml"]),
        ({**STATES, "/content/new.yaml": "1 1"}, ["/content/new.yaml"]),
        ({"/content/site.yaml": "12 34"}, ["/content/ranges.yaml"]),
    ],
    ids=["nothing", "saved", "new", "gone"],
)
def test_changed(path: Path, checked: Checked, states: dict[str, str], expected: list[str]) -> None:
    """Files that were saved, came or went are told by their states."""
    snapshot = _kept(path, checked)

    assert snapshot
    assert [Path(name) for name in expected] == snapshot.changed(states)
