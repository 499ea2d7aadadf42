"""Tests of the command ``new``."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.cli import main


Capture = pytest.CaptureFixture[str]
Edit = Callable[[Path, str, str], None]

_NEW = "content/families/acme/3006.yaml"

_ANSWERS = {
    "name.en": "Rate limited",
    "sent_by": "server",
    "subject": "rate",
    "kind": "refusal",
    "fault": "receiver",
    "retry": "delayed",
    "retry_delay": "5-30",
    "meaning.en": "your program sends too much",
    "when.en": "you send more than 120 events in a minute",
    "fix.en": "Send less often.",
    "reconnect.en": "Wait, then come back.",
    "received.en": "wait and come back",
    "see_also": "1001, acme-3003",
    "source.url": "https://example.org/codes",
    "source.title": "Acme, “Codes”",
    "source.verified": "yes",
}


@pytest.fixture(name="project", autouse=True)
def _project(family_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """Return a project with the families ``websocket`` and ``acme``; it is the current folder."""
    monkeypatch.chdir(family_project)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert 0 == main(["check", "--fix"])
    capsys.readouterr()
    return family_project


class _Terminal(io.StringIO):
    """Lines that somebody types."""

    def isatty(self) -> bool:
        return True


def _type(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", _Terminal("".join(f"{line}\n" for line in lines)))


def _options(**answers: str) -> list[str]:
    return [part for key, answer in answers.items() for part in ("--set", f"{key}={answer}")]


def _messages(capsys: Capture, *arguments: str) -> list[tuple[str, str]]:
    """Return rule and beginning of each message of ``check``."""
    capsys.readouterr()
    main(["check", *arguments])
    lines = capsys.readouterr().err.splitlines()
    return [
        (line.partition("[")[2].partition("]")[0], line.partition("] ")[2].partition(" is not")[0])
        for line in lines
    ]


class TestCode:
    """Tests of records of codes."""

    def test_gaps(self, project: Path, capsys: Capture) -> None:
        """What nobody answers is a gap, and `check` names exactly the gaps."""
        assert 0 == main(["new", "acme", "3006", "--no-input"])

        out = capsys.readouterr().out
        assert f"wrote {_NEW}\n11 gaps are marked TODO.\nNext:\n  closecodes check {_NEW} " in out
        expected = ["`name.en`", "`sent_by`", "`subject`", "`kind`", "`fault`", "`retry`"]
        expected += [f"`{name}.en`" for name in ("meaning", "when", "fix", "reconnect", "received")]
        assert [("unfinished", name) for name in expected] == _messages(capsys, _NEW)
        head = "# yaml-language-server: $schema=../../../schema/close-code.schema.json\ncode: 3006\n"
        assert (project / _NEW).read_text(encoding="utf-8").startswith(f"{head}name:\n  en: TODO\n")

    def test_whole(self, project: Path, capsys: Capture) -> None:
        """With all answers in one language, `check` has nothing to say but what to translate."""
        assert 0 == main(["new", "acme-3006", "--no-input", *_options(**_ANSWERS)])

        assert "TODO" not in (text := (project / _NEW).read_text(encoding="utf-8"))
        assert "  retry_delay: {min: 5, max: 30, source: acme-codes}\n" in text
        assert 'see_also: ["1001", "acme-3003"]\n' in text
        assert {"missing-translation"} == {rule for rule, _ in _messages(capsys, _NEW)}

    def test_both_languages(self, project: Path, capsys: Capture) -> None:
        """With both languages, `check --strict` has nothing to say: digests are there too."""
        french = {key.replace(".en", ".fr"): f"le {key}" for key in _ANSWERS if key.endswith(".en")}
        assert 0 == main(
            [
                "new",
                "acme",
                "3006",
                "--lang",
                "en",
                "--lang",
                "fr",
                "--no-input",
                *_options(**_ANSWERS, **french),
            ]
        )

        assert [] == _messages(capsys, "--strict", _NEW)
        assert "    meaning: " in (project / _NEW).read_text(encoding="utf-8").partition("translation:")[2]

    def test_french_only(self, project: Path, capsys: Capture) -> None:
        """Who writes French only leaves the English as a gap."""
        options = _options(**{"meaning.fr": "votre programme envoie trop"})
        assert 0 == main(["new", "acme", "3006", "--lang", "fr", "--no-input", *options])

        text = (project / _NEW).read_text(encoding="utf-8")
        assert "  meaning:\n    en: TODO\n    fr: votre programme envoie trop\n" in text
        assert "then open public/fr/acme/3006/index.html" in capsys.readouterr().out
        assert ("unfinished", "`meaning.en`") in _messages(capsys, _NEW)

    def test_asked(self, project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        """On a terminal every question is asked; a refused answer is asked again, with the reason."""
        _type(
            monkeypatch,
            "acne",
            "acme",
            "3003",
            "3006",
            "Rate limited",
            *[""] * 5,
            "nevr",
            "never",
            *[""] * 10,
        )

        assert 0 == main(["new"])
        out = capsys.readouterr().out
        assert "no family is called `acne`; did you mean `acme`?" in out
        assert "acme-3003 “Number 3003 in English” already has a record" in out
        assert "  at-once    Reconnect at once.\n" in out
        assert "`nevr` is not one of `never`, " in out
        text = (project / _NEW).read_text(encoding="utf-8")
        assert "name:\n  en: Rate limited\n" in text
        assert "  retry: never\n" in text

    def test_asked_in_vain(self, project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
        """A number is asked for until there is one; whoever goes away leaves no file."""
        _type(monkeypatch, "")

        assert 130 == main(["new", "acme"])
        captured = capsys.readouterr()
        assert "a record cannot do without it; Ctrl-C stops" in captured.out
        assert captured.err.endswith("\nStopped; nothing was written.\n")
        assert not (project / _NEW).exists()

    def test_widened(self, project: Path, capsys: Capture, edit: Edit) -> None:
        """A number beyond the family's range widens it, so that `check` has nothing against it."""
        edit(
            project / "content/families/acme/family.yaml",
            '"range": {"min": 3000, "max": 3999}',
            '"range": {"min": 3000, "max": 3005}',
        )

        assert 0 == main(["new", "acme", "3006", "--no-input"])
        assert (
            "Note: 3006 is outside the range in content/families/acme/family.yaml; widen it there."
            in capsys.readouterr().out
        )

    def test_registered(self, project: Path, capsys: Capture) -> None:
        """A number alone is a registered code; the registry is named, and the advice about sending is a gap too."""
        assert 0 == main(["new", "1016", "--no-input"])

        assert "Note: A code of this family stands in the registry" in capsys.readouterr().out
        text = (project / "content/families/websocket/1016.yaml").read_text(encoding="utf-8")
        assert "  specified_in: registry\n" in text
        assert "  send:\n    en: TODO\n" in text

    def test_elsewhere(self, capsys: Capture) -> None:
        """The same number elsewhere is named."""
        assert 0 == main(["new", "acme", "1001", "--no-input"])
        assert (
            "Note: 1001 exists in one other family: WebSocket (Number 1001 in English)."
            in capsys.readouterr().out
        )

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["acme", "3003"], "acme-3003 “Number 3003 in English” already has a record, content/families/acme"),
            (["acme", "404"], "404 cannot be used: 0 to 999 are set aside (RFC 6455, section 7.4.2)"),
            (["acme", "x"], "`x` is no number"),
            (["acne", "3006"], "no family is called `acne`; did you mean `acme`?"),
            (["acme"], "`code` is missing, and nobody is asked: The number."),
            ([], "`family` is missing, and nobody is asked"),
            (["acme", "1", "2"], "give a family and a number"),
            (["acme", "3006", "--set", "retry"], "`retry` is no answer; write KEY=ANSWER"),
            (["acme", "3006", "--set", "retri=x"], "there is no question `retri`; did you mean `retry`?"),
            (["acme", "3006", "--set", "retry=x"], "retry: `x` is not one of `never`"),
            (["acme", "3006", "--lang", "de"], "the site has no language `de`; it has en, fr"),
            (["acme", "3006", "--set", "source.url=http://x.y"], "source.url: `http://x.y` is not an https address"),
        ],
    )  # fmt: skip
    def test_wrong_use(self, project: Path, capsys: Capture, arguments: list[str], message: str) -> None:
        """What cannot be a record is refused with the reason, and nothing is written."""
        assert 2 == main(["new", *arguments, "--no-input"])
        assert message in capsys.readouterr().err
        assert not (project / _NEW).exists()

    def test_unreadable_record(self, project: Path, capsys: Capture) -> None:
        """A file that is there is never overwritten, even where it cannot be read."""
        (project / _NEW).write_text("code: [", encoding="utf-8")

        assert 2 == main(["new", "acme", "3006", "--no-input"])
        assert f"{_NEW} is there already" in capsys.readouterr().err
        assert "code: [" == (project / _NEW).read_text(encoding="utf-8")


