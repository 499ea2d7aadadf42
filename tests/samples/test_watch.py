"""Tests of the sample that tells what can be known about one connection."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection
from websockets.http11 import Request, Response


Serving = Callable[..., AbstractAsyncContextManager[str]]
Watch = Callable[..., Any]


async def _refuse(connection: ServerConnection, _request: Request) -> Response:
    return connection.respond(HTTPStatus.FORBIDDEN, "no\n")


async def _restart(websocket: ServerConnection) -> None:
    await websocket.close(1012, "deployment")


async def _drop(websocket: ServerConnection) -> None:
    websocket.transport.abort()


@pytest.fixture(name="watch")
def _watch(samples: Path, serving: Serving, run_node: Callable[[str], Awaitable[Any]]) -> Watch:
    """Return a function that serves a handler and lets the sample watch one connection to it."""

    async def scenario(handler: Any, check: Any, clock: str) -> Any:
        async with serving(handler, check) as url:
            return await run_node(f"""
                import {{ watch }} from {json.dumps((samples / "watch.mjs").as_uri())};
                console.log(JSON.stringify(await watch({json.dumps(url)}, {clock})));
            """)

    return lambda handler, check=None, clock="undefined": asyncio.run(scenario(handler, check, clock))


def test_announced_close(watch: Watch) -> None:
    """A close that the server announces is reported with its code and reason, as clean."""
    expected = {"opened": True, "seconds": 0, "code": 1012, "reason": "deployment", "wasClean": True}

    assert expected == watch(_restart)


def test_dropped_connection(watch: Watch) -> None:
    """A connection that opened and was cut is reported as an opened 1006."""
    expected = {"opened": True, "seconds": 0, "code": 1006, "reason": "", "wasClean": False}

    assert expected == watch(_drop)


def test_refused_handshake(watch: Watch) -> None:
    """A handshake refused with an HTTP status is reported as a 1006 that never opened."""
    expected = {"opened": False, "seconds": 0, "code": 1006, "reason": "", "wasClean": False}

    assert expected == watch(_restart, _refuse)


def test_seconds(watch: Watch) -> None:
    """The life of the connection is reported in whole seconds."""
    clock = "(() => { let now = 0; return () => { now += 60_400; return now; }; })()"

    assert 60 == watch(_drop, clock=clock)["seconds"]
