"""Keep one WebSocket open: reconnect after some codes, stop after the others."""

import asyncio
import contextlib
import random
import time
from collections.abc import Awaitable, Callable

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosedError, InvalidHandshake, InvalidStatus


Handler = Callable[[str | bytes], Awaitable[None]]
RETRY = {1001, 1006, 1011, 1012, 1014}  # add the private codes you know


def reconnect_delay(
    code: int, attempt: int, uniform: Callable[[float, float], float] = random.uniform
) -> float | None:
    """Return the seconds to wait before attempt `attempt` (from 0), or None to stay closed."""
    if code not in RETRY:
        return None
    if code == 1012:
        return uniform(5, 30)
    most = min(60.0, 5 * 2.0**attempt)  # 60: a choice, the RFC has no bound
    return uniform(0 if attempt == 0 else most / 2, most)


async def connect_once(uri: str, handle: Handler) -> int:
    """Pass the messages of one connection on; return the code of its end."""
    try:
        async with connect(uri) as websocket:
            with contextlib.suppress(ConnectionClosedError):
                async for message in websocket:
                    await handle(message)
            return websocket.close_code or 1006
    except (OSError, InvalidHandshake) as error:
        if isinstance(error, InvalidStatus) and error.response.status_code < 500:
            raise  # 401, 403, 404: the next attempt meets the same refusal
        return 1006


async def keep_connected(
    uri: str,
    handle: Handler,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Connect again after every close that allows it; return the code that did not."""
    attempt = 0
    while True:
        started = clock()
        code = await connect_once(uri, handle)
        if clock() - started >= 60:  # it held for a minute (a choice): start afresh
            attempt = 0
        delay = reconnect_delay(code, attempt)
        if delay is None:
            return code
        attempt += 1
        await sleep(delay)
