"""Tests of the samples that relay connections and their closes."""

from __future__ import annotations

import asyncio
import contextlib
import json
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from types import ModuleType
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import ServerConnection


Serving = Callable[..., AbstractAsyncContextManager[str]]
Relay = Callable[[str], AbstractAsyncContextManager[str]]
Ends = tuple[int | None, str | None]

_NOWHERE = "ws://127.0.0.1:1/"


@pytest.fixture(name="relay", params=["python", "javascript"])
def _relay(request: pytest.FixtureRequest) -> Relay:
    """Return a context manager that runs a relay to an address and gives its own."""
    relay: Relay = request.getfixturevalue(f"{request.param}_relay")
    return relay


@pytest.fixture(name="python_relay")
def _python_relay(load: Callable[[str], ModuleType], serving: Serving) -> Relay:
    sample = load("relay")
    return lambda upstream: serving(partial(sample.relay, upstream_uri=upstream))


@pytest.fixture(name="javascript_relay")
def _javascript_relay(
    start_node: Callable[[str], AbstractAsyncContextManager[Process]], with_ws: Callable[[str], str]
) -> Relay:
    sample = with_ws("relay.mjs")
    package = sample.replace("relay.mjs", "node_modules/ws/wrapper.mjs")

    @contextlib.asynccontextmanager
    async def relay(upstream: str) -> AsyncIterator[str]:
        program = f"""
            import {{ relay }} from {json.dumps(sample)};
            import {{ WebSocketServer }} from {json.dumps(package)};
            const server = new WebSocketServer({{ port: 0, host: '127.0.0.1' }});
            server.on('connection', (client) => relay(client, {json.dumps(upstream)}));
            server.on('listening', () => console.log(server.address().port));
        """
        async with start_node(program) as process:
            assert process.stdout is not None
            yield f"ws://127.0.0.1:{int(await process.stdout.readline())}/"

    return relay


def _through(
    relay: Relay,
    serving: Serving,
    upstream: Callable[[ServerConnection], Any],
    client: Callable[[ClientConnection], Any],
) -> tuple[Ends, Ends]:
    """Run a handler and a client on the two sides of a relay, and return what each saw in the end."""

    async def scenario() -> tuple[Ends, Ends]:
        seen: asyncio.Future[Ends] = asyncio.get_running_loop().create_future()

        async def handler(websocket: ServerConnection) -> None:
            await upstream(websocket)
            await websocket.wait_closed()
            seen.set_result((websocket.close_code, websocket.close_reason))

        async with serving(handler) as url, relay(url) as address, connect(address) as websocket:
            await client(websocket)
            await websocket.wait_closed()
            return await seen, (websocket.close_code, websocket.close_reason)

    return asyncio.run(asyncio.wait_for(scenario(), 10))


async def _greet(websocket: ServerConnection) -> None:
    await websocket.send("ready")


async def _close_empty(websocket: Connection) -> None:
    """Send a Close frame without a code, as a page does with `close()`."""
    await websocket.close(None)  # type: ignore[arg-type]  # not in the signature, but what the protocol layer takes


def test_messages_pass(relay: Relay, serving: Serving) -> None:
    """Text and binary messages pass in both directions, early ones included."""
    replies: list[str | bytes] = []

    async def echo(websocket: ServerConnection) -> None:
        async for message in websocket:
            await websocket.send(message)

    async def talk(websocket: ClientConnection) -> None:
        await websocket.send("text")
        await websocket.send(b"binary")
        replies.extend([await websocket.recv(), await websocket.recv()])
        await websocket.close()

    _through(relay, serving, echo, talk)

    assert ["text", b"binary"] == replies


@pytest.mark.parametrize("code", [1000, 1001, 1008, 1011, 1012, 1013, 1014, 3000, 4999])
def test_upstream_code_passes(relay: Relay, serving: Serving, code: int) -> None:
    """The client gets the code and the reason that the upstream server sent."""

    async def close(websocket: ServerConnection) -> None:
        await websocket.close(code, "because")

    assert (code, "because") == _through(relay, serving, close, _wait)[1]


def test_client_code_passes(relay: Relay, serving: Serving) -> None:
    """The upstream server gets the code and the reason that the client sent."""

    async def close(websocket: ClientConnection) -> None:
        await websocket.recv()
        await websocket.close(4001, "because")

    assert (4001, "because") == _through(relay, serving, _greet, close)[0]


def test_lost_upstream(relay: Relay, serving: Serving) -> None:
    """A lost upstream connection becomes 1011 for the client, not 1006."""

    async def abort(websocket: ServerConnection) -> None:
        websocket.transport.abort()

    assert (1011, "") == _through(relay, serving, abort, _wait)[1]


def test_lost_client(relay: Relay, serving: Serving) -> None:
    """A lost client becomes 1001 for the upstream server, not 1006."""

    async def abort(websocket: ClientConnection) -> None:
        await websocket.recv()
        websocket.transport.abort()

    assert (1001, "") == _through(relay, serving, _greet, abort)[0]


def test_unreachable_upstream(relay: Relay) -> None:
    """Where nobody answers upstream, the client is accepted and closed with 1011, without delay."""

    async def scenario() -> int | None:
        async with relay(_NOWHERE) as address, connect(address) as websocket:
            await websocket.wait_closed()
            return websocket.close_code

    assert 1011 == asyncio.run(asyncio.wait_for(scenario(), 5))


def test_empty_close_in_python(python_relay: Relay, serving: Serving) -> None:
    """The Python sample passes a Close frame without a code on as 1000."""
    assert (1000, "") == _through(python_relay, serving, _close_empty, _wait)[1]


def test_empty_close_in_javascript(javascript_relay: Relay, serving: Serving) -> None:
    """The JavaScript sample passes a Close frame without a code on as such."""
    assert (1005, "") == _through(javascript_relay, serving, _close_empty, _wait)[1]


@pytest.mark.parametrize("code", [None, 1004, 1006, 1015])
def test_forbidden_codes_in_python(load: Callable[[str], ModuleType], code: int | None) -> None:
    """No code that may not be sent leaves the Python sample."""
    assert (1011, "") == load("relay").outgoing(code, "", lost=1011)


async def _wait(websocket: Connection) -> None:
    await websocket.wait_closed()
