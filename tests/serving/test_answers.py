"""Answers: content types, the script, and nothing that anybody keeps."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from closecodes.serving.answers import CLIENT, answer_with, content_type, placeholder, static_answer
from closecodes.serving.editions import Made


class TestContentType:
    """The content type of a file, by its name."""

    @pytest.mark.parametrize(
        ("file", "expected"),
        [
            ("en/1000/index.html", "text/html; charset=utf-8"),
            ("en/find.json", "application/json; charset=utf-8"),
            ("static/style.css", "text/css; charset=utf-8"),
            ("static/find.js", "text/javascript; charset=utf-8"),
            ("static/favicon.svg", "image/svg+xml; charset=utf-8"),
            ("en/feed.xml", "application/xml; charset=utf-8"),
            ("en/1000.md", "text/markdown; charset=utf-8"),
            ("static/card.PNG", "image/png"),
            ("static/font.woff2", "font/woff2"),
            ("static/unknown", "application/octet-stream"),
        ],
    )
    def test_type(self, file: str, expected: str) -> None:
        """Text says its encoding; what is unknown is bytes."""
        assert expected == content_type(file)


class TestAnswerWith:
    """The answer that holds a page."""

    def test_script(self) -> None:
        """A page gets the script at the end of its head, with the digest of what it was without it."""
        made = Made(b"<head><title>x</title></head><body>", "en/index.html")
        script = f'<script type="module" src="{CLIENT}" data-digest="{made.digest}"></script>\n'.encode()

        assert b"<head><title>x</title>" + script + b"</head><body>" == answer_with(made).body

    def test_without_head(self) -> None:
        """A page without a head gets it at its end."""
        assert bytes(answer_with(Made(b"x", "index.html")).body).startswith(b"x<script")

    def test_data(self) -> None:
        """Data stays as it is."""
        assert b"{}" == answer_with(Made(b"{}", "en/find.json")).body

    def test_status(self) -> None:
        """A page that says there is none has the status for that; no answer may be kept."""
        answer = answer_with(Made(b"", "404.html", found=False))

        assert HTTPStatus.NOT_FOUND == answer.status_code
        assert "no-store" == answer.headers["cache-control"]


class TestOthers:
    """Files, and the page that stands in for one."""

    def test_static(self) -> None:
        """A file is answered as it is, with its type."""
        answer = static_answer("style.css", b"a{}")

        assert b"a{}" == answer.body
        assert "text/css; charset=utf-8" == answer.headers["content-type"]

    def test_placeholder(self) -> None:
        """Problems are escaped, and the page waits for the site with the script of all pages."""
        answer = placeholder(("a.yaml:1:1: error[x] <b>",), HTTPStatus.SERVICE_UNAVAILABLE)

        assert HTTPStatus.SERVICE_UNAVAILABLE == answer.status_code
        assert b"error[x] &lt;b&gt;" in bytes(answer.body)
        assert b'data-digest=""' in bytes(answer.body)
