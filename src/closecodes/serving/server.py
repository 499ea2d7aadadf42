"""Run the server until somebody ends it, or until the program itself has changed."""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from typing import Protocol

import uvicorn
import watchfiles

from closecodes.problems import Level, Place, Problem
from closecodes.project import Project
from closecodes.serving.audience import GOING_AWAY, SERVICE_RESTART
from closecodes.serving.editions import Edition
from closecodes.serving.house import House
from closecodes.serving.trial import fault_of_program


__all__ = ["Listener", "run"]

_SETTLED, _LONGEST = 20, 200
"""Milliseconds without another change after which files are looked at, and after which they are in any case."""

_WRITING = 0.05
"""Seconds that an editor which empties a file first has to write it."""

_FAREWELL = 0.1
"""Seconds that browsers have to answer a Close frame."""


class Listener(Protocol):
    """Who is told what the server does."""

    def ready(self) -> None:
        """Hear that the server answers."""

    def taken(self, paths: Collection[Path], told: int, seconds: float, edition: Edition) -> None:
        """Hear that files were saved, how many open pages load again, and after how long."""

    def refused(self, problem: Problem) -> None:
        """Hear of what kept saved files from being taken."""


class _Server(uvicorn.Server):
    """A server that leaves signals to us: open pages are told why, before their connections end."""

    def capture_signals(self) -> AbstractContextManager[None]:  # type: ignore[override] # a generator of ours does as well
        return nullcontext()


def run(edition: Edition, sock: socket.socket, listener: Listener, package: Path | None = None) -> bool:
    """Serve ``edition`` and what becomes of it on ``sock`` until SIGINT or SIGTERM.

    Returns whether to start again because the program in ``package`` has changed and still works.
    """
    return asyncio.run(_Run(House(edition), listener, package).until_ended(sock))


class _Run:
    def __init__(self, house: House, listener: Listener, package: Path | None) -> None:
        self._house = house
        self._listener = listener
        self._package = package
        self._ended = asyncio.Event()
        self._again = False

    async def until_ended(self, sock: socket.socket) -> bool:
        config = uvicorn.Config(
            self._house.app,
            ws="websockets-sansio",
            ws_max_size=1024,
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        server = _Server(config)
        with _signals(self._ended.set):
            serving = asyncio.create_task(server.serve(sockets=[sock]))
            async with self._watching():
                self._listener.ready()
                await self._ended.wait()
                await self._say_farewell()
            server.should_exit = True
            await serving
        return self._again

    async def _say_farewell(self) -> None:
        code = SERVICE_RESTART if self._again else GOING_AWAY
        reason = "the server starts again" if self._again else "the server has been stopped"
        await self._house.audience.dismiss(code, reason)
        await asyncio.sleep(_FAREWELL if len(self._house.audience) else 0)

    @asynccontextmanager
    async def _watching(self) -> AsyncIterator[None]:
        watching = asyncio.create_task(self._watch())
        watching.add_done_callback(lambda _: self._ended.set())
        try:
            yield
        finally:
            self._ended.set()
            await watching

    async def _watch(self) -> None:
        folders = _folders(self._house.edition.project, self._package)
        changes = watchfiles.awatch(*folders, debounce=_LONGEST, step=_SETTLED, stop_event=self._ended)
        async for found in changes:
            await self._take({Path(name) for _, name in found})

    async def _take(self, paths: Collection[Path]) -> None:
        if self._package and any(path.is_relative_to(self._package) for path in paths):
            await self._start_again_if_sound(self._package)
            return
        if any(map(_is_empty, paths)):
            await asyncio.sleep(_WRITING)
        try:
            told, seconds = await self._house.take(paths)
        except OSError as error:
            self._listener.refused(Problem(Place(str(error.filename)), Level.ERROR, "disk", str(error)))
            return
        self._listener.taken(paths, told, seconds, self._house.edition)

    async def _start_again_if_sound(self, package: Path) -> None:
        """End, to start again, unless the program has become one that cannot even be loaded."""
        problem = await fault_of_program(package)
        if problem is None:
            self._again = True
            self._ended.set()
            return
        await self._house.announce(problem)
        self._listener.refused(problem)


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False


def _folders(project: Project, package: Path | None) -> list[Path]:
    folders = (project.content, project.templates, project.locales, project.static, package)
    return [folder for folder in folders if folder and folder.is_dir()]


@contextmanager
def _signals(stop: Callable[[], object]) -> Iterator[None]:
    """Have SIGINT and SIGTERM call ``stop``; in another thread than the main one, nothing can."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    wanted = (signal.SIGINT, signal.SIGTERM)
    previous = [signal.signal(each, lambda *_: loop.call_soon_threadsafe(stop)) for each in wanted]
    try:
        yield
    finally:
        for each, handler in zip(wanted, previous, strict=True):
            signal.signal(each, handler)
