"""Tests of the command line: ``python build.py``, ``closecodes`` and ``python -m closecodes`` are the same."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from closecodes import __version__
from closecodes.cli import main
from closecodes.generated import generated_files
from closecodes.search import Indexer


Snapshot = Callable[[Path], Mapping[str, bytes]]
Edit = Callable[[Path, str, str], None]
Capture = pytest.CaptureFixture[str]

_RECORD = "content/families/websocket/1000.yaml"
_OTHER_RECORD = "content/families/websocket/1001.yaml"


@pytest.fixture(name="project")
def _project(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small project without faults or notes; it is the current folder."""
    monkeypatch.chdir(small_project)
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    return small_project


@pytest.fixture(name="fixed")
def _fixed(project: Path, capsys: Capture) -> Path:
    """Return the project once ``check --fix`` has mended it."""
    assert main(["check", "--fix"]) == 0
    capsys.readouterr()
    return project


@pytest.fixture(name="environment")
def _environment() -> dict[str, str]:
    """Return an environment for processes that asks for no colour and forces none."""
    unwanted = {"FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"}
    return {name: value for name, value in os.environ.items() if name not in unwanted}


def _break(project: Path, edit: Edit, record: str = _RECORD) -> None:
    """Give a record a fact that does not exist: line 9, column 3."""
    edit(project / record, "on_the_wire: true", "on_the_wire: true\n  colour: red")


def _lose_translation(project: Path, edit: Edit) -> None:
    edit(project / _RECORD, "    fr: Regardez 1000.\n", "")


