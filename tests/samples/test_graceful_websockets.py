"""Tests of the sample that stops a websockets server."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from types import ModuleType, SimpleNamespace

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import Server, ServerConnection, serve


@pytest.fixture(name="sample")
def _sample(load: Callable[[str], ModuleType]) -> ModuleType:
    return load("graceful_websockets")


def test_small_groups(sample: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody gets 1012 with its reason, a few connections at a time."""
    pauses: list[tuple[float, int]] = []

    async def scenario() -> list[tuple[int | None, str | None]]:
        async with serve(sample.echo, "127.0.0.1", 0) as server, contextlib.AsyncExitStack() as stack:
            url = _address(server)
            clients = [await stack.enter_async_context(connect(url)) for _ in range(5)]

            async def sleep(seconds: float) -> None:
                pauses.append((seconds, len(server.connections)))

            monkeypatch.setattr(sample, "asyncio", SimpleNamespace(gather=asyncio.gather, sleep=sleep))
            await sample.close_in_groups(server, size=2, pause=0.5)
            return [(client.close_code, client.close_reason) for client in clients]

    assert [(1012, "deployment")] * 5 == asyncio.run(scenario())
    assert [(0.5, 3), (0.5, 1), (0.5, 0)] == pauses


def test_waits_for_handlers(sample: ModuleType) -> None:
    """The function returns when every handler has finished what it does after the close."""
    finished: list[int | None] = []

    async def handler(websocket: ServerConnection) -> None:
        await websocket.wait_closed()
        await asyncio.sleep(0.05)
        finished.append(websocket.close_code)

    async def scenario() -> list[int | None]:
        async with serve(handler, "127.0.0.1", 0) as server, connect(_address(server)):
            await sample.close_in_groups(server, pause=0)
            return list(finished)

    assert [1012] == asyncio.run(scenario())


def test_nobody_new(sample: ModuleType) -> None:
    """While the groups are closed, a new connection is refused."""

    async def scenario() -> str:
        async with serve(sample.echo, "127.0.0.1", 0) as server:
            url = _address(server)
            async with connect(url):
                closing = asyncio.create_task(sample.close_in_groups(server, pause=0.1))
                await asyncio.sleep(0)
                try:
                    async with connect(url):
                        return "accepted"
                except OSError:
                    return "refused"
                finally:
                    await closing

    assert "refused" == asyncio.run(scenario())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM for event loops")
def test_stop_signal(start_python: Callable[[str], AbstractAsyncContextManager[Process]]) -> None:
    """A running server that receives SIGTERM echoes no more, sends 1012 and exits with success."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = f"import asyncio, graceful_websockets as s; asyncio.run(s.main('127.0.0.1', {port}))"

    async def scenario() -> tuple[str | bytes, int | None, int]:
        async with start_python(program) as process, await _connected(port) as client:
            await client.send("hello")
            echo = await client.recv()
            process.send_signal(signal.SIGTERM)
            await client.wait_closed()
            return echo, client.close_code, await process.wait()

    assert ("hello", 1012, 0) == asyncio.run(asyncio.wait_for(scenario(), 20))


def _address(server: Server) -> str:
    """Return the address of a server on a free port."""
    return f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}/"


async def _connected(port: int) -> ClientConnection:
    """Connect to a server that is about to start."""
    while True:
        try:
            return await connect(f"ws://127.0.0.1:{port}/")
        except OSError:
            await asyncio.sleep(0.05)
