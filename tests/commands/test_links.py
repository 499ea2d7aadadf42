"""Tests of the command ``links``."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from closecodes.cli import main
from closecodes.commands import links


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the library
        """Keep quiet."""


@pytest.fixture(name="server", scope="module")
def _server() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("status", "expected"), [(200, None), (403, None), (404, "answers 404"), (410, "answers 410")]
)
def test_fault_of(server: str, status: int, expected: str | None) -> None:
    """An address that is gone is a fault; one that refuses programs is none."""
    assert expected == links.fault_of(f"{server}/{status}")


def test_silence() -> None:
    """An address where nobody answers is a fault."""
    fault = links.fault_of("http://127.0.0.1:1/")

    assert fault is not None
    assert fault.startswith("does not answer")


def test_report(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each address that leads nowhere is told once, with the files that cite it."""
    monkeypatch.chdir(small_project)
    monkeypatch.setattr(links, "fault_of", lambda address: "answers 404" if "rfc6455" in address else None)

    assert 1 == main(["links"])
    (line, *others) = capsys.readouterr().out.splitlines()
    assert line.startswith("- <https://www.rfc-editor.org/rfc/rfc6455.html> answers 404: `content/")
    assert [] == others