class TestFamily:
    """Tests of records of families."""

    def test_gaps(self, capsys: Capture) -> None:
        """What nobody answers is a gap, and `check` names exactly the gaps."""
        assert 0 == main(["new", "family", "third", "--no-input"])

        assert "  closecodes new third " in capsys.readouterr().out
        names = [name for rule, name in _messages(capsys, "content/families/third") if rule == "unfinished"]
        expected = ["name.en", "document", "range.min", "range.max", "defined_by.en", "description.en"]
        assert [f"`{name}`" for name in (*expected, "reconnect.en", "sources.0.url")] == names

    def test_whole(self, project: Path, capsys: Capture) -> None:
        """With all answers, `check` has nothing to say but what to translate; the first code can follow."""
        answers = {
            "name.en": "Third",
            "document": "https://third.example/docs",
            "range": "4000-4004",
            "defined_by.en": "the documentation of Third",
            "description.en": "Third closes with these.",
            "reconnect.en": "Come back.",
            "source.verified": "yes",
        }
        assert 0 == main(["new", "family", "third", "--no-input", *_options(**answers)])

        assert {"missing-translation"} == {rule for rule, _ in _messages(capsys, "content/families/third")}
        text = (project / "content/families/third/family.yaml").read_text(encoding="utf-8")
        assert "range: {min: 4000, max: 4004}\n" in text
        assert "read_on: 20" in text
        assert 0 == main(["new", "third", "4005", "--no-input"])
        assert "range: {min: 4000, max: 4005}" in (project / "content/families/third/family.yaml").read_text(
            encoding="utf-8"
        )

    @pytest.mark.parametrize(
        ("id_", "message"),
        [("acme", "the family `acme` already has a record"), ("A c", "`A c` is no name of a family")],
    )
    def test_refused(self, id_: str, message: str, capsys: Capture) -> None:
        """A family that is there, or cannot be a folder, is refused."""
        assert 2 == main(["new", "family", id_, "--no-input"])
        assert message in capsys.readouterr().err


