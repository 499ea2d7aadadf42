"""The pages that are open in browsers, each with a WebSocket on which it learns what has changed.

The codes with which the server closes: 1001 when it stops, 1012 when it starts again with another program, 1003 for
bytes and 1008 for words, since a page has nothing to say; 1008 as a refused handshake for pages of other sites.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState


__all__ = [
    "GOING_AWAY",
    "POLICY_VIOLATION",
    "SERVICE_RESTART",
    "UNSUPPORTED_DATA",
    "Audience",
    "Visitor",
]

GOING_AWAY, UNSUPPORTED_DATA, POLICY_VIOLATION, SERVICE_RESTART = 1001, 1003, 1008, 1012

PATIENCE = 1.0
"""Seconds that a page has to take a message or a farewell."""


@dataclass(eq=False, slots=True)
class Visitor:
    """One open page: where it is, and the digest of what it shows."""

    socket: WebSocket
    address: str
    digest: str

    async def tell(self, message: dict[str, Any]) -> None:
        """Send a message; a page that is gone, or hangs, misses it."""
        with suppress(WebSocketDisconnect, RuntimeError, OSError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self.socket.send_json(message)

    async def dismiss(self, code: int, reason: str) -> None:
        """Close the connection with ``code``."""
        if self.socket.application_state is WebSocketState.CONNECTED:
            with suppress(WebSocketDisconnect, RuntimeError, OSError, TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await self.socket.close(code, reason)

    async def listen(self) -> None:
        """Wait until the page is gone; whatever it says is answered with the code for that."""
        while True:
            message = await self.socket.receive()
            if message["type"] == "websocket.disconnect":
                return
            if message.get("bytes") is not None:
                await self.dismiss(UNSUPPORTED_DATA, "no bytes are expected here")
            else:
                await self.dismiss(POLICY_VIOLATION, "nothing is expected here")


class Audience:
    """All pages that are open."""

    def __init__(self) -> None:
        self._visitors: dict[Visitor, None] = {}

    def __iter__(self) -> Iterator[Visitor]:
        """Return the open pages, the one opened last first."""
        return reversed(list(self._visitors))

    def __len__(self) -> int:
        return len(self._visitors)

    async def attend(self, visitor: Visitor) -> None:
        """Count a page among the audience until it is gone."""
        self._visitors[visitor] = None
        try:
            await visitor.listen()
        finally:
            del self._visitors[visitor]

    async def dismiss(self, code: int, reason: str) -> None:
        """Close all connections with ``code``."""
        await asyncio.gather(*(visitor.dismiss(code, reason) for visitor in self))
