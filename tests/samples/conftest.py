"""What the tests of the samples share: the samples themselves, Node and a WebSocket server."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response


Handler = Callable[[ServerConnection], Awaitable[None]]
Check = Callable[[ServerConnection, Request], Awaitable[Response | None]]

_SAMPLES = Path(__file__).resolve().parents[2] / "content/guides/samples"
_HAS_WEBSOCKET = "process.exit(typeof WebSocket === 'function' ? 0 : 1)"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the machine's proxy, if it has one, away from 127.0.0.1."""
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")


@pytest.fixture(name="samples")
def _samples() -> Path:
    """Return the folder of the samples."""
    return _SAMPLES


@pytest.fixture(name="load")
def _load() -> Callable[[str], ModuleType]:
    """Return a function that imports a Python sample by its name."""

    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(f"sample_{name}", _SAMPLES / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture(name="start_python")
def _start_python() -> Callable[[str], AbstractAsyncContextManager[Process]]:
    """Return a context manager that runs a program able to import the Python samples."""
    environment = {**os.environ, "PYTHONPATH": str(_SAMPLES), "PYTHONDONTWRITEBYTECODE": "1"}
    return lambda program: _running(sys.executable, "-u", "-c", program, env=environment)


@pytest.fixture(name="node", scope="session")
def _node() -> str:
    """Return the path of a Node that has the standard WebSocket."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    if subprocess.run([node, "--eval", _HAS_WEBSOCKET], check=False).returncode != 0:
        pytest.skip("node is too old: the standard WebSocket needs Node 22")
    return node


@pytest.fixture(name="with_ws")
def _with_ws(tmp_path: Path) -> Callable[[str], str]:
    """Return a function that puts a sample next to the ws package and returns its address."""
    modules = os.environ.get("WS_MODULES")
    if modules is None or not Path(modules, "ws").is_dir():
        pytest.skip("WS_MODULES does not name a node_modules folder that has ws")
    (tmp_path / "node_modules").symlink_to(modules, target_is_directory=True)
    return lambda name: Path(shutil.copy(_SAMPLES / name, tmp_path)).as_uri()


@pytest.fixture(name="run_node")
def _run_node(node: str) -> Callable[[str], Awaitable[Any]]:
    """Return a function that runs a module and returns the JSON that it prints."""

    async def run(program: str) -> Any:
        async with _running(node, "--input-type=module", "--eval", program) as process:
            output, errors = await process.communicate()
        assert (0, "") == (process.returncode, errors.decode())
        return json.loads(output)

    return run


@pytest.fixture(name="start_node")
def _start_node(node: str) -> Callable[[str], AbstractAsyncContextManager[Process]]:
    """Return a context manager that runs a module while the test talks to it."""
    return lambda program: _running(node, "--input-type=module", "--eval", program)


@pytest.fixture(name="serving")
def _serving() -> Callable[..., AbstractAsyncContextManager[str]]:
    """Return a context manager that serves a handler on a free port and gives its address."""
    return _server


@contextlib.asynccontextmanager
async def _server(handler: Handler, check: Check | None = None) -> AsyncIterator[str]:
    async with serve(handler, "127.0.0.1", 0, process_request=check) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield f"ws://127.0.0.1:{port}/"


@contextlib.asynccontextmanager
async def _running(*command: str, env: dict[str, str] | None = None) -> AsyncIterator[Process]:
    """Run a program, and end it if the test has not."""
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=env)
    try:
        yield process
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.communicate()
