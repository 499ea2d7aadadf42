"""A WebSocket proxy that passes closes on, and never a code that may not be sent."""

import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed, InvalidHandshake


UPSTREAM = "ws://localhost:9000/"


def outgoing(code: int | None, reason: str | None, lost: int) -> tuple[int, str]:
    """Return the code and reason to send after `code` was seen on the other side."""
    if code == 1005:
        return 1000, ""  # the public API of websockets cannot send an empty Close frame
    if code is None or code in {1004, 1006, 1015}:
        return lost, ""
    return code, reason or ""


async def pump(source: Connection, target: Connection, lost: int) -> None:
    """Copy messages until `source` or `target` closes; pass the close of `source` on."""
    try:
        async for message in source:
            await target.send(message)
    except ConnectionClosed:
        pass
    if source.close_code is not None:  # otherwise it was `target` that closed
        await target.close(*outgoing(source.close_code, source.close_reason, lost))


async def relay(client: ServerConnection, upstream_uri: str = UPSTREAM) -> None:
    """Join `client` to the upstream server; close each side when the other goes."""
    try:
        async with connect(upstream_uri) as upstream:
            await asyncio.gather(
                pump(client, upstream, lost=1001),  # the client is gone
                pump(upstream, client, lost=1011),  # this service failed
            )
    except (OSError, InvalidHandshake):
        await client.close(1011, "upstream unreachable")


async def main() -> None:
    """Relay connections until the program is stopped."""
    async with serve(relay, "localhost", 8765) as server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
