"""One comment, one issue: kept up to date, and closed when there is nothing to say."""

from __future__ import annotations

import pytest

from closecodes.github import GitHub, GitHubError, keep_comment, keep_issue, pull_request_of
from closecodes.github.telling import MOST_CHARACTERS, shortened

from .conftest import Hub


_RUN = {
    "head_sha": "aaaa",
    "head_branch": "correct-1013",
    "head_repository": {"owner": {"login": "somebody"}},
}


@pytest.fixture(name="github")
def _github(hub: Hub) -> GitHub:
    return GitHub(hub.api, "owner/name", "secret")


class TestPullRequestOf:
    """Which proposal a workflow run was about."""

    def test_newest_commit(self, hub: Hub, github: GitHub) -> None:
        """It is the open one whose newest commit the run has seen, asked for by fork and branch."""
        hub.lists["pulls"] = [{"number": 7, "head": {"sha": "bbbb"}}, {"number": 8, "head": {"sha": "aaaa"}}]

        assert 8 == pull_request_of(github, _RUN)
        assert "somebody:correct-1013" == hub.queries[0]["head"]
        assert "open" == hub.queries[0]["state"]

    def test_outdated(self, hub: Hub, github: GitHub) -> None:
        """A run of an older commit is about none."""
        hub.lists["pulls"] = [{"number": 7, "head": {"sha": "bbbb"}}]

        assert pull_request_of(github, _RUN) is None

    def test_fork_gone(self, hub: Hub, github: GitHub) -> None:
        """A run of a fork that was deleted since is about none."""
        hub.lists["pulls"] = [{"number": 7, "head": {"sha": "aaaa"}}]

        assert pull_request_of(github, {**_RUN, "head_repository": None}) is None

    def test_token(self, hub: Hub, github: GitHub) -> None:
        """The token goes with each request."""
        pull_request_of(github, _RUN)

        assert {"Bearer secret"} == hub.tokens


def _comment(number: int, body: str, kind: str = "Bot") -> dict[str, object]:
    return {"id": number, "body": body, "user": {"type": kind}}


class TestKeepComment:
    """The one comment with a marker."""

    def test_first(self, hub: Hub, github: GitHub) -> None:
        """Without one, it is written."""
        keep_comment(github, 7, "ours", "It changes.")

        assert [("POST", "issues/7/comments", {"body": "<!-- ours -->\nIt changes."})] == hub.asked

    def test_again(self, hub: Hub, github: GitHub) -> None:
        """With one, that is changed, even after hundreds of others."""
        others = [_comment(number, "Thanks!", "User") for number in range(250)]
        hub.lists["issues/7/comments"] = [*others, _comment(999, "<!-- ours -->\nOld.")]

        keep_comment(github, 7, "ours", "New.")

        assert [("PATCH", "issues/comments/999", {"body": "<!-- ours -->\nNew."})] == hub.asked

    def test_pretended(self, hub: Hub, github: GitHub) -> None:
        """A person who copies the marker keeps what they wrote."""
        hub.lists["issues/7/comments"] = [_comment(1, "<!-- ours -->\nMine.", "User")]

        keep_comment(github, 7, "ours", "New.")

        assert ["POST"] == [method for method, _, _ in hub.asked]


class TestKeepIssue:
    """The one issue about a thing that is watched."""

    def test_open(self, hub: Hub, github: GitHub) -> None:
        """Something to say opens an issue with the label of all of them."""
        keep_issue(github, "Lost links", "- one\n")

        assert [
            ("POST", "issues", {"title": "Lost links", "body": "- one", "labels": ["watch"]})
        ] == hub.asked

    def test_update(self, hub: Hub, github: GitHub) -> None:
        """The open one is changed; those of other titles are not."""
        hub.lists["issues"] = [{"number": 3, "title": "Other"}, {"number": 4, "title": "Lost links"}]

        keep_issue(github, "Lost links", "- two\n")

        assert [("PATCH", "issues/4", {"body": "- two"})] == hub.asked
        assert ("open", "watch") == (hub.queries[0]["state"], hub.queries[0]["labels"])

    def test_close(self, hub: Hub, github: GitHub) -> None:
        """Nothing to say closes it."""
        hub.lists["issues"] = [{"number": 4, "title": "Lost links"}]

        keep_issue(github, "Lost links", "\n")

        assert [("PATCH", "issues/4", {"state": "closed"})] == hub.asked

    def test_quiet(self, hub: Hub, github: GitHub) -> None:
        """Nothing to say and nothing open: nothing is done."""
        keep_issue(github, "Lost links", "")

        assert [] == hub.asked


class TestErrors:
    """What GitHub refuses."""

    def test_refused(self, hub: Hub) -> None:
        """The message names the answer and the question, never the token."""
        hub.refuses = 403

        with pytest.raises(GitHubError, match=r"^GitHub answers 403 to GET issues/7/comments\?"):
            keep_comment(GitHub(hub.api, "owner/name", "secret"), 7, "ours", "x")

    def test_silent(self) -> None:
        """Where nobody answers, the message says so."""
        with pytest.raises(GitHubError, match=r"^GitHub does not answer GET pulls\?"):
            pull_request_of(GitHub("http://127.0.0.1:1", "owner/name", "secret"), _RUN)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" short \n", "short"),
        ("line\n" * MOST_CHARACTERS, "line\n" * (MOST_CHARACTERS // 5 - 1) + "line\n\n…"),
        ("x" * 2 * MOST_CHARACTERS, "x" * MOST_CHARACTERS + "\n\n…"),
    ],
    ids=["short", "lines", "one line"],
)
def test_shortened(text: str, kept: str) -> None:
    """What is longer than GitHub takes is cut after a whole line, if there is one."""
    assert kept == shortened(text)
