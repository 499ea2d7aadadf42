"""Tests of the samples that reconnect, with clocks and chances of their own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from http import HTTPStatus
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection
from websockets.exceptions import InvalidStatus
from websockets.http11 import Request, Response


Serving = Callable[..., AbstractAsyncContextManager[str]]
RunNode = Callable[[str], Awaitable[Any]]
KeepConnected = Callable[..., list[Any]]

_NEVER = [1000, 1002, 1003, 1005, 1007, 1008, 1009, 1010, 1013, 1015, 3000, 4000, 4999]
_RANGES = [
    (1006, 0, 0, 5),
    (1001, 1, 5, 10),
    (1011, 2, 10, 20),
    (1014, 3, 20, 40),
    (1006, 4, 30, 60),
    (1006, 99, 30, 60),
    (1012, 0, 5, 30),
    (1012, 7, 5, 30),
]
"""Code, attempt, shortest and longest delay."""


class _Closing:
    """A handler that closes each connection with the next code, after a message; None cuts it."""

    def __init__(self, *codes: int | None) -> None:
        self.codes = iter(codes)

    async def __call__(self, websocket: ServerConnection) -> None:
        code = next(self.codes)
        if code is None:
            websocket.transport.abort()
            return
        await websocket.send(f"connection that ends with {code}")
        await websocket.close(code)


def _refusing(*statuses: HTTPStatus | None) -> Any:
    """Return a check that answers the next handshakes with these statuses; None accepts."""
    remaining: Iterator[HTTPStatus | None] = iter(statuses)

    async def check(connection: ServerConnection, _request: Request) -> Response | None:
        status = next(remaining)
        return None if status is None else connection.respond(status, "no\n")

    return check


@pytest.fixture(name="sample")
def _sample(load: Callable[[str], ModuleType]) -> ModuleType:
    return load("reconnecting")


class TestPython:
    """The Python sample."""

    @pytest.mark.parametrize("code", _NEVER)
    def test_never(self, sample: ModuleType, code: int) -> None:
        """After a code that does not ask for it there is no delay, because there is no return."""
        assert None is sample.reconnect_delay(code, 0)

    @pytest.mark.parametrize(("code", "attempt", "least", "most"), _RANGES)
    def test_delay(self, sample: ModuleType, code: int, attempt: int, least: int, most: int) -> None:
        """The delay is drawn between two bounds that grow with the attempts."""
        assert (least, most) == sample.reconnect_delay(code, attempt, lambda low, high: (low, high))

    def test_comes_back_until_told_not_to(self, sample: ModuleType, serving: Serving) -> None:
        """The client returns after a restart and after a cut, and stays closed after 1008."""
        messages: list[str | bytes] = []
        closing = _Closing(1012, None, 1008)

        code, delays = _keep_python_connected(sample, serving, closing, messages=messages)

        assert (1008, ["connection that ends with 1012", "connection that ends with 1008"]) == (
            code,
            messages,
        )
        assert 5 <= delays[0] <= 30
        assert 5 <= delays[1] <= 10

    def test_server_that_is_not_ready(self, sample: ModuleType, serving: Serving) -> None:
        """A handshake refused with 503 counts as 1006, and the client tries again."""
        check = _refusing(HTTPStatus.SERVICE_UNAVAILABLE, None)

        code, delays = _keep_python_connected(sample, serving, _Closing(1000), check)

        assert (1000, 1) == (code, len(delays))

    def test_nobody_listens(self, sample: ModuleType, unused_port: int) -> None:
        """A refused TCP connection counts as 1006."""

        async def handle(message: str | bytes) -> None:
            raise AssertionError(message)

        assert 1006 == asyncio.run(sample.connect_once(f"ws://127.0.0.1:{unused_port}/", handle))

    def test_forbidden(self, sample: ModuleType, serving: Serving) -> None:
        """A handshake refused with 403 ends the attempts with the reason."""
        with pytest.raises(InvalidStatus, match="403"):
            _keep_python_connected(sample, serving, _Closing(), _refusing(HTTPStatus.FORBIDDEN))

    def test_stable_connection_starts_afresh(self, sample: ModuleType, serving: Serving) -> None:
        """After a connection that held for a minute the delays begin again at the shortest."""
        minutes = iter(range(0, 600, 60))

        _, delays = _keep_python_connected(
            sample, serving, _Closing(1001, 1001, 1001, 1000), clock=lambda: next(minutes)
        )

        assert [True, True, True] == [delay <= 5 for delay in delays]


class TestJavaScript:
    """The JavaScript sample."""

    def test_never(self, samples: Path, run_node: RunNode) -> None:
        """After a code that does not ask for it there is no delay, because there is no return."""
        program = f"say({json.dumps(_NEVER)}.map((code) => reconnectDelay(code, 0)));"

        assert [None] * len(_NEVER) == asyncio.run(_node(samples, run_node, program))

    def test_delay(self, samples: Path, run_node: RunNode) -> None:
        """The delay lies between two bounds that grow with the attempts."""
        program = f"""
            say({json.dumps(_RANGES)}.map(([code, attempt]) =>
              [0, 1].map((chance) => reconnectDelay(code, attempt, () => chance))));
        """

        expected = [[least, most] for _, _, least, most in _RANGES]
        assert expected == asyncio.run(_node(samples, run_node, program))

    def test_comes_back_until_told_not_to(self, keep_node_connected: KeepConnected) -> None:
        """The client returns after a restart and after a cut, and stays closed after 1008."""
        seen = keep_node_connected(_Closing(1012, None, 1008))

        assert [
            "connection that ends with 1012",
            17_500,
            7_500,
            "connection that ends with 1008",
            "stopped by 1008",
        ] == seen

    def test_failed_handshake(self, keep_node_connected: KeepConnected) -> None:
        """A refused handshake counts as one 1006, even where only an error event is fired."""
        check = _refusing(HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.FORBIDDEN, None)

        seen = keep_node_connected(_Closing(1000), check)

        assert [2_500, 7_500, "connection that ends with 1000", "stopped by 1000"] == seen

    def test_stable_connection_starts_afresh(self, keep_node_connected: KeepConnected) -> None:
        """After a connection that held for a minute the delays begin again at the shortest."""
        seen = keep_node_connected(_Closing(1001, 1001, 1000), now="() => (time += 60_000)")

        assert [2_500, 2_500] == [entry for entry in seen if isinstance(entry, int)]

    def test_short_connections_count_as_failures(self, keep_node_connected: KeepConnected) -> None:
        """A server that accepts and closes at once meets growing delays."""
        seen = keep_node_connected(_Closing(1001, 1001, 1000))

        assert [2_500, 7_500] == [entry for entry in seen if isinstance(entry, int)]

    def test_error_and_close_count_once(self, samples: Path, run_node: RunNode) -> None:
        """Where a failed handshake fires error and then close, as in browsers, one attempt follows."""
        program = """
            const delays = [];
            globalThis.WebSocket = class extends EventTarget {
              constructor() {
                super();
                setTimeout(() => {
                  this.dispatchEvent(new Event('error'));
                  this.dispatchEvent(Object.assign(new Event('close'), { code: 1006 }));
                });
              }
            };
            keepConnected('', { random: () => 1, later: (again, ms) => delays.push(ms) });
            process.on('beforeExit', () => { say(delays); process.exit(); });
        """

        assert [5_000] == asyncio.run(_node(samples, run_node, program))

    def test_end_for_good(self, samples: Path, serving: Serving, run_node: RunNode) -> None:
        """The returned function closes with 1000, and nobody reconnects."""
        codes: list[int | None] = []

        async def handler(websocket: ServerConnection) -> None:
            await websocket.send("hello")
            await websocket.wait_closed()
            codes.append(websocket.close_code)

        async def scenario() -> Any:
            async with serving(handler) as url:
                return await _node(
                    samples,
                    run_node,
                    f"""
                    const seen = [];
                    const end = keepConnected({json.dumps(url)}, {{
                      onMessage: () => end(), onStop: (code) => seen.push(code), later: () => seen.push('later'),
                    }});
                    process.on('beforeExit', () => {{ say(seen); process.exit(); }});
                    """,
                )

        assert ([], [1000]) == (asyncio.run(scenario()), codes)


@pytest.fixture(name="keep_node_connected")
def _keep_node_connected(samples: Path, serving: Serving, run_node: RunNode) -> KeepConnected:
    """Return a function that gives messages, delays in ms and the end, as the JavaScript sample met them."""

    async def scenario(closing: _Closing, check: Any, now: str) -> list[Any]:
        async with serving(closing, check) as url:
            seen: list[Any] = await _node(
                samples,
                run_node,
                f"""
                let time = 0;
                const seen = [];
                keepConnected({json.dumps(url)}, {{
                  onMessage: (data) => seen.push(data),
                  onStop: (code) => {{ seen.push(`stopped by ${{code}}`); say(seen); }},
                  random: () => 0.5,
                  now: {now},
                  later: (again, ms) => {{ seen.push(ms); again(); }},
                }});
                """,
            )
            return seen

    return lambda closing, check=None, now="() => time": asyncio.run(scenario(closing, check, now))


@pytest.fixture(name="unused_port")
def _unused_port() -> int:
    """Return a port on which nobody listens any more."""

    async def scenario() -> int:
        server = await asyncio.start_server(lambda _reader, _writer: None, "127.0.0.1", 0)
        port = int(server.sockets[0].getsockname()[1])
        server.close()
        await server.wait_closed()
        return port

    return asyncio.run(scenario())


def _keep_python_connected(
    sample: ModuleType,
    serving: Serving,
    closing: _Closing,
    check: Any = None,
    *,
    messages: list[str | bytes] | None = None,
    **options: Any,
) -> tuple[int, list[float]]:
    """Return the last code and the delays that the Python sample asked for."""
    delays: list[float] = []

    async def handle(message: str | bytes) -> None:
        if messages is not None:
            messages.append(message)

    async def sleep(seconds: float) -> None:
        delays.append(seconds)

    async def scenario() -> int:
        async with serving(closing, check) as url:
            return int(await sample.keep_connected(url, handle, sleep=sleep, **options))

    return asyncio.run(scenario()), delays


async def _node(samples: Path, run_node: RunNode, program: str) -> Any:
    return await run_node(f"""
        import {{ keepConnected, reconnectDelay }} from {json.dumps((samples / "reconnecting.mjs").as_uri())};
        const say = (value) => console.log(JSON.stringify(value));
        {program}
    """)


def test_library_reconnects_at_once(serving: Serving) -> None:
    """The loop of websockets itself asks for no code: it comes back at once, whatever the code was."""

    async def scenario() -> list[int | None]:
        codes = []
        async with serving(_Closing(1008, 1000)) as url:
            async for client in connect(url):
                await client.wait_closed()
                codes.append(client.close_code)
                if len(codes) == 2:
                    break
        return codes

    assert [1008, 1000] == asyncio.run(scenario())
