"""Let uvicorn stop in time: it sends 1012 by itself, and the handlers must return."""

import asyncio
import contextlib
import itertools
import logging

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect


logger = logging.getLogger("uvicorn.error")


async def push(websocket: WebSocket) -> None:
    """Send a number every second, until sending fails."""
    with contextlib.suppress(WebSocketDisconnect):
        for number in itertools.count():
            await websocket.send_json({"number": number})
            await asyncio.sleep(1)


async def endpoint(websocket: WebSocket) -> None:
    """Push numbers and listen as well: receiving tells at once that the end has come."""
    await websocket.accept()
    pushing = asyncio.create_task(push(websocket))
    try:
        while True:
            await websocket.receive_text()
    except WebSocketDisconnect as closed:
        logger.info("closed with %d", closed.code)  # 1012 when uvicorn is stopping
    finally:
        pushing.cancel()


app = Starlette(routes=[WebSocketRoute("/", endpoint)])

if __name__ == "__main__":
    # Without this limit, uvicorn waits as long as a handler runs.
    uvicorn.run(app, timeout_graceful_shutdown=10)
