"""The server's application: answers requests, keeps the audience, and takes what is saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from http import HTTPStatus
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from closecodes.failures import problem_of
from closecodes.lookup import find_page
from closecodes.problems import Problem
from closecodes.search import BUNDLE, find_indexer
from closecodes.serving.answers import CLIENT, answer_with, own_answer, placeholder, static_answer
from closecodes.serving.audience import POLICY_VIOLATION, Audience, Visitor
from closecodes.serving.editions import Edition, next_edition, settled
from closecodes.serving.overlay import overlay_of
from closecodes.serving.words import Words
from closecodes.static import static_bytes, static_names


__all__ = ["House"]

_HOSTS = ["127.0.0.1", "localhost"]
"""Names under which the server answers: pages of other sites must not reach it through a name of their own."""


_HEAD_START = 0.2
"""Seconds that pages have to load again before the server does anything else."""


class House:
    """The site as it is now, and the pages that are open."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.audience = Audience()
        self._words = Words(find_indexer())
        self.app = Starlette(
            routes=[
                WebSocketRoute("/-/live", self._live),
                Route(CLIENT, lambda _: own_answer("client.js")),
                Route("/-/overlay.css", lambda _: own_answer("overlay.css")),
                Route("/static/{name:path}", self._static),
                Route(f"/{{language}}/{BUNDLE}{{name:path}}", self._word_file),
                Route("/{address:path}", self._page),
            ],
            middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=_HOSTS)],
        )

    async def take(self, paths: Collection[Path]) -> tuple[int, float]:
        """Take the files at ``paths`` as they are now.

        Open pages are made first, and only those that have become others are told to load again; what takes longer
        comes after they have had time to. Returns how many were told, and the seconds until they were. Raises
        OSError where a file cannot be read.
        """
        started = perf_counter()
        before = self.edition
        open_pages = tuple(dict.fromkeys(visitor.address for visitor in self.audience))
        self.edition = next_edition(before, paths, open_pages)
        styled = any(path.is_relative_to(before.project.static) for path in paths)
        told = await self._tell_changed(everybody=styled)
        seconds = perf_counter() - started
        await asyncio.sleep(_HEAD_START if told else 0)
        self.edition = settled(self.edition, before, open_pages)
        told += await self._tell_changed()
        await self.announce()
        return told, seconds

    async def _tell_changed(self, *, everybody: bool = False) -> int:
        """Tell the pages that have become others to load again, and return how many there are."""
        told = 0
        for visitor in self.audience:
            digest = self._digest(visitor.address)
            if everybody or digest != visitor.digest:
                visitor.digest = digest
                await visitor.tell({"reload": True})
                told += 1
        return told

    async def announce(self, problem: Problem | None = None) -> None:
        """Show every open page what is wrong, ``problem`` included; or that nothing is any more."""
        if problem:
            self.edition = self.edition.with_failure(problem)
        for visitor in self.audience:
            await visitor.tell(overlay_of(self.edition, visitor.address))

    def _digest(self, address: str) -> str:
        made = self.edition.page(address)
        return made.digest if made else ""

    async def _page(self, request: Request) -> Response:
        address = _address(request.url.path)
        try:
            made = self.edition.page(address)
        except Exception as error:  # noqa: BLE001 - a template may do anything; the page says what it did
            problem = problem_of(error, self.edition.project)
            return placeholder((problem,), HTTPStatus.INTERNAL_SERVER_ERROR)
        if made is None:
            return placeholder(self.edition.problems, HTTPStatus.SERVICE_UNAVAILABLE)
        if not made.found and self.edition.site and find_page(self.edition.site, f"{address}/"):
            return RedirectResponse(f"/{address}/", headers={"Cache-Control": "no-store"})
        return answer_with(made)

    async def _static(self, request: Request) -> Response:
        folder, name = self.edition.project.static, request.path_params["name"]
        if name in static_names(folder):
            return static_answer(name, static_bytes(folder, name))
        return await self._page(request)

    async def _word_file(self, request: Request) -> Response:
        """Answer with a file of the index of words; other requests go on while the index is made."""
        edition, address = self.edition, _address(request.url.path)
        if edition.site:
            data = await asyncio.to_thread(self._words.file, edition.project, edition.site, address)
            if data is not None:
                return static_answer(address, data)
        return await self._page(request)

    async def _live(self, socket: WebSocket) -> None:
        if urlsplit(socket.headers.get("origin", "")).netloc != socket.headers.get("host"):
            await socket.close(POLICY_VIOLATION)
            return
        await socket.accept()
        address = _address(socket.query_params.get("page", "/"))
        visitor = Visitor(socket, address, socket.query_params.get("digest", ""))
        if _asked(lambda: self._digest(address)) not in {None, visitor.digest}:
            await visitor.tell({"reload": True})
        await visitor.tell(overlay_of(self.edition, address))
        await self.audience.attend(visitor)


def _asked(digest: Callable[[], str]) -> str | None:
    try:
        return digest()
    except Exception:  # noqa: BLE001 - the page itself says what its template did
        return None


def _address(path: str) -> str:
    """Return the address of the page at ``path``, however its folder is written."""
    return path.removeprefix("/").removesuffix("index.html") if path.endswith("/index.html") else path[1:]
