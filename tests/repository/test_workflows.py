"""The workflows of GitHub: least rights, actions pinned by commit, and commands that are there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from .commands import wrong_use


_FOLDER = Path(__file__).resolve().parents[2] / ".github" / "workflows"
_WORKFLOWS = sorted(_FOLDER.glob("*.yml"))

_MAY_WRITE = {
    "comment.yml": {"comment": {"pull-requests"}},
    "labels.yml": {"label": {"pull-requests"}},
    "pages.yml": {"deploy": {"id-token", "pages"}},
    "release.yml": {"publish": {"contents"}},
    "watch.yml": {"links": {"issues"}, "registry": {"issues"}},
}
"""What a job may write, by workflow; what is not named may write nothing."""

every_workflow = pytest.mark.parametrize("workflow", _WORKFLOWS, ids=lambda path: path.name)


def _read(workflow: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(workflow.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    return read


def _steps(workflow: Path) -> Iterator[dict[str, Any]]:
    for job in _read(workflow)["jobs"].values():
        yield from job["steps"]


def _writes(job: dict[str, Any]) -> set[str]:
    return {name for name, right in job["permissions"].items() if right == "write"}


class TestRights:
    """What the workflows may do."""

    @every_workflow
    def test_none_by_default(self, workflow: Path) -> None:
        """A workflow has no rights; each job names those it needs."""
        assert {} == _read(workflow)["permissions"] or "{}" in workflow.read_text(encoding="utf-8")
        assert [] == [name for name, job in _read(workflow)["jobs"].items() if "permissions" not in job]

    @every_workflow
    def test_least(self, workflow: Path) -> None:
        """No job may write more than it needs."""
        jobs = _read(workflow)["jobs"]

        assert _MAY_WRITE.get(workflow.name, {}) == {
            name: _writes(job) for name, job in jobs.items() if _writes(job)
        }

    @every_workflow
    def test_no_secret(self, workflow: Path) -> None:
        """No workflow needs a secret of its own."""
        assert "secrets." not in workflow.read_text(encoding="utf-8")

    @every_workflow
    def test_own_code(self, workflow: Path) -> None:
        """A workflow that may write on behalf of a proposal takes no code from it."""
        if {"workflow_run", "pull_request_target"} & _read(workflow)["on"].keys():
            checkouts = [step for step in _steps(workflow) if "actions/checkout@" in step.get("uses", "")]

            assert [] == [
                step
                for step in checkouts
                if step["with"]["ref"] != "${{ github.event.repository.default_branch }}"
            ]

    @every_workflow
    def test_no_credentials_left(self, workflow: Path) -> None:
        """The token is not left in the checkout, where any later step could find it."""
        checkouts = [step for step in _steps(workflow) if "actions/checkout@" in step.get("uses", "")]

        assert ["false"] * len(checkouts) == [step["with"]["persist-credentials"] for step in checkouts]

    @every_workflow
    def test_end(self, workflow: Path) -> None:
        """Every job ends, even if something hangs."""
        assert [] == [name for name, job in _read(workflow)["jobs"].items() if "timeout-minutes" not in job]

    @every_workflow
    def test_no_expression_in_a_script(self, workflow: Path) -> None:
        """What comes from outside reaches a script as a variable only, so that it cannot become a command."""
        assert [] == [step["run"] for step in _steps(workflow) if "${{" in step.get("run", "")]


class TestPins:
    """Which actions run."""

    @every_workflow
    def test_commit(self, workflow: Path) -> None:
        """Each action is named by its commit, with its version beside it."""
        uses = re.findall(r"uses: (.+)", workflow.read_text(encoding="utf-8"))

        assert [] == [use for use in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)]

    def test_one_version(self) -> None:
        """An action has the same version wherever it is used."""
        texts = "".join(workflow.read_text(encoding="utf-8") for workflow in _WORKFLOWS)
        uses = {tuple(use) for use in re.findall(r"uses: ([\w./-]+)@(.+)", texts)}

        assert len({name for name, _ in uses}) == len(uses)


class TestCommands:
    """What the workflows run."""

    @every_workflow
    def test_commands(self, workflow: Path) -> None:
        """Each command of ours exists and has the options it is given."""
        scripts = "\n".join(step.get("run", "") for step in _steps(workflow))
        lines = [line for line in scripts.splitlines() if line.startswith("closecodes ")]

        assert [] == [wrong for line in lines if (wrong := wrong_use(shlex.split(line, comments=True)))]

    def test_other_workflow(self) -> None:
        """The comment follows a workflow that is there, and reads what that one leaves."""
        (followed,) = _read(_FOLDER / "comment.yml")["on"]["workflow_run"]["workflows"]
        (leaving,) = [workflow for workflow in _WORKFLOWS if _read(workflow)["name"] == followed]
        left = {
            step["with"]["name"] for step in _steps(leaving) if "upload-artifact@" in step.get("uses", "")
        }
        read = {
            step["with"]["name"]
            for step in _steps(_FOLDER / "comment.yml")
            if "download-artifact@" in step.get("uses", "")
        }

        assert {"difference"} == read
        assert read < left

    def test_same_report(self) -> None:
        """The files that the comment reads are those that were left."""
        left = re.findall(r"> (difference\.\w+)", (_FOLDER / "records.yml").read_text(encoding="utf-8"))
        read = re.findall(r"/(difference\.\w+)", (_FOLDER / "comment.yml").read_text(encoding="utf-8"))

        assert left == read


class TestLabels:
    """Labels by path."""

    def test_paths(self, repository: Path) -> None:
        """Each pattern fits a file that is there, so that none is left of a folder that moved."""
        labels = yaml.safe_load((repository / ".github/labeler.yml").read_text(encoding="utf-8"))
        patterns = [
            pattern
            for (rule,) in labels.values()
            for part in rule["changed-files"]
            for pattern in _listed(part["any-glob-to-any-file"])
        ]

        assert [] == [pattern for pattern in patterns if not any(repository.glob(pattern))]


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
