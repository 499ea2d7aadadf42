"""The records of tests/data/invalid, each wrong in its own way: exactly the messages expected, from one run.

`tests/data/invalid/content` is one content folder; `expected/<case>.txt` holds what `closecodes check` prints of
the files of one case. A case without an expected file, or a message too many, fails the whole run below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from closecodes import cli
from closecodes.check import Checked, check_again, check_content
from closecodes.check.rules import RULES
from closecodes.load import Document, load_content


_INVALID = Path(__file__).resolve().parents[1] / "data" / "invalid"
_EXPECTED = sorted((_INVALID / "expected").glob("*.txt"))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _path_in(line: str) -> str:
    return line.partition(":")[0]


def _strictly(line: str) -> str:
    return line.replace(": warning[", ": error[", 1)


def _check(repository: Path, *, strict: bool = False) -> Checked:
    return check_content(
        load_content(_INVALID / "content", shown_from=repository), ("en", "fr"), strict=strict
    )


@pytest.fixture(name="messages", scope="session")
def _messages() -> Mapping[str, Sequence[str]]:
    """Return what one run over the whole corpus says, by the path of the file it says it of."""
    messages = defaultdict[str, list[str]](list)
    for problem in _check(_INVALID.parents[2]).problems:
        messages[problem.place.path].append(str(problem))
    return messages


@pytest.fixture(name="everything", scope="session")
def _everything() -> Sequence[str]:
    """Return all messages expected, in no order."""
    return [line for path in _EXPECTED for line in _lines(path)]


class TestCases:
    """Each case by itself."""

    @pytest.mark.parametrize("case", _EXPECTED, ids=lambda path: path.stem)
    def test_messages(self, messages: Mapping[str, Sequence[str]], case: Path) -> None:
        """The files of the case get exactly the messages expected."""
        expected = _lines(case)
        paths = sorted({_path_in(line) for line in expected})

        assert expected == [message for path in paths for message in messages[path]]

    def test_number(self) -> None:
        """There are cases enough to show every kind of mistake."""
        assert 40 <= len(_EXPECTED)

    def test_every_rule(self, everything: Sequence[str]) -> None:
        """Every rule has a case."""
        assert [] == [rule for rule in RULES if not any(f"[{rule}] " in line for line in everything)]


class TestTogether:
    """The whole corpus in one run."""

    def test_all(self, repository: Path, everything: Sequence[str]) -> None:
        """All problems of all files are found at once, and no other."""
        checked = _check(repository)

        assert sorted(everything) == sorted(map(str, checked.problems))
        assert checked.failed

    def test_strict(self, repository: Path, everything: Sequence[str]) -> None:
        """With ``strict``, the same problems are found, and no warning is left."""
        checked = _check(repository, strict=True)

        assert sorted(map(_strictly, everything)) == sorted(map(str, checked.problems))

    @pytest.mark.parametrize("rule", ["missing-translation", "stale-translation"])
    def test_levels(self, everything: Sequence[str], rule: str) -> None:
        """Missing and stale French are warnings, so that the strict run has something to change."""
        assert any(f": warning[{rule}] " in line for line in everything)


class TestCommandLine:
    """The whole corpus through the program itself."""

    @pytest.fixture(autouse=True)
    def _plain_terminal(self, monkeypatch: pytest.MonkeyPatch, repository: Path) -> None:
        monkeypatch.chdir(repository)
        for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
            monkeypatch.delenv(name, raising=False)

    def test_check(self, capsys: pytest.CaptureFixture[str], everything: Sequence[str]) -> None:
        """`check` exits with 1 and prints every message, one a line, on standard error; no traceback."""
        code = cli.main(["check", "--content", str(_INVALID / "content")])
        output = capsys.readouterr()

        assert 1 == code
        assert "" == output.out
        assert sorted(everything) == sorted(output.err.splitlines())

    def test_strict(self, capsys: pytest.CaptureFixture[str], everything: Sequence[str]) -> None:
        """`check --strict` prints the same, with errors for warnings."""
        code = cli.main(["check", "--strict", "--content", str(_INVALID / "content")])

        assert 1 == code
        assert sorted(map(_strictly, everything)) == sorted(capsys.readouterr().err.splitlines())

    def test_build(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """`build` prints the same but notes, exits with 1, and publishes nothing."""
        code = cli.main(
            ["build", "--content", str(_INVALID / "content"), "--output", str(tmp_path / "public")]
        )

        assert 1 == code
        assert "The site was not built; the previous one is untouched." in capsys.readouterr().err
        assert not (tmp_path / "public").exists()


class TestAgain:
    """Files of the corpus that come, go or change while everything else has been checked already."""

    @pytest.fixture(name="whole")
    def _whole(self, repository: Path) -> Checked:
        """Return what one run over the whole corpus finds."""
        return _check(repository)

    @staticmethod
    def _without(checked: Checked, document: Document) -> Checked:
        content = checked.records.content
        others = tuple(other for other in content.documents if other is not document)
        return check_again(checked, replace(content, documents=others))

    def test_gone_and_back(self, whole: Checked) -> None:
        """A file that goes takes its problems with it; when it is back, everything is as it was."""
        for document in whole.records.content.documents[::3]:
            without = self._without(whole, document)

            assert document.path not in {p.place.path for p in without.problems if p.rule != "missing-file"}
            assert whole == replace(check_again(without, whole.records.content), records=whole.records)

    @pytest.mark.parametrize("strict", [False, True])
    def test_as_from_nothing(self, repository: Path, *, strict: bool) -> None:
        """What is found anew is what a check from nothing finds, strictly too."""
        whole = _check(repository, strict=strict)
        for document in whole.records.content.documents[::9]:
            content = self._without(whole, document).records.content
            wanted = check_content(content, ("en", "fr"), strict=strict)

            assert wanted.problems == check_again(whole, content, strict=strict).problems

    def test_by_itself(self, whole: Checked) -> None:
        """Without looking wide, a file that goes leaves everything else as it was."""
        for document in whole.records.content.documents[::9]:
            others = tuple(other for other in whole.records.content.documents if other is not document)
            after = check_again(whole, replace(whole.records.content, documents=others), wide=False)

            assert [p for p in whole.problems if p.place.path != document.path] == list(after.problems)
