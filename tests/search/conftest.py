"""A small site in two languages, and programs that answer as Pagefind does, or do not."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from closecodes.i18n import Language
from closecodes.model import Site
from closecodes.model.building import build_site
from closecodes.pipeline import check_project, load_project
from closecodes.project import Project, find_project
from closecodes.search import Indexer, find_indexer


_SERVICE = """\
#!{python}
import base64, json, pathlib, sys
while True:
    request = b""
    while not request.endswith(b","):
        piece = sys.stdin.buffer.read1(1)
        if not piece:
            sys.exit()
        request += piece
    payload = json.loads(base64.b64decode(request[:-1]))["payload"]
    answer = {{"type": payload["type"], "index_id": 7}}
    answer["files"] = [{{"path": "index/one.x", "content": base64.b64encode(b"content").decode()}}]
    {behaviour}
    sys.stdout.buffer.write(base64.b64encode(json.dumps({{"payload": answer}}).encode()) + b",")
    sys.stdout.buffer.flush()
"""


@pytest.fixture(name="project")
def _project(small_project: Path, tmp_path: Path) -> Project:
    """Return a project of two codes in two languages."""
    return find_project(small_project, tmp_path / "no-package")


@pytest.fixture(name="site")
def _site(project: Project) -> Site:
    """Return its model."""
    return build_site(check_project(project, load_project(project), strict=False).records)


@pytest.fixture(name="locales")
def _locales(project: Project) -> Path:
    """Return where its catalogues lie."""
    return project.locales


@pytest.fixture(name="languages")
def _languages(project: Project, site: Site) -> Mapping[str, Language]:
    """Return its languages, by their tags."""
    return {tag: Language.load(tag, project.locales) for tag in site.languages}


@pytest.fixture(name="make_service")
def _make_service(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that writes a program which answers like Pagefind, after a line of ``behaviour``."""

    def make_service(behaviour: str = "pass") -> Path:
        program = tmp_path / "service"
        program.write_text(_SERVICE.format(python=sys.executable, behaviour=behaviour), encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return program

    return make_service


@pytest.fixture(name="indexer")
def _indexer() -> Indexer:
    """Return Pagefind."""
    indexer = find_indexer()
    if indexer is None:
        pytest.skip("no Pagefind here: pip install 'pagefind[bin]'")
    return indexer
