"""Tests of building on a real Dask scheduler with two worker processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from closecodes import pipeline
from closecodes.check import Checked
from closecodes.cluster import read_published
from closecodes.project import Project, find_project
from closecodes.stores import is_address


pytest.importorskip("distributed", reason="needs the extra `cluster`")

_PATIENCE = 60.0
"""Seconds that a scheduler may take to start on a busy machine."""


class _Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        self._log = (folder / "log").open("w")
        self._scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0")
        self.workers = [self._worker() for _ in range(2)]

    @property
    def address(self) -> str:
        """Return the address of the scheduler, once it and its workers are there."""
        from distributed import Client  # noqa: PLC0415 - an extra

        deadline = time.monotonic() + _PATIENCE
        while not self._file.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        with Client(scheduler_file=str(self._file), set_as_default=False) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(1, timeout=_PATIENCE)
            return str(client.scheduler.address)

    def _worker(self) -> subprocess.Popen[bytes]:
        return self._start("dask_worker", "--no-nanny", "--nthreads", "1", "--host", "127.0.0.1")

    def _start(self, module: str, *options: str) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-m", f"distributed.cli.{module}", "--no-dashboard"]
        words += ["--scheduler-file", str(self._file), *options]
        return subprocess.Popen(words, stdout=self._log, stderr=self._log)

    def stop(self) -> None:
        """End all processes."""
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()
        self._log.close()


@pytest.fixture(name="cluster")
def _cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Cluster]:
    cluster = _Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.stop()


@pytest.fixture(name="project")
def _project(family_project: Path) -> Project:
    return find_project(family_project, family_project / "no-package")


@pytest.fixture(name="checked")
def _checked(project: Project) -> Checked:
    return pipeline.check_project(project, pipeline.load_project(project), strict=False)


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(name="reference")
def _reference(project: Project, checked: Checked, tmp_path: Path) -> dict[str, bytes]:
    pipeline.build(project, checked, tmp_path / "local")
    return _tree(tmp_path / "local")


def test_shared_disk(
    project: Project, checked: Checked, reference: dict[str, bytes], cluster: _Cluster, tmp_path: Path
) -> None:
    """Workers of a cluster make the very bytes that one process makes, and the site is swapped in whole."""
    pipeline.build(project, checked, tmp_path / "site", scheduler=cluster.address)

    assert reference == _tree(tmp_path / "site")


def test_loss_of_a_worker(
    project: Project, checked: Checked, reference: dict[str, bytes], cluster: _Cluster, tmp_path: Path
) -> None:
    """When a worker dies in the middle, another makes its batches again."""
    lost: list[int] = []

    def lose(_done: int, _total: int) -> None:
        if not lost:
            lost.append(cluster.workers[0].pid)
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

    pipeline.build(project, checked, tmp_path / "site", scheduler=cluster.address, progress=lose)

    assert [cluster.workers[0].pid] == lost
    assert reference == _tree(tmp_path / "site")


def test_store(
    project: Project, checked: Checked, reference: dict[str, bytes], cluster: _Cluster, tmp_path: Path
) -> None:
    """An address gets every page, loses what is gone, and has its manifest written last."""
    target = (tmp_path / "store").as_uri()
    (tmp_path / "store/en/9999").mkdir(parents=True)

    pipeline.publish_to_store(project, checked, target, scheduler=cluster.address)

    assert reference == _tree(tmp_path / "store")
    assert read_published(target) is not None


@pytest.mark.parametrize(
    ("output", "expected"), [("s3://bucket/site", True), ("public", False), ("C:\\site", False)]
)
def test_is_address(output: str, *, expected: bool) -> None:
    """Only what names a protocol is an address."""
    assert expected is is_address(output)


def test_address_without_scheduler(capsys: pytest.CaptureFixture[str]) -> None:
    """An address as output asks for a scheduler."""
    from closecodes.cli import main  # noqa: PLC0415 - as users run it

    assert 2 == main(["build", "--output", "memory://site"])
    assert "add --scheduler" in capsys.readouterr().err
