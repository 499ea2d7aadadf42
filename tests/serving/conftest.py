"""What the tests of the development server share: a project, and the real server in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from closecodes.project import Project, find_project


PATIENCE = 30
"""Seconds after which a server counts as broken; far more than it needs."""

_ADDRESS = re.compile(r"at (http://127\.0\.0\.1:([0-9]+)/)")


@dataclass(frozen=True)
class Served:
    """A running server."""

    process: subprocess.Popen[str]
    lines: list[str]
    address: str
    port: int

    def get(self, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
        """Return the answer to a request, its body read."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        response.body = response.read()  # type: ignore[attr-defined] # for the tests
        connection.close()
        return response

    def text(self, path: str) -> str:
        """Return the text at ``path``."""
        body = self.get(path).body  # type: ignore[attr-defined] # see above
        assert isinstance(body, bytes)
        return body.decode()

    def said(self, part: str) -> str:
        """Wait for a line of the standard output with ``part`` in it, and return it."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line)
            if part in line:
                return line
        pytest.fail(f"the server ended without saying {part!r}: {self.lines}")

    def interrupt(self) -> tuple[int, str, str]:
        """Press Ctrl-C; return the exit code, all that was printed, and all errors."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, "".join(self.lines) + out, err


@contextmanager
def _running(folder: Path, *options: str, program: Path | None = None) -> Iterator[Served]:
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONUNBUFFERED": "1", "no_proxy": "127.0.0.1"}
    if program:
        environment["PYTHONPATH"] = str(program)
    process = subprocess.Popen(
        [sys.executable, "-m", "closecodes", "serve", "--port", "0", *options],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        lines = [process.stdout.readline()]
        found = _ADDRESS.search(lines[0])
        assert found, process.communicate(timeout=PATIENCE)
        yield Served(process, lines, found[1], int(found[2]))
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(name="serve", scope="session")
def _serve() -> Callable[..., object]:
    """Return what serves a project folder while a block runs; more options may be given."""
    return _running


@pytest.fixture(name="project")
def _project(small_project: Path) -> Project:
    """Return a small project without faults."""
    return find_project(small_project, small_project)
