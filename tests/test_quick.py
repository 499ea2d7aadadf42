"""Tests of closecodes.quick: a build that has nothing to do is told at once, any other is left to the build."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from closecodes import cli, quick


Edit = Callable[[Path, str, str], None]
Capture = pytest.CaptureFixture[str]
Change = Callable[[Path], object]

_DAY = 86_400
_RECORD = "content/families/websocket/1000.yaml"
_CATALOGUE = "locales/fr/LC_MESSAGES/messages.po"


def _age(root: Path) -> None:
    """Make all files below ``root`` a day older, as those of a project that somebody comes back to."""
    for path in root.rglob("*"):
        if path.is_file():
            found = path.stat()
            os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns - _DAY * 10**9))


@pytest.fixture(name="project")
def _project(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the root of a small project whose files have not changed for a while; it is the current folder."""
    _age(small_project)
    monkeypatch.chdir(small_project)
    return small_project


@pytest.fixture(name="built")
def _built(project: Path, capsys: Capture) -> Path:
    """Return the root of a project that has been built into ``public``."""
    assert cli.main(["build"]) == 0
    capsys.readouterr()
    return project


class TestUpToDate:
    """Tests of builds that have nothing to do."""

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["build"],
            ["--output", "public"],
            ["build", "--output=public"],
            ["--content", "content"],
            ["--content=./content/../content", "--jobs", "3"],
        ],
    )
    def test_one_line(self, arguments: list[str], built: Path, capsys: Capture) -> None:
        """However the same build is asked for, one line says that the site is up to date."""
        assert quick.main(arguments) == 0
        assert capsys.readouterr().out == f"Nothing to do: {built / 'public'} is up to date.\n"

    def test_from_below(self, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The project is found from any folder below it."""
        monkeypatch.chdir(built / "content/families")

        assert quick.main([]) == 0

    def test_after_changes(self, built: Path, edit: Edit) -> None:
        """After a build of what changed, there is nothing to do either."""
        edit(built / _RECORD, "the meaning of 1000", "the sense of 1000")
        _age(built / "content")

        assert cli.main(["build"]) == 0
        assert quick.main([]) == 0

    def test_same_options(self, project: Path) -> None:
        """The options of a build are remembered with it."""
        options = ["--base-url", "https://other.example/", "--strict", "--output", str(project / "site")]
        assert cli.main(options) == 0

        assert quick.main(options) == 0

    def test_other_output(self, built: Path) -> None:
        """Each output is remembered by itself."""
        assert cli.main(["--output", "site", "--base-url", "https://other.example/"]) == 0

        assert quick.main([]) == 0
        assert quick.main(["--output", "site", "--base-url", "https://other.example/"]) == 0
        assert (built / "site").is_dir()

    def test_indexer_appears(self, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where Pagefind is installed or removed after a build, the next one has something to do."""
        assert (built / "public").is_dir()
        (tmp_path / "packages" / "pagefind_bin").mkdir(parents=True)

        monkeypatch.syspath_prepend(tmp_path / "packages")

        assert quick.main([]) is None

    def test_no_library(self, built: Path) -> None:
        """To say so takes none of the libraries that a build needs."""
        unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "closecodes"],
            cwd=built,
            env=unmeasured,  # measuring coverage takes libraries of its own
            check=True,
            capture_output=True,
            text=True,
        )

        imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
        assert done.stdout == f"Nothing to do: {built / 'public'} is up to date.\n"
        assert "closecodes" in imported
        assert set() == imported & {"click", "pydantic", "jinja2", "yaml", "babel", "pathlib", "rich"}