class TestComparison:
    """Tests of records of comparisons."""

    def test_order(self, project: Path, capsys: Capture) -> None:
        """The two codes are put in the order of their page, and `check` names exactly the gaps."""
        assert 0 == main(["new", "comparison", "acme-3000", "3000", "--no-input"])

        name = "content/comparisons/3000-acme-3000.yaml"
        assert "then open public/en/compare/3000-vs-acme-3000/index.html" in capsys.readouterr().out
        assert 'codes: ["3000", "acme-3000"]\n' in (project / name).read_text(encoding="utf-8")
        expected = ["`difference.en`", "`tell.en`", "`act.en`", "`sources.0.url`"]
        assert [("unfinished", gap) for gap in expected] == _messages(capsys, name)

    def test_asked(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """On a terminal the codes are asked for too."""
        _type(monkeypatch, "1000", "1002", *[""] * 6)

        assert 0 == main(["new", "comparison"])
        assert (project / "content/comparisons/1000-1002.yaml").is_file()

    @pytest.mark.parametrize(
        ("codes", "message"),
        [
            (["1000", "1001"], "content/comparisons/1000-1001.yaml is there already"),
            (["1000", "1000"], "1000 cannot be compared with itself"),
            (["1000", "3005"], "no code is called `3005`; did you mean `acme-3005`?"),
        ],
    )
    def test_refused(self, codes: list[str], message: str, capsys: Capture) -> None:
        """A pair that is there, or is none, is refused."""
        assert 2 == main(["new", "comparison", *codes, "--no-input"])
        assert message in capsys.readouterr().err


def test_help(capsys: Capture) -> None:
    """Help names the kinds of records."""
    assert 0 == main(["new", "--help"])
    assert {"code", "comparison", "family"} <= {
        line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")
    }
