"""Keep one comment, or one issue, up to date, rather than add another each time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from closecodes.github.api import GitHub


__all__ = ["LABEL", "MOST_CHARACTERS", "keep_comment", "keep_issue", "pull_request_of", "shortened"]

LABEL = "watch"
"""The label of the issues that workflows open; nothing else is looked at, nor changed."""

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 characters; the rest is for the words around a report."""

_ROBOT = "Bot"


def pull_request_of(github: GitHub, run: Mapping[str, Any]) -> int | None:
    """Return the number of the open pull request whose newest commit a workflow run has seen, or None.

    The run's own record is asked, as GitHub sends it, never anything that the run has made: a proposal could
    claim to be another one.
    """
    if not run["head_repository"]:  # the fork is gone
        return None
    owner, branch = run["head_repository"]["owner"]["login"], run["head_branch"]
    for pull in github.pages("pulls", state="open", head=f"{owner}:{branch}"):
        if pull["head"]["sha"] == run["head_sha"]:
            return int(pull["number"])
    return None


def keep_comment(github: GitHub, number: int, marker: str, body: str) -> None:
    """Write ``body`` as the one comment with ``marker`` on a pull request: change it if there is one."""
    mark = f"<!-- {marker} -->"
    text = f"{mark}\n{body}"
    for comment in github.pages(f"issues/{number}/comments"):
        if comment["user"]["type"] == _ROBOT and comment["body"].startswith(mark):
            github.patch(f"issues/comments/{comment['id']}", {"body": text})
            return
    github.post(f"issues/{number}/comments", {"body": text})


def keep_issue(github: GitHub, title: str, report: str) -> None:
    """Keep one open issue called ``title`` that says ``report``; close it when there is nothing to say."""
    own = next(
        (issue for issue in github.pages("issues", state="open", labels=LABEL) if issue["title"] == title),
        None,
    )
    body = shortened(report)
    if own is None and body:
        github.post("issues", {"title": title, "body": body, "labels": [LABEL]})
    elif own is not None:
        github.patch(f"issues/{own['number']}", {"body": body} if body else {"state": "closed"})


def shortened(text: str) -> str:
    """Return ``text`` without space around it, cut at a line where it is longer than GitHub takes."""
    text = text.strip()
    if len(text) <= MOST_CHARACTERS:
        return text
    kept = text[:MOST_CHARACTERS]
    whole_lines = kept.rpartition("\n")[0]
    return f"{whole_lines or kept}\n\n…"
