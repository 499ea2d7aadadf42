"""Close with a reason that fits: 123 bytes of UTF-8 at most, never half a character."""

import asyncio
import json

from websockets.asyncio.server import ServerConnection, serve


LIMIT = 123
ELLIPSIS = "…"  # three bytes


def fit_reason(text: str, limit: int = LIMIT) -> str:
    """Return `text`, cut to `limit` bytes of UTF-8, with an ellipsis if longer."""
    encoded = text.encode()
    if len(encoded) <= limit:
        return text
    kept = encoded[: limit - len(ELLIPSIS.encode())]
    return kept.decode(errors="ignore") + ELLIPSIS  # drops half a character


async def explain_and_close(websocket: ServerConnection, code: int, text: str) -> None:
    """Send all of the explanation as a message, then close with what fits of it."""
    await websocket.send(json.dumps({"error": text}))
    await websocket.close(code, fit_reason(text))


async def refuse(websocket: ServerConnection) -> None:
    """Turn everybody away, as an example."""
    text = "This account may not open more than five connections. " * 5
    await explain_and_close(websocket, 1008, text)


async def main() -> None:
    """Serve until the program is stopped."""
    async with serve(refuse, "localhost", 8765) as server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
