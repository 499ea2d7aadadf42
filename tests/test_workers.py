"""Tests of building with several processes, on a part of the real content: four of its families."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from closecodes import pipeline, workers
from closecodes.cli import main
from closecodes.model import Pair
from closecodes.model.building import build_site
from closecodes.plan import PageKind, plan_pages
from closecodes.project import Project, find_project


Tree = dict[str, bytes]

ROOT = Path(__file__).parents[1]
FAMILIES = {"graphql-ws", "pusher", "subscriptions-transport-ws", "websocket"}
"""Families whose codes name no codes but each other's, and those that limits name."""


def _tree(folder: Path) -> Tree:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _left_out(folder: str, names: list[str]) -> set[str]:
    """Return which files and folders of ``folder`` belong to other families."""
    match Path(folder).name:
        case "families":
            return set(names) - FAMILIES
        case "comparisons":
            ids = r"(?:([a-z0-9-]+?)-)?[0-9]+"
            pairs = {name: re.fullmatch(f"{ids}-{ids}.yaml", name) for name in names}
            return {name for name, pair in pairs.items() if pair and {*pair.groups("websocket")} - FAMILIES}
        case "error-texts":
            return {"discord-clients.yaml"}
        case _:
            return set()


@pytest.fixture(name="content", scope="module")
def _content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a content folder with the records of four families and all that goes with them."""
    folder = tmp_path_factory.mktemp("part") / "content"
    shutil.copytree(ROOT / "content", folder, ignore=_left_out)
    changes = (folder / "changes.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    left = (line for line in changes if "- family:" not in line or line.split(":")[1].strip() in FAMILIES)
    (folder / "changes.yaml").write_text("".join(left), encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(name="project", scope="module")
def _project(content: Path) -> Project:
    return find_project(ROOT, ROOT / "src" / "closecodes").with_content(content)


@pytest.fixture(name="build", scope="module")
def _build(project: Project) -> Callable[..., Tree]:
    """Return a function that builds the site and returns its files."""
    checked = pipeline.check_project(project, pipeline.load_project(project), strict=True)
    assert set() == {problem.rule for problem in checked.problems} - {"unneeded-exception"}

    def build(folder: Path, **options: bool | int) -> Tree:
        pipeline.build(project, checked, folder, **options)  # type: ignore[arg-type]
        return _tree(folder)

    return build


@pytest.fixture(name="reference", scope="module")
def _reference(build: Callable[..., Tree], tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Return the site, every page rendered plainly by one process."""
    return build(tmp_path_factory.mktemp("plain") / "site", plain=True, jobs=1)


def test_part_has_every_kind(project: Project) -> None:
    """The part of the content still makes every kind of page, comparisons across families included."""
    checked = pipeline.check_project(project, pipeline.load_project(project), strict=True)
    pages = list(plan_pages(build_site(checked.records)))

    assert set(PageKind) == {page.kind for page in pages}
    assert {True, False} == {
        page.subject.first.family == page.subject.second.family
        for page in pages
        if isinstance(page.subject, Pair) and page.subject.authored
    }


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_shared_parts_and_jobs_change_no_byte(
    build: Callable[..., Tree], reference: Tree, tmp_path: Path, jobs: int
) -> None:
    """The whole site is byte-identical with plain rendering, for any number of processes."""
    site = build(tmp_path / "site", jobs=jobs)

    assert set(reference) == set(site)
    assert [] == [name for name, data in reference.items() if site[name] != data]


