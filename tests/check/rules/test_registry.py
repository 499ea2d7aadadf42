"""The rules as a whole: each module is one, under its own name."""

from __future__ import annotations

from pathlib import Path

from closecodes.check import rules
from closecodes.check.parsing import Records
from closecodes.check.rules import RULES
from closecodes.load import Content


class TestRules:
    """The registry of rules."""

    def test_every_module(self) -> None:
        """Each module of the package is a rule, and each rule a module."""
        modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__", "base"}

        assert {module.replace("_", "-") for module in modules} == set(RULES)

    def test_ids(self) -> None:
        """A rule knows the id it is kept under."""
        assert list(RULES) == [rule.id for rule in RULES.values()]

    def test_nothing(self) -> None:
        """A rule that has nothing to look at finds only what is missing."""
        empty = Records(Content(()), ("en", "fr"))

        assert {"missing-file"} == {rule.id for rule in RULES.values() if list(rule.check(empty))}
