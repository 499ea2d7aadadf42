"""Tests of closecodes.failures: what is wrong with templates and catalogues, told by any command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.cli import main
from closecodes.failures import problem_of_author
from closecodes.project import find_project


Say = Callable[..., list[str]]

CATALOGUE = "locales/fr/LC_MESSAGES/messages.po"


@pytest.fixture(name="say")
def _say(small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Return a function that runs a command which fails, and returns what it printed about that, line by line."""
    monkeypatch.chdir(small_project)
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)

    def say(*command: str) -> list[str]:
        capsys.readouterr()
        assert 1 == main(list(command))
        return capsys.readouterr().err.splitlines()

    return say


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\n{% if page %}\n", "2:1: error[template] TemplateSyntaxError: Unexpected end of template."),
        ("one\n\n{{ nothing.here }}\n", "3:1: error[template] UndefinedError: 'nothing' is undefined"),
        ("{{ 1 / 0 }}\n", "1:1: error[template] ZeroDivisionError: division by zero"),
        (
            '\n{% extends "gudes.html" %}\n',
            "2:1: error[template] no template is called `gudes.html`; did you mean `guides.html`?",
        ),
        ("{% include 'zzz' %}\n", "1:1: error[template] no template is called `zzz`"),
    ],
)
def test_template(text: str, expected: str, jobs: str, small_project: Path, say: Say) -> None:
    """What is wrong with a template is told in one line with its place, in whichever process it was noticed."""
    _write(small_project / "templates/code.html", text)

    (line,) = say("build", "--jobs", jobs)

    assert line.startswith(f"templates/code.html:{expected}")
    assert str(small_project) not in line
    assert not (small_project / "public").exists()


def test_last_good_site(small_project: Path, say: Say) -> None:
    """A template that is broken later leaves the published site as it is."""
    assert 0 == main(["build"])
    before = (small_project / "public/en/1000/index.html").read_bytes()
    _write(small_project / "templates/code.html", "{% endfor %}")

    assert say("build")

    assert before == (small_project / "public/en/1000/index.html").read_bytes()


@pytest.mark.parametrize("command", [["build"], ["i18n", "status"], ["explain", "1000", "--lang", "fr"]])
def test_catalogue(command: list[str], small_project: Path, say: Say) -> None:
    """What is wrong with a catalogue is told by every command that reads it."""
    path = small_project / CATALOGUE
    lines = path.read_text(encoding="utf-8").splitlines()
    _write(path, "\n".join([*lines, "no keyword", ""]))

    assert [f"{CATALOGUE}:{len(lines) + 1}:1: error[catalogue] "] == [
        line.partition("PoFileError")[0] for line in say(*command)
    ]


def test_fault_of_the_program(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with the program itself is not put down to the author."""
    project = find_project(small_project, small_project / "no-package")

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.chdir(small_project)
    monkeypatch.setattr("closecodes.pipeline.build", fail)

    with pytest.raises(ZeroDivisionError) as caught:
        main(["build"])
    assert problem_of_author(caught.value, project) is None
