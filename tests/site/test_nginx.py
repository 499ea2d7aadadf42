"""The nginx configuration of the documentation serves the site as it promises."""

from __future__ import annotations

import gzip
import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from closecodes.copies import with_copies
from closecodes.render.policy import HEADERS
from closecodes.writing import write_files


CONFIGURATION = Path(__file__).parents[2] / "docs" / "nginx.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
pytestmark = pytest.mark.skipif(not NGINX, reason="nginx is not installed: apt-get install nginx-light")

_AROUND = """\
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
  types {{ text/html html; text/css css; application/json json; image/png png; text/xml xml; }}
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
{server}
}}
"""
_FILES = (
    "404.html",
    "en/404.html",
    "fr/1012/index.html",
    "fr/1012/index.md",
    "fr/feed.xml",
    "static/style.css",
)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert process.poll() is None, "nginx refuses its configuration"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx does not answer")


@pytest.fixture(name="port", scope="module")
def _port(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve a part of the site, and compressed copies of it; return the port."""
    folder = tmp_path_factory.mktemp("nginx")
    names = (
        *_FILES,
        "fr/manifest.webmanifest",
        "fr/1012/card.png",
        "api/v1/codes.json",
        "_headers",
        ".closecodes",
    )
    files = [(name, (built / name).read_bytes()) for name in names]
    (folder / "site").mkdir()
    write_files(folder / "site", with_copies(files, (".gz",)))
    port = _free_port()
    server = CONFIGURATION.read_text(encoding="utf-8")
    server = re.sub(r"listen \d+;", f"listen 127.0.0.1:{port};", server)
    server = re.sub(r"root [^;]+;", f"root {folder}/site;", server)
    (folder / "nginx.conf").write_text(_AROUND.format(folder=folder, server=server), encoding="utf-8")
    command = [
        str(NGINX),
        "-p",
        str(folder),
        "-c",
        str(folder / "nginx.conf"),
        "-e",
        str(folder / "error.log"),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process)
            yield port
        finally:
            process.terminate()


def _get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


def test_page(port: int, built: Path) -> None:
    """A page is sent with every header that the site has elsewhere."""
    status, headers, body = _get(port, "/fr/1012/")

    assert (200, "text/html; charset=utf-8") == (status, headers["content-type"])
    assert body == (built / "fr/1012/index.html").read_bytes()
    assert HEADERS.items() <= {name: headers.get(name.lower()) for name in HEADERS}.items()


def test_compressed(port: int, built: Path) -> None:
    """The copy is sent to those who can unpack it."""
    _, headers, body = _get(port, "/fr/1012/", Accept_Encoding="gzip")

    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == (built / "fr/1012/index.html").read_bytes()


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/fr/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/fr/1012/index.md", "text/markdown; charset=utf-8"),
        ("/fr/manifest.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/fr/1012/card.png", "image/png"),
        ("/api/v1/codes.json", "application/json; charset=utf-8"),
    ],
)
def test_types(port: int, path: str, type_: str) -> None:
    """Files have the types that programs expect."""
    status, headers, _ = _get(port, path)

    assert (200, type_) == (status, headers["content-type"])
    assert headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_api(port: int) -> None:
    """Scripts of other sites may read the API, and nothing else."""
    assert _get(port, "/api/v1/codes.json")[1]["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in _get(port, "/fr/1012/")[1]


@pytest.mark.parametrize(("path", "page"), [("/en/nowhere/", "en/404.html"), ("/nowhere", "404.html")])
def test_not_found(port: int, built: Path, path: str, page: str) -> None:
    """Who is lost is told so in the language of the address, or in all."""
    status, _, body = _get(port, path)

    assert (404, (built / page).read_bytes()) == (status, body)


def test_short(port: int) -> None:
    """A number alone leads to the page of the code."""
    status, headers, _ = _get(port, "/1012")

    assert (302, "/en/1012/") == (status, re.sub(r"^http://[^/]+", "", headers["location"]))


@pytest.mark.parametrize("path", ["/.closecodes", "/_headers"])
def test_not_served(port: int, path: str) -> None:
    """What is for the build and for hosts is not shown to readers."""
    assert _get(port, path)[0] == 404