class TestProgram:
    """Tests of what holds for every command."""

    def test_version(self, capsys: Capture) -> None:
        """The version is printed."""
        assert main(["--version"]) == 0
        assert f"closecodes, version {__version__}\n" == capsys.readouterr().out

    @pytest.mark.parametrize("option", ["-h", "--help"])
    def test_help(self, option: str, capsys: Capture) -> None:
        """Help names the commands and the exit codes, and nothing is built."""
        assert main([option]) == 0

        out = capsys.readouterr().out
        assert "Exit codes: 0 done; 1 the content has problems; 2 the command was used wrongly." in " ".join(
            out.split()
        )
        assert {"build", "check"} <= {line.split()[0] for line in out.splitlines() if line.startswith("  ")}

    def test_command_help(self, capsys: Capture) -> None:
        """Help of a command names its options."""
        assert main(["build", "--help"]) == 0

        out = capsys.readouterr().out
        assert all(option in out for option in ("--output", "--content", "--base-url", "--strict"))

    @pytest.mark.parametrize("arguments", [["--colour"], ["build", "--colour"], ["check", "--colour"]])
    def test_unknown_option(self, arguments: list[str], project: Path, capsys: Capture) -> None:
        """An unknown option is a wrong use, named in the message; nothing is built."""
        assert main(arguments) == 2

        captured = capsys.readouterr()
        assert "No such option" in captured.err
        assert "--colour" in captured.err
        assert captured.out == ""
        assert not (project / "public").exists()

    def test_misspelt_option(self, project: Path, capsys: Capture) -> None:
        """The message about a misspelt option names the right one."""
        assert main(["--ouptut", str(project / "site")]) == 2
        assert re.search(r"Did you mean '?--output'?\?", capsys.readouterr().err)

    def test_unknown_command(self, project: Path, capsys: Capture) -> None:
        """An unknown command is a wrong use, named in the message."""
        assert main(["biuld"]) == 2
        assert "no command is called `biuld`; did you mean `build`?" in capsys.readouterr().err
        assert not (project / "public").exists()

    def test_interrupt(self, project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        """Ctrl-C ends the program with 130 and one sentence."""

        def interrupt(*_: Any, **__: Any) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("closecodes.pipeline.build", interrupt)

        assert main(["build", "--output", str(project / "site")]) == 130
        assert capsys.readouterr().err.lstrip("\n") == "Stopped; the previous site is untouched.\n"


class TestBuild:
    """Tests of build, the default command."""

    def test_options_without_command(self, project: Path, snapshot: Snapshot) -> None:
        """Options without a command belong to build."""
        assert main(["--output", "one"]) == 0
        assert main(["build", "--output", "two"]) == 0

        assert snapshot(project / "one") == snapshot(project / "two")
        assert b"en/1000/ " in snapshot(project / "one")["en/1000/index.html"]

    def test_no_arguments(self, project: Path, snapshot: Snapshot) -> None:
        """Without arguments the site is built into public/ of the project."""
        assert main([]) == 0
        assert "fr/compare/1000-vs-1001/index.html" in snapshot(project / "public")

    def test_below_project(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """From a folder inside the project, public/ is still that of the project."""
        monkeypatch.chdir(project / "content/families")

        assert main(["build"]) == 0
        assert (project / "public/index.html").is_file()

    def test_arguments_of_process(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without a list, the arguments are those of the process."""
        monkeypatch.setattr(sys, "argv", ["closecodes", "--output", "site"])

        assert main() == 0
        assert (project / "site/index.html").is_file()

    def test_summary(self, project: Path, capsys: Capture) -> None:
        """The summary gives the pages of each language, the files, and where to look."""
        assert main(["--output", "site"]) == 0

        lines = capsys.readouterr().out.splitlines()
        assert lines[:3] == [
            "All languages:       2 pages",
            "English:            17 pages",
            "French:             17 pages",
        ]
        files = sum(path.is_file() for path in (project / "site").rglob("*")) - 1  # the manifest
        assert lines[3].startswith(f"{'Files:':<15}{files:>7} in ")
        assert ["Warnings:            0", f"Open {project / 'site/index.html'}"] == lines[4:]

    def test_no_indexer(self, project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without Pagefind the site is built, and a line says what it lacks and how to get it."""
        monkeypatch.setattr("closecodes.commands.building.find_indexer", lambda: None)

        assert main(["build"]) == 0
        assert "pip install 'pagefind[bin]'" in capsys.readouterr().out
        assert not list((project / "public").rglob("pagefind*"))

    def test_broken_indexer(self, project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        """An indexer that fails stops the build with its message, and leaves no half of a site."""
        broken = Indexer(Path(sys.executable), "0")
        monkeypatch.setattr("closecodes.commands.building.find_indexer", lambda: broken)

        assert main(["build"]) == 1
        assert "pagefind could not index the words" in capsys.readouterr().err
        assert not (project / "public").exists()

    def test_notes(self, project: Path, capsys: Capture) -> None:
        """Notes, such as missing digests, are not printed by a build."""
        assert main(["--output", str(project / "site")]) == 0
        assert capsys.readouterr().err == ""

    def test_warning(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """A missing translation is printed and counted, and the site is built."""
        _lose_translation(project, edit)

        assert main(["--output", "site"]) == 0

        captured = capsys.readouterr()
        assert f"{_RECORD}:22:3: warning[missing-translation] " in captured.err
        assert "Warnings:            1" in captured.out.splitlines()

    def test_strict(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """With --strict a missing translation stops the build."""
        _lose_translation(project, edit)

        assert main(["build", "--strict", "--output", "site"]) == 1
        assert f"{_RECORD}:22:3: error[missing-translation] " in capsys.readouterr().err
        assert not (project / "site").exists()

    def test_broken_record(self, project: Path, capsys: Capture, edit: Edit, snapshot: Snapshot) -> None:
        """A broken record is named by path, line and column, and the previous site stays."""
        assert main(["--output", "site"]) == 0
        before = snapshot(project / "site")
        capsys.readouterr()
        _break(project, edit)

        assert main(["--output", "site"]) == 1

        captured = capsys.readouterr()
        assert f"{_RECORD}:9:3: error[unknown-field] " in captured.err
        assert captured.err.endswith("The site was not built; the previous one is untouched.\n")
        assert captured.out == ""
        assert before == snapshot(project / "site")

    def test_all_problems(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """All broken records are named, not only the first."""
        _break(project, edit)
        _break(project, edit, _OTHER_RECORD)

        assert main([]) == 1

        err = capsys.readouterr().err
        assert f"{_RECORD}:9:3: error[unknown-field] " in err
        assert f"{_OTHER_RECORD}:9:3: error[unknown-field] " in err

    def test_foreign_output(self, project: Path, capsys: Capture, snapshot: Snapshot) -> None:
        """A folder that is not a site of ours is refused as a wrong use."""
        (project / "thesis").mkdir()
        (project / "thesis/thesis.txt").write_bytes(b"years of work")

        assert main(["--output", "thesis"]) == 2
        assert "choose another --output" in capsys.readouterr().err
        assert snapshot(project / "thesis") == {"thesis.txt": b"years of work"}

    def test_output_file(self, project: Path, capsys: Capture) -> None:
        """A file as output is a wrong use, named in the message, and stays."""
        before = (project / "content/site.yaml").read_bytes()

        assert main(["--output", "content/site.yaml"]) == 2

        message = (
            f"Error: {project / 'content/site.yaml'} exists, is not empty and was not made by this program;"
        )
        assert message in capsys.readouterr().err
        assert before == (project / "content/site.yaml").read_bytes()

    def test_output_below_file(self, project: Path, capsys: Capture) -> None:
        """An output that the disk refuses is a wrong use, told in one sentence."""
        (project / "note.txt").write_bytes(b"a file")

        assert main(["--output", "note.txt/site"]) == 2
        assert "note.txt" in capsys.readouterr().err

    def test_base_url(self, project: Path, snapshot: Snapshot) -> None:
        """The base address may be given with or without its slash."""
        assert main(["--output", "one", "--base-url", "https://other.example/codes"]) == 0
        assert main(["--output", "two", "--base-url", "https://other.example/codes/"]) == 0

        one = snapshot(project / "one")
        assert one == snapshot(project / "two")
        assert one["fr/index.html"] == b"fr/ https://other.example/codes/fr/\n"

    def test_hash_seed(self, project: Path, environment: dict[str, str], snapshot: Snapshot) -> None:
        """Two processes that order their sets differently make the same bytes."""
        for seed in ("1", "2"):
            subprocess.run(
                [sys.executable, "-m", "closecodes", "build", "--output", f"site-{seed}"],
                cwd=project,
                env={**environment, "PYTHONHASHSEED": seed},
                check=True,
                stdout=subprocess.DEVNULL,
            )

        assert snapshot(project / "site-1") == snapshot(project / "site-2")

    def test_script(
        self, repository: Path, project: Path, tmp_path: Path, environment: dict[str, str], snapshot: Snapshot
    ) -> None:
        """The script build.py works from any folder, with the templates that lie beside it."""
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        content = str(project / "content")

        done = subprocess.run(
            [sys.executable, str(repository / "build.py"), "--content", content, "--output", "site"],
            cwd=elsewhere,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )

        assert (done.returncode, done.stderr) == (0, "")
        assert "French:             17 pages" in done.stdout.splitlines()
        assert {"site"} == {path.name for path in elsewhere.iterdir()}
        assert "fr/1001/index.html" in snapshot(elsewhere / "site")


class TestContent:
    """Tests of --content, for build and check."""

    @pytest.mark.parametrize("command", ["build", "check"])
    def test_missing(self, command: str, project: Path, capsys: Capture) -> None:
        """A content folder that is not there is a wrong use, named in the message."""
        assert main([command, "--content", "no-such-folder"]) == 2
        assert "'no-such-folder' does not exist" in capsys.readouterr().err
        assert not (project / "public").exists()

    @pytest.mark.parametrize("command", ["build", "check"])
    def test_file(self, command: str, project: Path, capsys: Capture) -> None:
        """A file as content folder is a wrong use, named in the message."""
        assert main([command, "--content", "content/site.yaml"]) == 2
        assert "'content/site.yaml' is a file" in capsys.readouterr().err
        assert not (project / "public").exists()

    @pytest.mark.parametrize("command", [["build"], ["check"], ["check", "--fix"]])
    def test_unreadable(
        self, command: list[str], project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file that the system refuses to read is a wrong use, named in the message."""

        def refuse(path: Path) -> bytes:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "read_bytes", refuse)

        assert main(command) == 2
        assert f"{project / 'content'}" in (err := capsys.readouterr().err)
        assert "cannot be read: Permission denied" in err

    def test_elsewhere(self, project: Path, tmp_path: Path, capsys: Capture, edit: Edit) -> None:
        """Problems of content outside the project are shown from the folder around it."""
        (project / "content").rename(tmp_path / "records")
        edit(tmp_path / "records/site.yaml", "branch: main\n", "")
        (project / "content").mkdir()
        shutil.copy(tmp_path / "records/site.yaml", project / "content/site.yaml")

        assert main(["check", "--content", str(tmp_path / "records")]) == 1
        assert "records/site.yaml:2:1: error[missing-field] " in capsys.readouterr().err

    def test_spelling(self, project: Path, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
        """However the content folder is spelt, the pages are the same, links to their records included."""
        (project / "templates/code.html").write_text("{{ page.subject.path }}", encoding="utf-8")
        assert main(["--output", "one"]) == 0
        monkeypatch.chdir(project / "content")
        assert main(["--content", ".", "--output", "../two"]) == 0

        assert snapshot(project / "one")["en/1000/index.html"] == b"content/families/websocket/1000.yaml\n"
        assert snapshot(project / "one") == snapshot(project / "two")

    @pytest.mark.parametrize("command", ["build", "check"])
    @pytest.mark.parametrize("name", ["ranges.yaml", "libraries.yaml", "site.yaml"])
    def test_file_missing(
        self, name: str, command: str, fixed: Path, tmp_path: Path, capsys: Capture
    ) -> None:
        """A content folder that lacks a file every site needs has a problem that names the file."""
        shutil.copytree(fixed / "content", tmp_path / "records")
        (tmp_path / "records" / name).unlink()

        assert main([command, "--content", str(tmp_path / "records")]) == 1
        assert name in capsys.readouterr().err


class TestCheck:
    """Tests of check."""

    def test_clean(self, fixed: Path, capsys: Capture) -> None:
        """Content without faults makes one line and the exit code 0."""
        assert main(["check"]) == 0

        captured = capsys.readouterr()
        assert captured.out == "9 files are in order.\n"
        assert captured.err == ""
        assert not (fixed / "public").exists()

    def test_notes(self, project: Path, capsys: Capture) -> None:
        """Notes are printed and no hurdle."""
        assert main(["check", str(project / _RECORD)]) == 0
        assert f"{_RECORD}:5:3: note[unrecorded-translation] " in capsys.readouterr().err

    def test_broken_record(self, fixed: Path, capsys: Capture, edit: Edit) -> None:
        """A broken record makes a line that names the place and the rule, no summary, and the exit code 1."""
        _break(fixed, edit)

        assert main(["check"]) == 1

        captured = capsys.readouterr()
        assert captured.err.startswith(f"{_RECORD}:9:3: error[unknown-field] ")
        assert len(captured.err.splitlines()) == 1
        assert captured.out == ""

    def test_file_named(self, fixed: Path, capsys: Capture, edit: Edit) -> None:
        """With a path, only problems of that file are printed."""
        _break(fixed, edit)
        _break(fixed, edit, _OTHER_RECORD)

        assert main(["check", _OTHER_RECORD]) == 1
        assert [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()] == [_OTHER_RECORD]

    def test_folder_named(self, fixed: Path, capsys: Capture, edit: Edit) -> None:
        """With a folder, only problems of the files below it are printed."""
        _break(fixed, edit)
        edit(fixed / "content/site.yaml", "branch: main\n", "")

        assert main(["check", "content/families"]) == 1
        assert [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()] == [_RECORD]

    def test_several_named(self, fixed: Path, capsys: Capture, edit: Edit) -> None:
        """Several paths may be named, from whatever folder."""
        _break(fixed, edit)
        _break(fixed, edit, _OTHER_RECORD)
        edit(fixed / "content/site.yaml", "branch: main\n", "")

        assert main(["check", _RECORD, str(fixed / "content/site.yaml")]) == 1
        found = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
        assert found == [_RECORD, "content/site.yaml"]

    def test_named_from_below(
        self, fixed: Path, capsys: Capture, edit: Edit, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A path is meant from the current folder, also inside the project."""
        _break(fixed, edit)
        monkeypatch.chdir(fixed / "content/families/websocket")

        assert main(["check", "1001.yaml"]) == 0
        assert main(["check", "1000.yaml"]) == 1
        assert f"{_RECORD}:9:3: error[unknown-field] " in capsys.readouterr().err

    def test_others_broken(self, fixed: Path, capsys: Capture, edit: Edit) -> None:
        """A good file is in order although another is broken, and only its own order is claimed."""
        _break(fixed, edit)

        assert main(["check", _OTHER_RECORD]) == 0

        captured = capsys.readouterr()
        assert captured.err == ""
        assert captured.out.startswith("1 file")

    def test_path_missing(self, project: Path, capsys: Capture) -> None:
        """A path that is not there is a wrong use."""
        assert main(["check", "content/families/websocket/10000.yaml"]) == 2
        assert "10000.yaml' does not exist" in capsys.readouterr().err
        assert project.is_dir()

    def test_missing_translation(self, fixed: Path, capsys: Capture, edit: Edit) -> None:
        """A missing translation is a warning with the place of the text."""
        _lose_translation(fixed, edit)

        assert main(["check"]) == 0
        assert f"{_RECORD}:22:3: warning[missing-translation] " in capsys.readouterr().err

    def test_strict(self, fixed: Path, capsys: Capture, edit: Edit) -> None:
        """With --strict a missing translation is an error."""
        _lose_translation(fixed, edit)

        assert main(["check", "--strict"]) == 1

        captured = capsys.readouterr()
        assert f"{_RECORD}:22:3: error[missing-translation] " in captured.err
        assert captured.out == ""


class TestFix:
    """Tests of check --fix."""

    def test_digests(self, project: Path, capsys: Capture) -> None:
        """Digests are written for every translation, and each file that changed is named."""
        assert main(["check", "--fix"]) == 0

        captured = capsys.readouterr()
        named = [
            line.removeprefix("fixed ") for line in captured.out.splitlines() if line.startswith("fixed ")
        ]
        assert {
            "content/comparisons/1000-1001.yaml",
            "content/families/websocket/1000.yaml",
            "content/families/websocket/1001.yaml",
            "content/families/websocket/family.yaml",
            "content/site.yaml",
        } == set(named)
        assert captured.err == ""
        site = (project / "content/site.yaml").read_text(encoding="utf-8")
        assert site.endswith('translation:\n  fr:\n    tagline: "a6b1f3ed"\n')

    def test_twice(self, fixed: Path, capsys: Capture, snapshot: Snapshot) -> None:
        """The second time nothing is left to mend, and no byte changes."""
        before = snapshot(fixed / "content")

        assert main(["check", "--fix"]) == 0
        assert capsys.readouterr().out == "9 files are in order.\n"
        assert before == snapshot(fixed / "content")

    def test_rest_kept(self, project: Path, snapshot: Snapshot) -> None:
        """All that a file said before stays as it was, comments included; digests are added at the end."""
        before = snapshot(project / "content")

        assert main(["check", "--fix"]) == 0

        after = snapshot(project / "content")
        assert before.keys() == after.keys()
        assert [name for name in before if not after[name].startswith(before[name])] == []
        assert b"# a comment beside a value\n" in after["families/websocket/1000.yaml"]

    def test_comment_among_digests(self, fixed: Path, edit: Edit) -> None:
        """A comment that somebody wrote among the digests stays."""
        edit(fixed / _RECORD, "translation:\n", "translation:\n  # Read by a native speaker.\n")

        assert main(["check", "--fix"]) == 0
        assert "  # Read by a native speaker.\n" in (fixed / _RECORD).read_text(encoding="utf-8")

    def test_broken_record(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """A broken record is left as it is, the others are mended, and the exit code is still 1."""
        _break(project, edit)
        before = (project / _RECORD).read_bytes()

        assert main(["check", "--fix"]) == 1

        captured = capsys.readouterr()
        assert before == (project / _RECORD).read_bytes()
        assert f"fixed {_OTHER_RECORD}" in captured.out.splitlines()
        assert f"{_RECORD}:9:3: error[unknown-field] " in captured.err


class TestOutputStyle:
    """Tests of colour and plain lines."""

    def test_plain(self, fixed: Path, capsys: Capture, edit: Edit) -> None:
        """What is not a terminal gets plain lines: no escape codes, no quoted source."""
        _lose_translation(fixed, edit)

        assert main(["--output", "site"]) == 0

        captured = capsys.readouterr()
        assert "\x1b" not in captured.out + captured.err
        assert len(captured.err.splitlines()) == 1

    def test_long_line(
        self, fixed: Path, capsys: Capture, edit: Edit, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A problem stays on one line, however narrow the window."""
        monkeypatch.setenv("COLUMNS", "20")
        _break(fixed, edit)

        assert main(["check"]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1

    def test_terminal(
        self, fixed: Path, capsys: Capture, edit: Edit, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A terminal gets colour, the line of the file, and a caret."""
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("TERM", "xterm")
        _break(fixed, edit)

        assert main(["check"]) == 1

        err = capsys.readouterr().err
        assert "\x1b[1;31merror[unknown-field]" in err
        assert "    9 |   colour: red" in err
        assert "      |   ^" in err

    def test_progress(self, fixed: Path, environment: dict[str, str]) -> None:
        """A terminal sees the progress of a build, and the summary stays plain."""
        printed, summary = _on_terminal(["--output", "site"], fixed, {**environment, "TERM": "xterm"})

        assert "Rendering pages" in printed
        assert "\x1b" not in summary
        assert "French:             17 pages" in summary.splitlines()
        assert (fixed / "site/index.html").is_file()

    def test_no_progress(self, fixed: Path, capsys: Capture) -> None:
        """What is no terminal sees no progress."""
        assert main(["--output", str(fixed / "site")]) == 0
        assert capsys.readouterr().err == ""

    def test_no_color(self, fixed: Path, edit: Edit, environment: dict[str, str]) -> None:
        """A real terminal gets no escape codes where NO_COLOR is set."""
        _break(fixed, edit)

        printed, _ = _on_terminal(["check"], fixed, {**environment, "NO_COLOR": "1", "TERM": "xterm"})

        assert f"{_RECORD}:9:3: error[unknown-field] " in printed
        assert "\x1b" not in printed

    def test_color(self, fixed: Path, edit: Edit, environment: dict[str, str]) -> None:
        """A real terminal gets colour where nobody objects."""
        _break(fixed, edit)

        printed, _ = _on_terminal(["check"], fixed, {**environment, "TERM": "xterm"})

        assert "\x1b[1;31merror" in printed


def _on_terminal(arguments: list[str], folder: Path, environment: dict[str, str]) -> tuple[str, str]:
    """Return what the program writes to its error output, which is a real terminal, and to its output."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "closecodes", *arguments]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stderr=theirs, stdout=subprocess.PIPE
    ) as process:
        os.close(theirs)
        printed = _read_to_end(ours)
        output, _ = process.communicate()
    os.close(ours)
    return printed.decode().replace("\r\n", "\n"), output.decode()


def _read_to_end(terminal: int) -> bytes:
    """Return what arrives at ``terminal`` until its other end is closed, which Linux reports as an error."""
    printed = b""
    try:
        while data := os.read(terminal, 4096):
            printed += data
    except OSError:
        pass
    return printed


class TestGenerate:
    """Tests of generate."""

    def test_files(self, project: Path, capsys: Capture) -> None:
        """The generated files are written below the project, and each is named."""
        assert main(["generate"]) == 0

        files = dict(generated_files())
        assert [f"wrote {name}" for name in files] == capsys.readouterr().out.splitlines()
        assert files == {name: (project / name).read_text(encoding="utf-8") for name in files}
