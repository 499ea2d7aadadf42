"""Tests of the sample that notices a dead connection from a page."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection


Run = Callable[[str], Any]

_SET_UP = """
    import { heartbeat } from %s;
    const socket = new EventTarget();
    const sent = [], dead = [], set = [];
    socket.readyState = WebSocket.OPEN;
    socket.send = (message) => sent.push(message);
    const timers = {
      setInterval: (beat, ms) => { timers.beat = beat; set.push(['every', ms]); return 1; },
      clearInterval: () => { timers.beat = undefined; },
      setTimeout: (expire, ms) => { timers.expire = expire; set.push(['patience', ms]); return 2; },
      clearTimeout: (id) => { if (id) timers.expire = undefined; },
    };
    const stop = heartbeat(socket, {
      every: 25, patience: 10, timers, onDead: (which) => dead.push(which === socket),
    });
    const answer = () => socket.dispatchEvent(new Event('message'));
    const say = (value) => console.log(JSON.stringify(value));
"""


@pytest.fixture(name="run")
def _run(samples: Path, run_node: Callable[[str], Awaitable[Any]]) -> Run:
    """Return a function that runs a program on a heartbeat whose timers it holds."""
    set_up = _SET_UP % json.dumps((samples / "heartbeat.mjs").as_uri())

    async def run(program: str) -> Any:
        return await run_node(set_up + program)

    return lambda program: asyncio.run(run(program))


def test_beats(run: Run) -> None:
    """Each beat sends the message, and the first one starts to wait for an answer."""
    assert [['{"type":"ping"}'] * 2, [["every", 25_000], ["patience", 10_000]]] == run(
        "timers.beat(); timers.beat(); say([sent, set]);"
    )


def test_answer_ends_the_wait(run: Run) -> None:
    """Any message from the server ends the wait, and the next beat starts a new one."""
    assert [True, False, True] == run("""
        const waiting = [];
        timers.beat(); waiting.push(timers.expire !== undefined);
        answer(); waiting.push(timers.expire !== undefined);
        timers.beat(); waiting.push(timers.expire !== undefined);
        say(waiting);
    """)


def test_silence_means_death(run: Run) -> None:
    """When the patience is over, the socket is reported once and no beat follows."""
    assert [[True], True] == run("timers.beat(); timers.expire(); say([dead, timers.beat === undefined]);")


def test_close_stops_the_beats(run: Run) -> None:
    """After the close event there is nothing to wait for."""
    assert [True, True] == run("""
        timers.beat();
        socket.dispatchEvent(new Event('close'));
        say([timers.beat === undefined, timers.expire === undefined]);
    """)


def test_nothing_is_sent_while_closing(run: Run) -> None:
    """A socket that is no longer open gets no message."""
    assert [] == run("socket.readyState = WebSocket.CLOSING; timers.beat(); say(sent);")


def test_stop(run: Run) -> None:
    """The returned function ends the heartbeat without a report."""
    assert [True, []] == run("timers.beat(); stop(); say([timers.beat === undefined, dead]);")


def test_silent_server(
    samples: Path,
    serving: Callable[..., AbstractAsyncContextManager[str]],
    run_node: Callable[[str], Awaitable[Any]],
) -> None:
    """A real server that reads and never answers is reported as dead."""

    async def silent(websocket: ServerConnection) -> None:
        async for _ in websocket:
            pass

    async def scenario() -> Any:
        async with serving(silent) as url:
            return await run_node(f"""
                import {{ heartbeat }} from {json.dumps((samples / "heartbeat.mjs").as_uri())};
                const socket = new WebSocket({json.dumps(url)});
                const onDead = () => {{ console.log('"dead"'); socket.close(); }};
                socket.onopen = () => heartbeat(socket, {{ every: 0.01, patience: 0.02, onDead }});
            """)

    assert "dead" == asyncio.run(scenario())
