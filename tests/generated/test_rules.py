"""The page of rules leaves out no rule."""

from __future__ import annotations

import re

import pytest

from closecodes.check.rules import RULES
from closecodes.generated import rules_page


class TestRulesPage:
    """The documentation of the rules."""

    @pytest.mark.parametrize("rule", RULES)
    def test_documented(self, rule: str) -> None:
        """Each rule has a section with its level and the first sentence of its documentation."""
        headline = RULES[rule].documentation.partition("\n")[0]

        assert f"\n## {rule}\n\n*{RULES[rule].level}* – {headline}\n" in rules_page()

    @pytest.mark.parametrize("rule", RULES)
    def test_headline(self, rule: str) -> None:
        """The documentation of a rule begins with a sentence that says what is right."""
        headline, _, rest = RULES[rule].documentation.partition("\n")

        assert headline.endswith(".")
        assert rest == "" or rest.startswith("\n")

    def test_body(self) -> None:
        """The page holds the whole documentation, not its first sentence alone."""
        assert "YAML forbids tabs there. Use two spaces for each level." in rules_page()

    def test_order(self) -> None:
        """The sections stand in the order of the rules."""
        assert list(RULES) == re.findall(r"^## (.+)$", rules_page(), re.MULTILINE)
