"""Tests of problems as GitHub shows them."""

from __future__ import annotations

from collections.abc import Callable

from closecodes.problems import Problem
from closecodes.reports import job_summary, workflow_commands
from closecodes.reports.github import MOST_LISTED, MOST_SHOWN


Make = Callable[..., Problem]


class TestWorkflowCommands:
    """Tests of the annotations."""

    def test_form(self, make_problem: Make) -> None:
        """An annotation names file, line, column and rule; signs with a meaning of their own are escaped."""
        problem = make_problem("content/a,b:c.yaml", 4, message="100 % wrong\n::error::twice")

        annotation, *_ = workflow_commands([problem])
        assert (
            "::error file=content/a%2Cb%3Ac.yaml,line=4,col=3,title=clause-style::100 %25 wrong%0A::error::twice"
            == annotation
        )

    def test_levels(self, make_problem: Make) -> None:
        """Errors come before warnings, warnings before notes, wherever they stand."""
        rules = ["unrecorded-translation", "typography", "clause-style"]
        problems = [make_problem(line=line, rule=rule) for line, rule in enumerate(rules, start=1)]

        shown = [line.split()[0] for line in workflow_commands(problems)][:3]
        assert ["::error", "::warning", "::notice"] == shown

    def test_order_of_rules(self, make_problem: Make) -> None:
        """What hides other problems comes before what it hides."""
        problems = [make_problem("content/a.yaml"), make_problem("content/b.yaml", rule="yaml-syntax")]

        first, *_ = workflow_commands(problems)
        assert "file=content/b.yaml" in first

    def test_alike(self, make_problem: Make) -> None:
        """Problems of one rule in one file are one annotation, at the first of them."""
        problems = [make_problem(line=line) for line in (9, 2, 5)]

        shown = [line for line in workflow_commands(problems) if line.startswith("::error")]
        assert 1 == len(shown)
        assert ",line=2," in shown[0]
        assert shown[0].endswith("wrong (and 2 more of this kind in this file)")

    def test_limit(self, make_problem: Make) -> None:
        """No more are shown than GitHub shows; all are in the group that follows."""
        problems = [make_problem(f"content/{number:02}.yaml") for number in range(MOST_SHOWN + 5)]

        lines = list(workflow_commands(problems))
        assert MOST_SHOWN == sum(line.startswith("::error") for line in lines)
        group = lines[lines.index("::group::15 errors") + 1 : lines.index("::endgroup::")]
        assert [str(problem) for problem in problems] == group

    def test_nothing(self) -> None:
        """Without problems there is nothing to show."""
        assert [] == list(workflow_commands([]))


class TestJobSummary:
    """Tests of the summary of a job."""

    def test_problem(self, make_problem: Make) -> None:
        """Each problem is an item under its file, with a link to its rule."""
        summary = job_summary([make_problem()], 1, "https://example.org/rules.md")

        assert (
            "### 1 error\n\n**content/a.yaml**\n\n"
            "- **error**, line 1, column 3: wrong ([clause-style](https://example.org/rules.md#clause-style))\n"
            == summary
        )

    def test_counts(self, make_problem: Make) -> None:
        """The headline counts problems by level."""
        problems = [
            make_problem(),
            make_problem(rule="typography"),
            make_problem(rule="unrecorded-translation"),
        ]

        assert "### 1 error, 1 warning and 1 note" == job_summary(problems, 1).splitlines()[0]

    def test_worst_first(self, make_problem: Make) -> None:
        """Files with errors come before files with warnings."""
        problems = [make_problem("a.yaml", rule="typography"), make_problem("b.yaml")]

        summary = job_summary(problems, 2)
        assert summary.index("b.yaml") < summary.index("a.yaml")

    def test_markup(self, make_problem: Make) -> None:
        """What a record says cannot become markup, an element or a mention; code stays code."""
        summary = job_summary([make_problem(message="found `a_b`, <img> [x](y) @all")], 1)

        assert "found `a_b`, \\<img\\> \\[x\\](y) @\u2060all" in summary

    def test_open_code(self, make_problem: Make) -> None:
        """A backtick without a partner opens no code."""
        assert "found '\\*" in job_summary([make_problem(message="found `*")], 1)

    def test_nothing(self) -> None:
        """Without problems the summary says so."""
        assert "### The records are in order\n\n386 files, no problem.\n" == job_summary([], 386)

    def test_limit(self, make_problem: Make) -> None:
        """A list that GitHub would refuse is cut, and says so."""
        summary = job_summary([make_problem(line=line) for line in range(1, MOST_LISTED + 4)], 1)

        assert MOST_LISTED == summary.count("\n- ")
        assert "… and 3 more; `closecodes check` prints all of them." in summary
