"""The real server, in a process of its own: what it answers, what it tells open pages, and how it ends."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin


if TYPE_CHECKING:
    from tests.serving.conftest import Served
Serve = Callable[..., "AbstractContextManager[Served]"]
Edit = Callable[[Path, str, str], None]

_RECORD = "content/families/websocket/1000.yaml"
_PATIENCE = 30


def _live(served: Served, path: str = "/en/1000/", digest: str | None = None) -> ClientConnection:
    own = served.text(path).partition('data-digest="')[2].partition('"')[0]
    address = f"ws://127.0.0.1:{served.port}/-/live?page={path}&digest={own if digest is None else digest}"
    return connect(address, origin=Origin(served.address.rstrip("/")), proxy=None)


def _next(live: ClientConnection) -> dict[str, Any]:
    message = json.loads(live.recv(timeout=_PATIENCE))
    assert isinstance(message, dict)
    return message


def _line(folder: Path) -> int:
    """Return the line of the fact that the tests break."""
    lines = (folder / _RECORD).read_text(encoding="utf-8").splitlines()
    return lines.index("  on_the_wire: perhaps") + 1


def _show_meanings(folder: Path) -> None:
    (folder / "templates/code.html").write_text("<head></head>{{ code.meaning_plain }}", encoding="utf-8")


@pytest.fixture(name="shared", scope="module")
def _shared(
    serve: Serve, make_small_project: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """Return a server for all tests that change nothing."""
    with serve(make_small_project(tmp_path_factory.mktemp("shared") / "project")) as served:
        yield served


class TestAnswers:
    """What a browser gets."""

    def test_pages(self, shared: Served) -> None:
        """Pages, files and data have their types, nothing is kept, and folders are found without their slash."""
        page, style = shared.get("/en/1000/"), shared.get("/static/style.css")
        moved, lost = shared.get("/en/1000"), shared.get("/fr/4711/")

        assert (200, "text/html; charset=utf-8") == (page.status, page.headers["content-type"])
        assert (200, "text/css; charset=utf-8") == (style.status, style.headers["content-type"])
        assert {"no-store"} == {each.headers["cache-control"] for each in (page, style, moved, lost)}
        assert (307, "/en/1000/") == (moved.status, moved.headers["location"])
        assert 404 == lost.status
        assert "fr/404.html" in shared.text("/fr/4711/")
        assert shared.text("/en/1000/") == shared.text("/en/1000/index.html")
        assert 404 == shared.get("/static/../content/site.yaml").status
        assert 405 == shared.get("/en/1000/", "POST").status

    def test_own_files(self, shared: Served) -> None:
        """The script of open pages and the style of the overlay are there."""
        assert "WebSocket" in shared.text("/-/client.js")
        assert ":host" in shared.text("/-/overlay.css")

    def test_other_names(self, shared: Served) -> None:
        """A page of another site cannot reach the server through a name of its own."""
        assert 400 == shared.get("/en/1000/", Host="evil.example").status

    def test_broken_page(self, serve: Serve, small_project: Path) -> None:
        """A page whose template fails says where; all others are there."""
        (small_project / "templates/code.html").write_text("\n{{ nobody }}", encoding="utf-8")
        with serve(small_project) as served:
            assert 500 == served.get("/en/1000/").status
            assert "templates/code.html:2:1: error[template]" in served.text("/en/1000/")
            assert 200 == served.get("/en/ranges/").status

    def test_no_site_yet(self, serve: Serve, small_project: Path, edit: Edit) -> None:
        """While there is no good site, the problems are shown in its place."""
        edit(small_project / _RECORD, "on_the_wire: true", "on_the_wire: perhaps")
        with serve(small_project) as served:
            assert 503 == served.get("/en/1000/").status
            assert f"{_RECORD}:{_line(small_project)}:16: error[wrong-type]" in served.text("/en/1000/")

    def test_other_content(self, serve: Serve, small_project: Path, tmp_path: Path) -> None:
        """Another folder of records is shown, and watched, with --content."""
        _show_meanings(small_project)
        other = shutil.copytree(small_project / "content", tmp_path / "other")
        shutil.rmtree(small_project / "content/families")
        with serve(small_project, "--content", str(other)) as served:
            assert "the meaning of 1000" in served.text("/en/1000/")


class TestLive:
    """What open pages are told."""

    def test_reload(self, serve: Serve, small_project: Path, edit: Edit) -> None:
        """A page that has become another is told to load again; one that has not is not."""
        _show_meanings(small_project)
        with serve(small_project) as served, _live(served) as page, _live(served, "/en/1001/") as other:
            assert [{"problems": []}] * 2 == [_next(page), _next(other)]

            edit(small_project / _RECORD, "the meaning of", "the sense of")

            assert [{"reload": True}, {"problems": []}] == [_next(page), _next(page)]
            assert {"problems": []} == _next(other)
            assert "the sense of 1000" in served.text("/en/1000/")
            assert f"{_RECORD}: 1 open page loads again" in served.said(_RECORD)

    def test_problems(self, serve: Serve, small_project: Path, edit: Edit) -> None:
        """A page is told what is wrong, in its language, while it keeps what it shows; and that it is mended."""
        with serve(small_project) as served, _live(served, "/fr/1000/") as page:
            _next(page)
            before = served.text("/fr/1000/")

            edit(small_project / _RECORD, "on_the_wire: true", "on_the_wire: perhaps")
            told, line = _next(page), _line(small_project)
            edit(small_project / _RECORD, "on_the_wire: perhaps", "on_the_wire: true")

            assert ("fr", "Un problème dans les fichiers") == (told["language"], told["heading"])
            (problem,) = told["problems"]
            assert (f"{_RECORD}:{line}:16", "error[wrong-type]") == (problem["place"], problem["rule"])
            assert "  on_the_wire: perhaps" == problem["source"]
            assert before == served.text("/fr/1000/")
            assert {"problems": []} == _next(page)

    def test_style(self, serve: Serve, small_project: Path) -> None:
        """A file that all pages load, a style sheet in pieces too, makes all of them load again."""
        sheet = small_project / "static/style.css"
        sheet.unlink()
        sheet.mkdir()
        (sheet / "10-text.css").write_text("a {}", encoding="utf-8")
        with serve(small_project) as served, _live(served) as page:
            _next(page)
            (sheet / "20-tables.css").write_text("b {}", encoding="utf-8")

            assert {"reload": True} == _next(page)
            assert "a {}\nb {}" == served.text("/static/style.css")

    def test_missed(self, shared: Served) -> None:
        """A page that is not what the server has, because it missed a change, is told at once."""
        with _live(shared, digest="old") as page:
            assert {"reload": True} == _next(page)

    @pytest.mark.parametrize(("said", "code"), [("hello", 1008), (b"hello", 1003), ("x" * 2000, 1009)])
    def test_nothing_expected(self, shared: Served, said: str | bytes, code: int) -> None:
        """Whatever a page says, the connection is closed with the code for it."""
        with _live(shared) as page:
            _next(page)
            page.send(said)

            with pytest.raises(ConnectionClosed):
                page.recv(timeout=_PATIENCE)
            assert code == page.close_code

    def test_other_origin(self, shared: Served) -> None:
        """A page of another site is refused."""
        with pytest.raises(InvalidStatus, match="403"):
            connect(f"ws://127.0.0.1:{shared.port}/-/live", origin=Origin("http://evil.example"), proxy=None)


class TestEnd:
    """How the server ends."""

    def test_interrupt(self, serve: Serve, small_project: Path) -> None:
        """Ctrl-C tells open pages 1001, ends with 0 and one word, and leaves nothing behind."""
        with serve(small_project) as served, _live(served) as page:
            _next(page)
            code, out, err = served.interrupt()

            with pytest.raises(ConnectionClosed):
                page.recv(timeout=_PATIENCE)
            assert (1001, "the server has been stopped") == (page.close_code, page.close_reason)
            assert (0, "") == (code, err)
            assert out.endswith("Ctrl-C ends it.\nStopped.\n")
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", served.port), _PATIENCE)

    def test_port_taken(self, serve: Serve, small_project: Path) -> None:
        """Where the port is taken, the next free one is used, and the message says so."""
        with serve(small_project) as first, serve(small_project, "--port", str(first.port)) as second:
            _, _, err = second.interrupt()

            assert f"Port {first.port} is taken; this is on port {second.port} instead.\n" == err

    def test_restart(self, serve: Serve, small_project: Path, repository: Path) -> None:
        """When the program itself changes, pages are told 1012 and find the new program at the same address."""
        source = shutil.copytree(repository / "src", small_project / "src")
        with serve(small_project, program=source) as served, _live(served) as page:
            _next(page)
            module = source / "closecodes/addresses.py"
            module.write_text(module.read_text(encoding="utf-8") + "\n", encoding="utf-8")

            with pytest.raises(ConnectionClosed):
                page.recv(timeout=_PATIENCE)
            assert (1012, "the server starts again") == (page.close_code, page.close_reason)
            assert f"at {served.address}" in served.said(served.address)
            assert 200 == served.get("/en/1000/").status
            assert 0 == served.interrupt()[0]

    def test_broken_program(self, serve: Serve, small_project: Path, repository: Path) -> None:
        """A program that can no longer be loaded is a problem like another; the running one goes on."""
        source = shutil.copytree(repository / "src", small_project / "src")
        with serve(small_project, program=source) as served, _live(served) as page:
            _next(page)
            module = source / "closecodes/addresses.py"
            module.write_text("def broken(:\n", encoding="utf-8")

            (problem,) = _next(page)["problems"]

            assert f"{module}:1:1" == problem["place"]
            assert 200 == served.get("/en/1000/").status


def test_published_site(repository: Path) -> None:
    """Nothing of the published site knows of the server."""
    folders = (repository / "templates", repository / "static")
    texts = [
        path.read_text(encoding="utf-8") for folder in folders for path in folder.iterdir() if path.is_file()
    ]

    texts = [text.replace("http://a9.com/-/spec/", "") for text in texts]  # a namespace of others

    assert [] == [text[:50] for text in texts if "/-/" in text or "data-digest" in text]
