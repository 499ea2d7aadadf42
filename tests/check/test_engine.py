"""The engine: all rules over all records, in order, and what strictness changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from closecodes.check import Checked, check_content
from closecodes.check.rules import RULES
from closecodes.load import load_content
from closecodes.problems import Level, Place, Problem


Make = Callable[..., dict[str, Any]]


@pytest.fixture(name="check")
def _check(write_content: Callable[..., Path]) -> Callable[..., Checked]:
    """Return a function that checks a content folder with the codes given."""

    def check(*codes: dict[str, Any], files: object = None, strict: bool = False) -> Checked:
        return check_content(load_content(write_content(*codes, files=files)), ("en", "fr"), strict=strict)

    return check


def _serious(checked: Checked) -> list[Problem]:
    return [problem for problem in checked.problems if problem.level is not Level.NOTE]


class TestCheckContent:
    """Records and problems of a content folder."""

    def test_in_order(self, check: Callable[..., Checked], make_code: Make) -> None:
        """A folder without faults has no problems beyond notes, and its records are there."""
        checked = check(make_code(1000))

        assert [] == _serious(checked)
        assert [1000] == [parsed.record.code for parsed in checked.records.codes]

    def test_problem(self, check: Callable[..., Checked], make_code: Make) -> None:
        """A problem names its place, its rule and the level of that rule."""
        place = Place("content/families/websocket/1001.yaml", 3, 11)
        message = "the file is called 1001.yaml; code 1000 belongs into 1000.yaml"
        checked = check(files={"families/websocket/1001.yaml": make_code(1000)})

        assert [Problem(place, Level.ERROR, "file-name", message)] == _serious(checked)

    def test_order(self, check: Callable[..., Checked], make_code: Make) -> None:
        """Problems stand in the order of their places, whichever rules found them."""
        codes = [make_code(number, code="x", text__when="x", facts__retry="x") for number in (1001, 1000)]
        checked = check(files={f"families/websocket/{1000 + i}.yaml": code for i, code in enumerate(codes)})

        assert list(checked.problems) == sorted(checked.problems)
        assert 6 == len(_serious(checked))
        assert 2 == len({problem.place.path for problem in _serious(checked)})

    def test_same_place(self, check: Callable[..., Checked], make_code: Make) -> None:
        """Where a word can be read in two ways, what belongs there is said, and nothing else."""
        code = make_code(1000)
        code["facts"]["on_the_wire"] = "WIRE"
        text = str(code).replace("'WIRE'", "no").replace("True", "true")
        checked = check(files={"families/websocket/1000.yaml": text})

        assert ["wrong-type"] == [
            problem.rule for problem in checked.problems if problem.place.path.endswith("1000.yaml")
        ]

    def test_other_places(self, check: Callable[..., Checked]) -> None:
        """What can be read of such a file is checked all the same."""
        checked = check(files={"families/websocket/1000.yaml": "code: x\ncode: 1000\nname: no\n"})

        assert {(1, "wrong-type"), (2, "yaml-duplicate-key"), (3, "wrong-type")} <= {
            (problem.place.line, problem.rule) for problem in checked.problems
        }

    @pytest.mark.parametrize("language", ["fn", "xx", "fr_FR", "source"])
    def test_no_such_language(self, check: Callable[..., Checked], make_code: Make, language: str) -> None:
        """A misspelt language is a problem of the record, even one that no library knows."""
        checked = check(make_code(1000, name={"en": "Name", "fr": "Nom", language: "Nom"}))

        assert ["unknown-language"] == [problem.rule for problem in _serious(checked)]

    def test_no_such_language_recorded(self, check: Callable[..., Checked], make_code: Make) -> None:
        """So is one under which a digest is kept."""
        code = make_code(
            1000, name={"en": "Name", "fr": "Nom", "xx": "Nom"}, translation={"xx": {"name": "00000000"}}
        )

        assert "unknown-language" in [problem.rule for problem in _serious(check(code))]

    @pytest.mark.parametrize("value", [["manual"], 5, True])
    def test_misspelt_sources(self, check: Callable[..., Checked], make_code: Make, value: object) -> None:
        """A misspelt `sources` of a statement is a problem, for its sources would be lost."""
        checked = check(make_code(1000, causes=[{"en": "a", "fr": "b", "souces": value}]))

        assert ["`souces`" in problem.message for problem in _serious(checked)] == [True]

    @pytest.mark.parametrize("name", ["site.yaml", "ranges.yaml", "libraries.yaml"])
    def test_missing_file(self, check: Callable[..., Checked], name: str) -> None:
        """A file that every site needs is missed."""
        checked = check(files={name: None})

        assert checked.failed
        assert any(name in str(problem) for problem in checked.problems)

    def test_compared_with_itself(
        self, check: Callable[..., Checked], make_code: Make, make_comparison: Make
    ) -> None:
        """A comparison of a code with itself is an error, for it would be on no page."""
        checked = check(
            make_code(1000), files={"comparisons/1000-1000.yaml": make_comparison("1000", "1000")}
        )

        assert checked.failed

    def test_one_line(self, check: Callable[..., Checked], make_code: Make) -> None:
        """A problem is one line, whatever text it quotes."""
        checked = check(
            make_code(1000, **{"facts__retry": "ne\nver", "see_also": ["a\nb"], "co\nlour": "red"})
        )

        assert [1] * len(checked.problems) == [len(str(problem).splitlines()) for problem in checked.problems]


class TestStrict:
    """What `--strict` changes."""

    def test_warning(self, check: Callable[..., Checked], make_code: Make) -> None:
        """A warning becomes an error, and says the same."""
        code = make_code(1000, name={"en": "Name"})
        (loose,), (strict,) = _serious(check(code)), _serious(check(code, strict=True))

        assert (Level.WARNING, Level.ERROR) == (loose.level, strict.level)
        assert (loose.place, loose.rule, loose.message) == (strict.place, strict.rule, strict.message)

    def test_note(self, check: Callable[..., Checked], make_code: Make) -> None:
        """A note stays a note."""
        code = make_code(1000)

        assert check(code).problems == check(code, strict=True).problems
        assert {Level.NOTE} == {problem.level for problem in check(code, strict=True).problems}

    def test_order(self, check: Callable[..., Checked], make_code: Make) -> None:
        """Problems stand in the same order."""
        code = make_code(1000, name={"en": "Name"}, text__when={"en": "When."}, text__check={"en": "Check."})

        assert [problem.place for problem in check(code).problems] == [
            problem.place for problem in check(code, strict=True).problems
        ]


class TestFailed:
    """Whether the content may be built."""

    def test_error(self, check: Callable[..., Checked], make_code: Make) -> None:
        """One error is enough to fail."""
        assert check(make_code(1000, code=999)).failed

    def test_warning(self, check: Callable[..., Checked], make_code: Make) -> None:
        """A warning fails only what is strict."""
        code = make_code(1000, name={"en": "Name"})

        assert not check(code).failed
        assert check(code, strict=True).failed

    def test_note(self, check: Callable[..., Checked], make_code: Make) -> None:
        """A note fails nothing."""
        checked = check(make_code(1000), strict=True)

        assert checked.problems
        assert not checked.failed


class TestLevels:
    """How much each rule matters."""

    @pytest.mark.parametrize(
        "rule", ["glossary", "missing-translation", "shared-sentence", "stale-translation", "typography"]
    )
    def test_warnings(self, rule: str) -> None:
        """What a person cannot do who knows one language, and what only style asks for, is a warning."""
        assert Level.WARNING is RULES[rule].level

    @pytest.mark.parametrize("rule", ["modeline", "unrecorded-translation"])
    def test_note(self, rule: str) -> None:
        """What the tool mends by itself is a note."""
        assert Level.NOTE is RULES[rule].level

    def test_errors(self) -> None:
        """Everything else is an error."""
        expected = dict.fromkeys(("modeline", "unrecorded-translation"), Level.NOTE)
        expected |= dict.fromkeys(
            (
                "glossary",
                "missing-translation",
                "shared-sentence",
                "stale-translation",
                "typography",
                "unneeded-exception",
            ),
            Level.WARNING,
        )

        assert expected == {rule.id: rule.level for rule in RULES.values() if rule.level is not Level.ERROR}
