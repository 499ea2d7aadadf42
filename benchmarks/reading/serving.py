"""A web server as static hosts have them: below a path, compressing, with the site's own 404 page."""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO


__all__ = ["built_and_served", "serving"]

_ROOT = Path(__file__).resolve().parents[2]
PREFIX = "/closecodes/"
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md", ".webmanifest")


class _StaticHost(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """Return the file behind a path, all of which lie below the prefix."""
        inside = path.startswith(PREFIX)
        return super().translate_path(f"/{path.removeprefix(PREFIX)}" if inside else "/outside")

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the headers of a file, compressed where the client takes it; return its bytes."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            return self._send_file(Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND)
        if path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            return super().send_head()
        return self._send_file(file, HTTPStatus.OK)

    def _send_file(self, file: Path, status: HTTPStatus) -> BytesIO:
        body = file.read_bytes()
        small = file.suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = gzip.compress(body, mtime=0) if small else body
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(file))
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "public, max-age=600")
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        """Print nothing."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve the folder ``site`` below a path of this machine, on a port that is free, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_StaticHost, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def built_and_served() -> Iterator[str]:
    """Build the site for the address it is served at, as for a real host, and give that address."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "public"
        with serving(site) as address:
            command = [sys.executable, "build.py", "build", "--output", str(site), "--base-url", address]
            subprocess.run(command, cwd=_ROOT, check=True, stdout=subprocess.DEVNULL)
            yield address