def test_started_workers(
    build: Callable[..., Tree], reference: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a process cannot be forked, workers are started anew and make the same site."""
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    monkeypatch.setattr(
        "multiprocessing.get_context", lambda _: __import__("multiprocessing.context").context.SpawnContext()
    )

    assert reference == build(tmp_path / "site", jobs=2)


def test_without_directory_descriptors(
    build: Callable[..., Tree], reference: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where files cannot be opened relative to a descriptor, the site is the same."""
    monkeypatch.setattr(os, "supports_dir_fd", set())

    assert reference == build(tmp_path / "site", jobs=1)


def test_death_of_a_worker(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a worker dies, the build says so, ends, and leaves the previous site whole and nothing beside it."""
    output = tmp_path / "site"
    command = ["build", "--content", str(content), "--output", str(output)]
    assert 0 == main([*command, "--jobs", "1"])
    before = _tree(output)
    monkeypatch.setattr(workers, "_make", lambda *_: os.kill(os.getpid(), signal.SIGKILL))

    assert 1 == main([*command, "--jobs", "2", "--full"])

    assert "a worker process died" in capsys.readouterr().err
    assert before == _tree(output)
    assert ["site"] == [path.name for path in tmp_path.iterdir()]


def test_fault_of_a_worker(
    build: Callable[..., Tree], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a worker raises is raised by the build, and no half site is left."""

    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device", "en/1000/index.html")

    monkeypatch.setattr(workers, "_make", refuse)

    with pytest.raises(OSError, match="No space left"):
        build(tmp_path / "site", jobs=2)
    assert [] == list(tmp_path.iterdir())


class TestRendering:
    """Rebuilds whose languages are rendered in processes of their own."""

    @pytest.fixture(name="command")
    def _command(self, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Return the command that rebuilds a site of which one code has just changed."""
        monkeypatch.setattr(workers, "FEWEST_TO_SHARE", 1)
        folder = tmp_path / "content"
        shutil.copytree(content, folder)
        command = ["build", "--content", str(folder), "--pages-only", "--jobs", "2"]
        command += ["--output", str(tmp_path / "site")]
        assert 0 == main(command)
        path = folder / "families" / "websocket" / "1012.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("constants:", "identifier: SERVICE_RESTART\nconstants:", 1), encoding="utf-8"
        )
        return command

    def test_same_bytes(self, command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The site is byte-identical with one that is built from nothing by one process."""
        assert 0 == main(command)

        assert " changed" in capsys.readouterr().out
        assert 0 == main([*command[:-1], str(tmp_path / "fresh"), "--jobs", "1"])
        assert _tree(tmp_path / "fresh") == _tree(tmp_path / "site")

    def test_death(
        self,
        command: list[str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """If a worker dies, the build says so, no page is touched, and the next build makes what is missing."""
        before = _tree(tmp_path / "site")
        with monkeypatch.context() as patch:
            patch.setattr(workers, "_render_share", _die)
            assert 1 == main(command)
        after = _tree(tmp_path / "site")

        assert "a worker process died" in capsys.readouterr().err
        assert {".closecodes"} >= {name for name, data in after.items() if before.get(name) != data}
        assert 0 == main(command)
        assert b"SERVICE_RESTART" in _tree(tmp_path / "site")["en/1012/index.html"]

    def test_few(self, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """A change that concerns few pages is not worth a process."""
        monkeypatch.setattr(workers, "FEWEST_TO_SHARE", 10_000)
        monkeypatch.setattr(workers, "_render_share", _die)

        assert 0 == main(command)


def _die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


_STOPPED_BUILD = """
import os, signal, sys
from closecodes import workers
from closecodes.cli import main
parent = os.getpid()
def make(*_):
    os.kill(parent, getattr(signal, sys.argv[2]))
    signal.pause()
workers._make = make
sys.exit(main(["build", "--jobs", "2", "--output", sys.argv[1]]))
"""


def _stopped_build(output: Path, by: str) -> subprocess.CompletedProcess[str]:
    """Run a build that a worker stops by a signal, until no process is left that could write to its output."""
    return subprocess.run(
        [sys.executable, "-c", _STOPPED_BUILD, str(output), by],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )


def test_interrupt(tmp_path: Path) -> None:
    """Ctrl-C in the middle ends the build and its workers at once, with a word and no traceback."""
    result = _stopped_build(tmp_path / "site", "SIGINT")

    assert (130, "Stopped; the previous site is untouched.\n") == (result.returncode, result.stderr.lstrip())
    assert [] == list(tmp_path.iterdir())


def test_killed(tmp_path: Path) -> None:
    """A build that is killed, by a signal that nobody can catch, takes its workers with it."""
    result = _stopped_build(tmp_path / "site", "SIGKILL")

    assert (-signal.SIGKILL, "") == (result.returncode, result.stderr.strip())
    assert not (tmp_path / "site").exists()


def test_available_cores() -> None:
    """At least one core is available, and no more than the machine has."""
    assert 1 <= workers.available_cores() <= (os.cpu_count() or 1)


def test_cores_without_affinity(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no affinity, all cores of the machine count."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)

    assert 1 == workers.available_cores()


def test_workshop_travels_without_its_renderer(project: Project) -> None:
    """What is sent to another process holds no renderer."""
    checked = pipeline.check_project(project, pipeline.load_project(project), strict=True)
    workshop = pipeline.workshop_of(replace(project), checked)
    _ = workshop.renderer

    assert "renderer" not in workshop.__getstate__()
