"""A GitHub of our own on 127.0.0.1, with one repository in its memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest


@dataclass
class Hub:
    """What the repository holds, and what was asked of it."""

    api: str = ""
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Items by the path of their list."""
    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    """Method, path and body of each request that is not a question."""
    queries: list[dict[str, str]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    refuses: int = 0
    """The status to answer everything with, if any."""


def _handler(hub: Hub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(address.query).items()}
            hub.queries.append(query)
            size, page = int(query["per_page"]), int(query["page"])
            items = hub.lists.get(address.path.removeprefix("/repos/owner/name/"), [])
            self._answer(items[size * (page - 1) : size * page])

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            hub.asked.append((self.command, self.path.removeprefix("/repos/owner/name/"), body))
            self._answer({})

        def do_DELETE(self) -> None:
            hub.asked.append((self.command, self.path.removeprefix("/repos/owner/name/"), None))
            self._answer([])

        do_PATCH = do_POST  # noqa: N815 - the name of the library

        def _answer(self, value: object) -> None:
            hub.tokens.add(self.headers["Authorization"])
            data = json.dumps(value).encode()
            self.send_response(hub.refuses or 200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the library
            """Keep quiet."""

    return Handler


@pytest.fixture(name="hub")
def _hub() -> Iterator[Hub]:
    """Return a GitHub with an empty repository `owner/name`."""
    hub = Hub()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(hub))
    Thread(target=server.serve_forever, daemon=True).start()
    hub.api = f"http://127.0.0.1:{server.server_address[1]}"
    yield hub
    server.shutdown()
    server.server_close()
