"""Tests of closecodes.publish: all or nothing, whatever stops the build."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO

import pytest

from closecodes.exchange import exchange
from closecodes.publish import MARKER, ForeignOutputError, publish


Snapshot = Callable[[Path], Mapping[str, bytes]]

_OLD = [("index.html", b"old"), ("en/1000/index.html", b"old 1000"), ("en/gone/index.html", b"old page")]
_NEW = [("index.html", b"new"), ("en/1000/index.html", b"new 1000")]

_BLOCKED_BUILD = """
import sys
from pathlib import Path
from closecodes.publish import publish

def files():
    yield "index.html", b"new"
    yield "en/1000/index.html", b"half of the new site is written"
    print("half-way", flush=True)
    sys.stdin.read()
    raise AssertionError("the build was to be killed here")

publish(Path(sys.argv[1]), files(), Path(sys.argv[2]))
"""


@pytest.fixture(name="static")
def _static(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    (folder / "icons").mkdir(parents=True)
    (folder / "style.css").write_bytes(b"body {}\r\n")
    (folder / "icons/icon.svg").write_bytes(b"<svg/>")
    return folder


@pytest.fixture(name="output")
def _output(tmp_path: Path) -> Path:
    return tmp_path / "sites" / "site"


@pytest.fixture(name="site")
def _site(output: Path, static: Path) -> Path:
    """Return an output folder that holds a site already."""
    publish(output, _OLD, static)
    return output


@pytest.fixture(name="can_exchange")
def _can_exchange(tmp_path: Path) -> None:
    """Skip the test where the system cannot exchange two folders in one step."""
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    if not exchange(tmp_path / "one", tmp_path / "other"):
        pytest.skip("this system cannot exchange folders")


@pytest.fixture(name="no_exchange")
def _no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the system's way to exchange two folders in one step, which not every system has."""
    monkeypatch.setattr("closecodes.publish.exchange", lambda _one, _other: False)


def _interrupted_by(error: BaseException) -> Iterator[tuple[str, bytes]]:
    yield from _NEW
    raise error


def _neighbours(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir())


def _abandon(output: Path, process: object, kind: str = "building") -> Path:
    """Leave behind what a build of ``process`` leaves when it is killed."""
    folder = output.with_name(f".{output.name}.{kind}-{process}")
    folder.mkdir(parents=True)
    (folder / "index.html").write_bytes(b"abandoned")
    return folder