class TestChanged:
    """Tests of what must be left to the build."""

    @pytest.mark.parametrize(
        "name",
        [
            _RECORD,
            "content/families/websocket/family.yaml",
            "content/comparisons/1000-1001.yaml",
            "content/pages/about.fr.md",
            "content/ranges.yaml",
            "content/site.yaml",
            "templates/code.html",
            "static/style.css",
            _CATALOGUE,
        ],
    )
    def test_size(self, name: str, built: Path) -> None:
        """A file of another size is noticed, even if its time is the same."""
        found = (built / name).stat()
        with (built / name).open("a", encoding="utf-8") as file:
            file.write("\n")
        os.utime(built / name, ns=(found.st_atime_ns, found.st_mtime_ns))

        assert quick.main([]) is None

    @pytest.mark.parametrize("name", [_RECORD, "templates/code.html", "static/style.css", _CATALOGUE])
    def test_time(self, name: str, built: Path) -> None:
        """A file of another time is noticed, even if its size is the same."""
        found = (built / name).stat()
        os.utime(built / name, ns=(found.st_atime_ns, found.st_mtime_ns + 1))

        assert quick.main([]) is None

    @pytest.mark.parametrize(
        "name",
        ["content/families/websocket/1002.yaml", "templates/new.html", "static/deep/new.css", "locales/x.po"],
    )
    def test_new(self, name: str, built: Path) -> None:
        """A new file is noticed."""
        (built / name).parent.mkdir(exist_ok=True)
        (built / name).write_bytes(b"")

        assert quick.main([]) is None

    @pytest.mark.parametrize("name", [_RECORD, "templates/code.html", "static/style.css", _CATALOGUE])
    def test_deleted(self, name: str, built: Path) -> None:
        """A file that is gone is noticed."""
        (built / name).unlink()

        assert quick.main([]) is None

    def test_program(self, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Another version of the program is noticed."""
        program = tmp_path / "program"
        program.mkdir()
        (program / "render.py").write_bytes(b"old")
        _age(program)
        monkeypatch.setattr(quick, "PACKAGE", str(program))
        assert cli.main(["--output", str(project / "public")]) == 0
        assert quick.main([]) == 0

        (program / "render.py").write_bytes(b"new!")

        assert quick.main([]) is None

    def test_compiled_program(self, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What Python keeps of the program changes nothing."""
        (tmp_path / "program/__pycache__").mkdir(parents=True)
        monkeypatch.setattr(quick, "PACKAGE", str(tmp_path / "program"))
        assert cli.main(["--output", str(project / "public")]) == 0

        (tmp_path / "program/__pycache__/render.pyc").write_bytes(b"compiled")

        assert quick.main([]) == 0

    @pytest.mark.parametrize(
        "options",
        [
            ["--base-url", "https://other.example/"],
            ["--strict"],
            ["--output", "site"],
            ["--content", "records"],
            ["--content", "no-such-folder"],
        ],
    )
    def test_options(self, options: list[str], built: Path) -> None:
        """Other options than those of the last build make another site."""
        (built / "records").mkdir()

        assert quick.main([]) == 0
        assert quick.main(options) is None

    def test_output_deleted(self, built: Path) -> None:
        """An output that is not there any more must be built."""
        (built / "public").rename(built / "elsewhere")

        assert quick.main([]) is None

    def test_output_rebuilt(self, built: Path) -> None:
        """An output that another build has replaced since is looked at."""
        data = (built / "public/.closecodes").read_bytes()
        (built / "public/.closecodes").rename(built / "old")
        (built / "public/.closecodes").write_bytes(data)

        assert quick.main([]) is None

    def test_state_damaged(self, built: Path) -> None:
        """A damaged note of the last build says nothing."""
        (state,) = (built / quick.CACHE).glob("*.state")
        state.write_bytes(b"\x00 damaged")

        assert quick.main([]) is None

    def test_never_built(self, project: Path) -> None:
        """A project that has not been built must be."""
        assert project == Path.cwd()
        assert quick.main([]) is None


class TestOtherCommands:
    """Tests of arguments that are for the program itself."""

    @pytest.mark.parametrize(
        "arguments",
        [
            ["check"],
            ["generate"],
            ["--help"],
            ["--version"],
            ["--full"],
            ["--plain"],
            ["--scheduler", "tcp://127.0.0.1:8786"],
            ["--colour"],
            ["build", "extra"],
            ["build", "build"],
            ["--output"],
            ["--strict=yes"],
            ["--jobs", "many"],
            ["--jobs", "0"],
            ["--jobs=-1"],
        ],
    )
    def test_left_alone(self, arguments: list[str], built: Path, capsys: Capture) -> None:
        """Commands and options that are not those of a plain build are left to the program, without a word."""
        assert quick.main([]) == 0
        capsys.readouterr()

        assert quick.main(arguments) is None
        assert capsys.readouterr().out == ""
        assert built.is_dir()


class TestCertain:
    """Tests of certain."""

    @pytest.mark.parametrize(
        ("changed", "expected"),
        [
            (999.875, True),
            (999.96875, False),
            (999.0, False),
            (998.0, False),
            (997.0, True),
            (1000.5, False),
            (1100.0, False),
        ],
    )
    def test_recent(self, changed: float, monkeypatch: pytest.MonkeyPatch, *, expected: bool) -> None:
        """A file that changed within the resolution of its clock, or in the future, may change unnoticed."""
        monkeypatch.setattr(quick, "time", SimpleNamespace(time=lambda: 1000.0))

        inputs = f"options\n/long/ago 1 {10**9}\n/a file {1} {int(changed * 1e9)}"
        assert expected is quick.certain(inputs)

    def test_nothing_kept(self, built: Path, edit: Edit) -> None:
        """A build just after a change leaves no note, so that a change in the same instant is not missed."""
        edit(built / _RECORD, "the meaning of 1000", "the sense of 1000")
        os.utime(built / _RECORD, (2**32, 2**32))

        assert cli.main(["build"]) == 0
        assert [] == list((built / quick.CACHE).glob("*.state"))


class TestState:
    """Tests of what is kept, and when it is forgotten."""

    def test_warning(self, built: Path, edit: Edit, capsys: Capture) -> None:
        """A build that has warnings is not remembered: they are told each time."""
        edit(built / _RECORD, "    fr: Regardez 1000.\n", "")
        _age(built / "content")

        assert cli.main(["build"]) == 0
        assert "missing-translation" in capsys.readouterr().err
        assert quick.main([]) is None
        assert [] == list((built / quick.CACHE).glob("*.state"))

    def test_failed_build(self, built: Path, edit: Edit) -> None:
        """A build that fails is tried again."""
        edit(built / _RECORD, "code: 1000", "code: none")
        _age(built / "content")
        assert cli.main(["build"]) == 1

        assert quick.main([]) is None

    def test_kept(self, tmp_path: Path) -> None:
        """What is kept is found again, as long as the site is the same."""
        (tmp_path / "site").mkdir()
        (tmp_path / "site/.closecodes").write_bytes(b"")

        quick.keep_state(str(tmp_path), str(tmp_path / "site"), "inputs")

        (state,) = (tmp_path / quick.CACHE).iterdir()
        found = (tmp_path / "site/.closecodes").stat()
        assert state.read_text(encoding="utf-8") == f"inputs\n{found.st_ino} 0 {found.st_mtime_ns}"

    def test_forgotten(self, tmp_path: Path) -> None:
        """Without inputs, what was kept is forgotten."""
        (tmp_path / "site").mkdir()
        (tmp_path / "site/.closecodes").write_bytes(b"")
        quick.keep_state(str(tmp_path), str(tmp_path / "site"), "inputs")

        quick.keep_state(str(tmp_path), str(tmp_path / "site"), None)

        assert [] == list((tmp_path / quick.CACHE).iterdir())

    @pytest.mark.parametrize("inputs", [None, "inputs"])
    def test_refused(self, inputs: str | None, tmp_path: Path) -> None:
        """A disk that refuses costs the next build its time, nothing else."""
        (tmp_path / ".cache").write_bytes(b"a file")

        quick.keep_state(str(tmp_path), str(tmp_path / "site"), inputs)

        assert (tmp_path / ".cache").read_bytes() == b"a file"


class TestFindRoot:
    """Tests of find_root."""

    def test_above(self, project: Path) -> None:
        """The project is the next folder above that has content."""
        assert str(project) == quick.find_root(str(project / "content/families"))

    def test_checkout(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Outside of any project, it is the one that the program is installed from."""
        (tmp_path / "checkout/content").mkdir(parents=True)
        monkeypatch.setattr(quick, "PACKAGE", str(tmp_path / "checkout/src/closecodes"))

        assert str(tmp_path / "checkout") == quick.find_root(str(tmp_path))

    def test_installed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A program that lies in no checkout works in the current folder."""
        monkeypatch.setattr(quick, "PACKAGE", str(tmp_path / "lib/site-packages/closecodes"))

        assert str(tmp_path) == quick.find_root(str(tmp_path))


def test_inputs_of_links(project: Path) -> None:
    """A file that cannot be looked at stops the looking."""
    (project / "content/lock").symlink_to("nowhere")

    with pytest.raises(FileNotFoundError):
        quick.inputs_of(str(project), str(project / "content"), None, strict=False)


def test_build_despite_links(project: Path) -> None:
    """A project with a link to nowhere, as editors leave them, is built all the same, and not remembered."""
    (project / "content/lock").symlink_to("nowhere")

    assert cli.main(["build"]) == 0
    assert quick.main([]) is None
