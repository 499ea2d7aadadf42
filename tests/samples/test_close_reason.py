"""Tests of the samples that cut a reason to what a Close frame can carry."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection


Serving = Callable[..., AbstractAsyncContextManager[str]]

_CASES = [
    ("", ""),
    ("a" * 123, "a" * 123),
    ("a" * 124, "a" * 120 + "…"),
    ("é" * 61 + "a", "é" * 61 + "a"),
    ("é" * 62, "é" * 60 + "…"),
    ("a" + "é" * 62, "a" + "é" * 59 + "…"),
    ("€" * 42, "€" * 40 + "…"),
    ("a" + "😀" * 31, "a" + "😀" * 29 + "…"),
]
"""A text, and what is left of it."""


@pytest.fixture(name="sample")
def _sample(load: Callable[[str], ModuleType]) -> ModuleType:
    return load("close_reason")


@pytest.mark.parametrize(("text", "expected"), _CASES)
def test_python_cuts_between_characters(sample: ModuleType, text: str, expected: str) -> None:
    """The Python sample keeps what fits into 123 bytes and never half a character."""
    assert expected == sample.fit_reason(text)


@given(text=st.text(st.characters(codec="utf-8")))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_python_result_always_fits(sample: ModuleType, text: str) -> None:
    """Whatever the text, the result fits, and is the text or begins like it."""
    fitted = sample.fit_reason(text, 20)

    assert len(fitted.encode()) <= 20
    assert fitted == text or text.startswith(fitted.removesuffix("…"))


def test_python_server_explains_and_closes(sample: ModuleType, serving: Serving) -> None:
    """The client of the Python sample gets the whole text as a message and its beginning as the reason."""
    text = "é" * 100

    async def handler(websocket: ServerConnection) -> None:
        await sample.explain_and_close(websocket, 1008, text)

    async def scenario() -> tuple[Any, int | None, str | None]:
        async with serving(handler) as url, connect(url) as client:
            message = json.loads(await client.recv())
            await client.wait_closed()
            return message, client.close_code, client.close_reason

    assert ({"error": text}, 1008, "é" * 60 + "…") == asyncio.run(scenario())


def test_example_handler_refuses(sample: ModuleType, serving: Serving) -> None:
    """The handler of the Python sample closes with 1008 and a reason of at most 123 bytes."""

    async def scenario() -> tuple[int | None, int]:
        async with serving(sample.refuse) as url, connect(url) as client:
            await client.recv()
            await client.wait_closed()
            return client.close_code, len((client.close_reason or "").encode())

    assert (1008, 123) == asyncio.run(scenario())


def test_javascript_cuts_like_python(samples: Path, run_node: Callable[[str], Awaitable[Any]]) -> None:
    """The JavaScript sample gives the same results as the Python one."""
    program = f"""
        import {{ fitReason }} from {json.dumps((samples / "close_reason.mjs").as_uri())};
        console.log(JSON.stringify({json.dumps([text for text, _ in _CASES])}.map((text) => fitReason(text))));
    """

    assert [expected for _, expected in _CASES] == asyncio.run(_awaited(run_node(program)))


def test_javascript_client_explains_and_closes(
    samples: Path, serving: Serving, run_node: Callable[[str], Awaitable[Any]]
) -> None:
    """The server of the JavaScript sample gets the whole text as a message and its beginning as the reason."""
    seen: list[Any] = []

    async def handler(websocket: ServerConnection) -> None:
        seen.append(json.loads(await websocket.recv()))
        await websocket.wait_closed()
        seen.extend([websocket.close_code, websocket.close_reason])

    async def scenario() -> None:
        async with serving(handler) as url:
            await run_node(f"""
                import {{ explainAndClose }} from {json.dumps((samples / "close_reason.mjs").as_uri())};
                const socket = new WebSocket({json.dumps(url)});
                socket.onopen = () => explainAndClose(socket, 4001, '😀'.repeat(40));
                socket.onclose = () => console.log('null');
            """)

    asyncio.run(scenario())

    assert [{"error": "😀" * 40}, 4001, "😀" * 30 + "…"] == seen


async def _awaited(value: Awaitable[Any]) -> Any:
    return await value
