"""Answers to requests: content types, the script of the open page, nothing kept by anybody."""

from __future__ import annotations

import mimetypes
from http import HTTPStatus
from pathlib import Path

from markupsafe import escape
from starlette.responses import Response

from closecodes.serving.editions import Made


__all__ = ["CLIENT", "answer_with", "content_type", "placeholder", "static_answer"]

CLIENT = "/-/client.js"

_HERE = Path(__file__).parent
_TYPES = {
    ".atom": "application/atom+xml",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
"""Where machines differ, or know nothing."""

_UNCACHED = {"Cache-Control": "no-store"}

_PLACEHOLDER = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>closecodes serve</title>
<meta name="color-scheme" content="light dark">
</head>
<body>
<h1>There is no site to show yet</h1>
<p>It appears here as soon as these problems are mended:</p>
<ul>
{problems}</ul>
</body>
</html>
"""


def content_type(file: str) -> str:
    """Return the content type of a file by its name.

    >>> content_type("en/1012/index.html"), content_type("static/icon.png")
    ('text/html; charset=utf-8', 'image/png')
    """
    ending = Path(file).suffix.lower()
    kind = _TYPES.get(ending) or mimetypes.guess_type(file)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith(("xml", "json"))
    return f"{kind}; charset=utf-8" if is_text else kind


def answer_with(made: Made) -> Response:
    """Return the answer that holds a page, with the script that makes it load again when it has changed."""
    status = HTTPStatus.OK if made.found else HTTPStatus.NOT_FOUND
    body = _with_script(made.body, made.digest) if made.file.endswith(".html") else made.body
    return Response(body, status, {"Content-Type": content_type(made.file), **_UNCACHED})


def static_answer(name: str, body: bytes) -> Response:
    """Return the answer that holds a file as it is."""
    return Response(body, headers={"Content-Type": content_type(name), **_UNCACHED})


def own_answer(name: str) -> Response:
    """Return the answer that holds a file of the server itself."""
    return static_answer(name, (_HERE / name).read_bytes())


def placeholder(problems: tuple[object, ...], status: HTTPStatus) -> Response:
    """Return the answer for a page that cannot be made, with the ``problems`` that keep it from being made."""
    items = "".join(f"<li><code>{escape(problem)}</code></li>\n" for problem in problems)
    body = _with_script(_PLACEHOLDER.format(problems=items).encode(), "")
    return Response(body, status, {"Content-Type": content_type("index.html"), **_UNCACHED})


def _with_script(html: bytes, digest: str) -> bytes:
    script = f'<script type="module" src="{CLIENT}" data-digest="{digest}"></script>\n'.encode()
    before, end, after = html.partition(b"</head>")
    return before + script + end + after if end else html + script
