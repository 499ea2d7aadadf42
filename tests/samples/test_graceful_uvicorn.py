"""Tests of the sample that lets uvicorn stop in time."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import sys
from asyncio import StreamReader
from asyncio.subprocess import Process
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from types import ModuleType

import pytest
from websockets.asyncio.client import connect


_PROGRAM = """
import uvicorn
from graceful_uvicorn import app
uvicorn.run(app, port=0, timeout_graceful_shutdown=10)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
def test_stop_signal(start_python: Callable[[str], AbstractAsyncContextManager[Process]]) -> None:
    """On SIGTERM the client gets 1012, the handler learns of it and the server ends by itself."""

    async def scenario() -> tuple[object, int | None, str, int]:
        async with start_python(_PROGRAM) as process:
            assert process.stderr is not None
            port = await _port(process.stderr)
            async with connect(f"ws://127.0.0.1:{port}/") as client:
                first = json.loads(await client.recv())
                process.send_signal(signal.SIGTERM)
                await client.wait_closed()
                log = (await process.stderr.read()).decode()
                return first, client.close_code, log, await process.wait()

    first, code, log, status = asyncio.run(asyncio.wait_for(scenario(), 20))

    assert ({"number": 0}, 1012, -signal.SIGTERM) == (first, code, status)
    assert "closed with 1012" in log
    assert "timeout graceful shutdown exceeded" not in log


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
def test_client_that_leaves(start_python: Callable[[str], AbstractAsyncContextManager[Process]]) -> None:
    """When the client closes, the handler learns its code and stops pushing."""

    async def scenario() -> str:
        async with start_python(_PROGRAM) as process:
            assert process.stderr is not None
            port = await _port(process.stderr)
            async with connect(f"ws://127.0.0.1:{port}/") as client:
                await client.recv()
                await client.close(4001)
            process.send_signal(signal.SIGTERM)
            return (await process.stderr.read()).decode()

    log = asyncio.run(asyncio.wait_for(scenario(), 20))

    assert "closed with 4001" in log
    assert "Traceback" not in log


def test_nothing_goes_on(load: Callable[[str], ModuleType]) -> None:
    """When the endpoint has returned, nothing is pushed any more."""
    events: Iterator[dict[str, object]] = iter(
        [{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": 1012}]
    )
    sent: list[str] = []

    async def receive() -> dict[str, object]:
        await asyncio.sleep(0.01)
        return next(events)

    async def send(event: Mapping[str, object]) -> None:
        sent.append(str(event["type"]))

    async def scenario() -> int:
        scope = {"type": "websocket", "path": "/", "headers": [], "query_string": b""}
        await load("graceful_uvicorn").app(scope, receive, send)
        await asyncio.sleep(0)
        return len(asyncio.all_tasks())

    assert (1, ["websocket.accept", "websocket.send"]) == (asyncio.run(scenario()), sent)


async def _port(log: StreamReader) -> int:
    """Read the log until it names the port."""
    while line := (await log.readline()).decode():
        if found := re.search(r"running on http://[^:]+:(\d+)", line):
            return int(found[1])
    pytest.fail("uvicorn did not start")
