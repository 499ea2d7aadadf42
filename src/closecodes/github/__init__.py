"""What the workflows tell GitHub: one comment on a proposal, one issue for each thing that is watched."""

from closecodes.github.api import GitHub, GitHubError
from closecodes.github.labels import keep_labels, labels_for, labels_of
from closecodes.github.telling import keep_comment, keep_issue, pull_request_of
from closecodes.github.untrusted import harmless


__all__ = [
    "GitHub",
    "GitHubError",
    "harmless",
    "keep_comment",
    "keep_issue",
    "keep_labels",
    "labels_for",
    "labels_of",
    "pull_request_of",
]
