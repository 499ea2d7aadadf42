"""Stop a websockets server without surprising its clients: 1012, in small groups."""

import asyncio
import signal

from websockets.asyncio.server import Server, ServerConnection, serve


async def echo(websocket: ServerConnection) -> None:
    """Send every message back until the connection closes."""
    async for message in websocket:
        await websocket.send(message)


async def close_in_groups(server: Server, size: int = 100, pause: float = 0.5) -> None:
    """Accept nobody new, then close `size` connections every `pause` seconds."""
    server.close(close_connections=False)
    connections = list(server.connections)
    for start in range(0, len(connections), size):
        group = connections[start : start + size]
        await asyncio.gather(*(each.close(1012, "deployment") for each in group))
        await asyncio.sleep(pause)
    await server.wait_closed()


async def main(host: str = "localhost", port: int = 8765) -> None:
    """Serve until SIGTERM or Ctrl+C arrives (on Unix), then close everything."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)

    server = await serve(echo, host, port, close_timeout=5)  # seconds for an answer
    await stop.wait()
    await close_in_groups(server)


if __name__ == "__main__":
    asyncio.run(main())