@pytest.fixture(name="dead_process")
def _dead_process() -> int:
    """Return the number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


class TestPublish:
    """Tests of a publication that nothing stops."""

    def test_files(self, output: Path, static: Path, snapshot: Snapshot) -> None:
        """Files, static files and the marker are all that the output holds."""
        publish(output, _NEW, static)

        expected = {
            "index.html": b"new",
            "en/1000/index.html": b"new 1000",
            "static/style.css": b"body {}\r\n",
            "static/icons/icon.svg": b"<svg/>",
        }
        found = snapshot(output)
        assert expected == {name: data for name, data in found.items() if name != MARKER}
        assert MARKER in found

    def test_count(self, output: Path, static: Path) -> None:
        """The result counts files and static files, not the marker."""
        assert publish(output, iter(_NEW), static) == 4

    def test_no_static(self, output: Path, tmp_path: Path) -> None:
        """A project without static files is published without them."""
        assert publish(output, _NEW, tmp_path / "nothing") == 2

    def test_replaced(self, site: Path, static: Path, snapshot: Snapshot) -> None:
        """Files that are no longer planned disappear; the others are replaced."""
        publish(site, _NEW, static)

        found = snapshot(site)
        assert "en/gone/index.html" not in found
        assert found["en/1000/index.html"] == b"new 1000"

    @pytest.mark.usefixtures("no_exchange")
    def test_without_exchange(self, site: Path, static: Path, snapshot: Snapshot) -> None:
        """Where the system cannot exchange folders, the new site takes the old one's place all the same."""
        publish(site, _NEW, static)

        assert "en/gone/index.html" not in snapshot(site)
        assert (site / "index.html").read_bytes() == b"new"
        assert [site.name] == _neighbours(site)

    @pytest.mark.usefixtures("can_exchange")
    def test_never_missing(self, site: Path, static: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the system can exchange folders, the output is never moved away, not even for a moment."""
        moved: list[str] = []
        monkeypatch.setattr(Path, "rename", lambda source, _target: moved.append(source.name))

        publish(site, _NEW, static)

        assert moved == []
        assert (site / "index.html").read_bytes() == b"new"

    def test_no_trace(self, site: Path, static: Path) -> None:
        """Nothing stays beside the output once it is published."""
        publish(site, _NEW, static)

        assert [site.name] == _neighbours(site)

    def test_deterministic(self, tmp_path: Path, static: Path, snapshot: Snapshot) -> None:
        """Two publications of the same files are byte-identical."""
        publish(tmp_path / "one", _NEW, static)
        publish(tmp_path / "two", _NEW, static)

        assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")

    def test_old_site_meanwhile(self, site: Path, static: Path) -> None:
        """The previous site can be read until the last file of the new one is written."""
        seen: list[bytes] = []

        def files() -> Iterator[tuple[str, bytes]]:
            for name, data in _NEW:
                yield name, data
                seen.append((site / "index.html").read_bytes())

        publish(site, files(), static)

        assert seen == [b"old", b"old"]
        assert (site / "index.html").read_bytes() == b"new"


class TestStopped:
    """Tests of publications that something stops."""

    @pytest.mark.parametrize(
        "error",
        [ValueError("a template is broken"), KeyboardInterrupt(), OSError(28, "No space left on device")],
    )
    def test_previous_site(self, error: BaseException, site: Path, static: Path, snapshot: Snapshot) -> None:
        """An exception between two files leaves the previous site as it was, and nothing beside it."""
        before = snapshot(site)

        with pytest.raises(type(error)):
            publish(site, _interrupted_by(error), static)

        assert before == snapshot(site)
        assert [site.name] == _neighbours(site)

    def test_no_previous_site(self, output: Path, static: Path) -> None:
        """A first publication that is stopped leaves nothing at all."""
        with pytest.raises(KeyboardInterrupt):
            publish(output, _interrupted_by(KeyboardInterrupt()), static)

        assert _neighbours(output) == []

    def test_file_in_the_way(self, site: Path, static: Path, snapshot: Snapshot) -> None:
        """An error of the disk while a file is written leaves the previous site as it was."""
        before = snapshot(site)

        with pytest.raises(OSError, match=r"index\.html"):
            publish(site, [*_NEW, ("index.html/below-a-file.html", b"")], static)

        assert before == snapshot(site)
        assert [site.name] == _neighbours(site)

    @pytest.mark.usefixtures("no_exchange")
    @pytest.mark.parametrize("error", [OSError(18, "Invalid cross-device link"), KeyboardInterrupt()])
    def test_swap(
        self,
        error: BaseException,
        site: Path,
        static: Path,
        snapshot: Snapshot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """An exception once the previous site is moved aside brings it back."""
        before = snapshot(site)
        _fail_to_move_in(monkeypatch, error)

        with pytest.raises(type(error)):
            publish(site, _NEW, static)

        assert before == snapshot(site)
        assert [site.name] == _neighbours(site)

    def test_first_swap(self, output: Path, static: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A first publication that cannot be moved into place leaves nothing at all."""
        _fail_to_move_in(monkeypatch, OSError(18, "Invalid cross-device link"))

        with pytest.raises(OSError, match="cross-device"):
            publish(output, _NEW, static)

        assert _neighbours(output) == []


def _fail_to_move_in(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let every attempt to move a new site into its place raise ``error``."""
    for name in ("rename", "replace"):
        move: Callable[[Path, Path], None] = getattr(os, name)

        def fail(source: Path, target: Path, *, move: Callable[[Path, Path], None] = move) -> None:
            if ".building-" in Path(source).name:
                raise error
            move(source, target)

        monkeypatch.setattr(os, name, fail)


@pytest.fixture(name="killed_build")
def _killed_build(site: Path, static: Path) -> Path:
    """Return an output folder whose rebuilding was killed half-way, by a signal that nobody can catch."""
    command = [sys.executable, "-c", _BLOCKED_BUILD, str(site), str(static)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert _pipe(process.stdout).readline().strip() == b"half-way"
        process.kill()
        process.wait()
    return site


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


class TestKilled:
    """Tests of builds that are killed, and of the builds after them."""

    def test_previous_site(self, killed_build: Path, snapshot: Snapshot) -> None:
        """The previous site is whole after a build was killed, although the new one was half written."""
        found = snapshot(killed_build)

        assert dict(_OLD) == {name: found[name] for name, _ in _OLD}
        assert len(_neighbours(killed_build)) == 2

    def test_next_build(self, killed_build: Path, static: Path) -> None:
        """The next build removes what the killed one left behind."""
        publish(killed_build, _NEW, static)

        assert (killed_build / "en/1000/index.html").read_bytes() == b"new 1000"
        assert [killed_build.name] == _neighbours(killed_build)

    def test_moved_aside(self, site: Path, static: Path, dead_process: int) -> None:
        """A previous site that a killed build had moved aside is removed by the next one."""
        _abandon(site, dead_process, "previous")

        publish(site, _NEW, static)

        assert [site.name] == _neighbours(site)

    def test_brought_back(self, site: Path, static: Path, dead_process: int, snapshot: Snapshot) -> None:
        """A site that was moved aside by a build killed before its own was in place comes back."""
        before = snapshot(site)
        site.rename(site.with_name(f".{site.name}.previous-{dead_process}"))

        with pytest.raises(ValueError, match="broken"):
            publish(site, _interrupted_by(ValueError("broken")), static)

        assert before == snapshot(site)

    def test_running_build(self, site: Path, static: Path) -> None:
        """What belongs to a build that still runs is left alone."""
        command = [sys.executable, "-c", "input()"]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
            folder = _abandon(site, process.pid)
            publish(site, _NEW, static)
            process.communicate(b"\n")

        assert (folder / "index.html").read_bytes() == b"abandoned"

    def test_build_of_others(
        self, site: Path, static: Path, dead_process: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What belongs to a process that may not be asked is left alone."""

        def refuse(process: int, signal: int) -> None:
            raise PermissionError(1, f"Operation not permitted: signal {signal} to {process}")

        folder = _abandon(site, dead_process)
        monkeypatch.setattr(os, "kill", refuse)

        publish(site, _NEW, static)

        assert folder.is_dir()

    def test_no_process(self, site: Path, static: Path) -> None:
        """A left-over folder that names no process is removed."""
        _abandon(site, "unknown")

        publish(site, _NEW, static)

        assert [site.name] == _neighbours(site)

    def test_same_process_number(self, site: Path, static: Path) -> None:
        """A killed build that had the number of this process is no obstacle, as happens in containers."""
        _abandon(site, os.getpid())
        _abandon(site, os.getpid(), "previous")

        publish(site, _NEW, static)

        assert [site.name] == _neighbours(site)

    def test_other_output(self, site: Path, static: Path, dead_process: int) -> None:
        """What a build of another output left behind is left to the next build of that output."""
        folder = _abandon(site.with_name("other"), dead_process)

        publish(site, _NEW, static)

        assert folder.is_dir()

    def test_pattern_in_name(self, output: Path, static: Path, dead_process: int) -> None:
        """An output folder may have a name that would be a pattern."""
        odd = output.with_name("site[1]")
        _abandon(odd, dead_process)

        publish(odd, _NEW, static)

        assert [odd.name] == _neighbours(odd)


class TestForeign:
    """Tests of outputs that are not ours to replace."""

    def test_folder(self, output: Path, static: Path, snapshot: Snapshot) -> None:
        """A folder that holds something and no marker is refused and left as it is."""
        output.mkdir(parents=True)
        (output / "thesis.txt").write_bytes(b"years of work")

        with pytest.raises(ForeignOutputError) as caught:
            publish(output, _NEW, static)

        assert output == caught.value.path
        assert snapshot(output) == {"thesis.txt": b"years of work"}
        assert [output.name] == _neighbours(output)

    def test_message(self, output: Path, static: Path) -> None:
        """The error names the folder and says what to do."""
        output.mkdir(parents=True)
        (output / "thesis.txt").write_bytes(b"years of work")

        with pytest.raises(
            ForeignOutputError, match=r"choose another --output, or empty it yourself"
        ) as caught:
            publish(output, _NEW, static)

        assert str(caught.value).startswith(str(output))

    def test_file(self, output: Path, static: Path) -> None:
        """A file is refused and left as it is."""
        output.parent.mkdir(parents=True)
        output.write_bytes(b"years of work")

        with pytest.raises(ForeignOutputError):
            publish(output, _NEW, static)

        assert output.read_bytes() == b"years of work"

    def test_link_to_site(self, site: Path, static: Path, snapshot: Snapshot) -> None:
        """A symbolic link is refused, even one to a site of ours."""
        link = site.with_name("link")
        link.symlink_to(site, target_is_directory=True)
        before = snapshot(site)

        with pytest.raises(ForeignOutputError):
            publish(link, _NEW, static)

        assert link.is_symlink()
        assert before == snapshot(site)

    def test_dangling_link(self, output: Path, static: Path) -> None:
        """A symbolic link that leads nowhere is refused."""
        output.parent.mkdir(parents=True)
        output.symlink_to(output.with_name("nowhere"))

        with pytest.raises(ForeignOutputError):
            publish(output, _NEW, static)

        assert output.is_symlink()

    def test_marker_folder(self, output: Path, static: Path) -> None:
        """A folder called like the marker does not make a site of the folder around it."""
        (output / MARKER).mkdir(parents=True)

        with pytest.raises(ForeignOutputError):
            publish(output, _NEW, static)

    def test_nothing_rendered(self, output: Path, static: Path) -> None:
        """Refusal comes before the first page is rendered."""
        output.mkdir(parents=True)
        (output / "thesis.txt").write_bytes(b"years of work")
        files = iter(_NEW)

        with pytest.raises(ForeignOutputError):
            publish(output, files, static)

        assert list(files) == _NEW

    def test_empty_folder(self, output: Path, static: Path) -> None:
        """An empty folder is nobody's and may become a site."""
        output.mkdir(parents=True)

        publish(output, _NEW, static)

        assert (output / "index.html").read_bytes() == b"new"
