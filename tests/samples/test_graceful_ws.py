"""Tests of the sample that stops a ws server."""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager

import pytest
from websockets.asyncio.client import connect


Started = Callable[[str], AbstractAsyncContextManager[tuple[Process, str]]]


@pytest.fixture(name="started")
def _started(
    start_node: Callable[[str], AbstractAsyncContextManager[Process]], with_ws: Callable[[str], str]
) -> Started:
    """Return a context manager that runs the sample's server; a signal stops it with the given options."""
    sample = with_ws("graceful_ws.mjs")

    @contextlib.asynccontextmanager
    async def started(options: str) -> AsyncIterator[tuple[Process, str]]:
        program = f"""
            import {{ closeInGroups, start }} from {json.dumps(sample)};
            const server = start(0);
            server.on('listening', () => console.log(server.address().port));
            process.once('SIGTERM', async () => {{
              const end = closeInGroups(server, {options});
              console.log('closing');
              await end;
              console.log('closed');
            }});
        """
        async with start_node(program) as process:
            assert process.stdout is not None
            yield process, f"ws://127.0.0.1:{int(await process.stdout.readline())}/"

    return started


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")


def test_everybody_is_told(started: Started) -> None:
    """Every client gets 1012 with its reason, and the program ends by itself."""

    async def scenario() -> tuple[list[tuple[int | None, str | None]], int]:
        async with (
            started("{ size: 2, pause: 1, grace: 60_000 }") as (process, url),
            contextlib.AsyncExitStack() as stack,
        ):
            clients = [await stack.enter_async_context(connect(url)) for _ in range(5)]
            process.send_signal(signal.SIGTERM)
            await asyncio.gather(*(client.wait_closed() for client in clients))
            return [(client.close_code, client.close_reason) for client in clients], await process.wait()

    assert ([(1012, "deployment")] * 5, 0) == asyncio.run(asyncio.wait_for(scenario(), 20))


def test_later_groups_stay_open_meanwhile(started: Started) -> None:
    """While the first group is closed, nobody new is accepted and the second group still works."""

    async def scenario() -> tuple[str | bytes, str]:
        async with (
            started("{ size: 1, pause: 150 }") as (process, url),
            connect(url) as first,
            connect(url) as second,
        ):
            process.send_signal(signal.SIGTERM)
            await first.wait_closed()
            await second.send("hello")
            echo = await second.recv()
            try:
                async with connect(url):
                    return echo, "accepted"
            except OSError:
                return echo, "refused"

    assert ("hello", "refused") == asyncio.run(asyncio.wait_for(scenario(), 20))


def test_no_answer(started: Started) -> None:
    """A client that never answers the Close frame is cut after the grace period."""

    async def scenario() -> tuple[bytes, int]:
        async with started("{ pause: 1, grace: 20 }") as (process, url):
            host, port = url.removeprefix("ws://").removesuffix("/").split(":")
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(
                b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            )
            await reader.readuntil(b"\r\n\r\n")
            process.send_signal(signal.SIGTERM)
            frame = await reader.read()  # until the end of the TCP connection
            writer.close()
            return frame, await process.wait()

    frame = b"\x88\x0c" + (1012).to_bytes(2, "big") + b"deployment"
    assert (frame, 0) == asyncio.run(asyncio.wait_for(scenario(), 20))


def test_echo(started: Started) -> None:
    """The server of the sample echoes text as text and bytes as bytes."""

    async def scenario() -> list[str | bytes]:
        async with started("{}") as (_, url), connect(url) as client:
            await client.send("text")
            await client.send(b"bytes")
            return [await client.recv(), await client.recv()]

    assert ["text", b"bytes"] == asyncio.run(scenario())
