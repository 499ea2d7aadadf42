"""As much of GitHub's REST API as the workflows need."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen


__all__ = ["GitHub", "GitHubError"]

_PATIENCE = 30.0
"""Seconds after which GitHub counts as silent."""

_PER_PAGE = 100
_MOST_PAGES = 50


class GitHubError(Exception):
    """GitHub refused a request, or did not answer."""


@dataclass(frozen=True, slots=True)
class GitHub:
    """One repository on GitHub, seen with the rights of a token."""

    api: str
    """Address of the API, as the runner names it in ``GITHUB_API_URL``."""
    repository: str
    """Owner and name: ``closecodes/closecodes``."""
    token: str

    def pages(self, path: str, **query: str) -> Iterator[dict[str, Any]]:
        """Yield every item of a list of the repository, page after page."""
        for page in range(1, _MOST_PAGES + 1):
            options = urlencode({**query, "per_page": _PER_PAGE, "page": page})
            items = self._ask("GET", f"{path}?{options}")
            yield from items
            if len(items) < _PER_PAGE:
                return

    def post(self, path: str, body: dict[str, Any]) -> None:
        """Make something new."""
        self._ask("POST", path, body)

    def patch(self, path: str, body: dict[str, Any]) -> None:
        """Change something that is there."""
        self._ask("PATCH", path, body)

    def delete(self, path: str) -> None:
        """Take something away; spaces in ``path`` are written for an address."""
        self._ask("DELETE", quote(path))

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        request = Request(  # noqa: S310 - the address of the API comes from the runner
            f"{self.api}/repos/{self.repository}/{path}",
            method=method,
            data=json.dumps(body).encode() if body is not None else None,
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        try:
            with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310 - as above
                return json.load(answer)
        except HTTPError as error:
            message = f"GitHub answers {error.code} to {method} {path}"
            raise GitHubError(message) from None
        except (URLError, TimeoutError, OSError) as error:
            message = f"GitHub does not answer {method} {path}: {getattr(error, 'reason', error)}"
            raise GitHubError(message) from None
