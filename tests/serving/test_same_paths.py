"""The development server answers whatever a build makes, with the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from closecodes import pipeline
from closecodes.project import find_project
from closecodes.publish import MARKER
from closecodes.search import find_indexer
from closecodes.serving.answers import CLIENT


if TYPE_CHECKING:
    from tests.serving.conftest import Served


@pytest.fixture(name="both", scope="module")
def _both(
    serve: Callable[..., AbstractContextManager[Served]],
    make_small_project: Callable[[Path], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Served, Path]]:
    """Return a server of a small site, and the folder of the same site, built for the address of the server."""
    folder = make_small_project(tmp_path_factory.mktemp("both") / "project")
    (folder / "static/pictures").mkdir()
    (folder / "static/pictures/deep.svg").write_text("<svg/>", encoding="utf-8")
    project, output = find_project(folder, folder), folder / "public"
    checked = pipeline.check_project(project, pipeline.load_project(project), strict=True)
    with serve(folder) as served:
        pipeline.build(project, checked, output, base_url=served.address, jobs=1, indexer=find_indexer())
        yield served, output


def _files(built: Path) -> list[str]:
    """Return the files of a site that visitors can ask for: all but its manifest."""
    files = (path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file())
    return sorted(file for file in files if file != MARKER)


def test_every_file_is_answered(both: tuple[Served, Path]) -> None:
    """Pages, data, pictures, files of hosts, static files and the index of words are those of the build."""
    served, built = both
    files = _files(built)
    different = {}
    for file in files:
        answer = served.get(f"/{file}")
        body: bytes = answer.body  # type: ignore[attr-defined] # see Served
        own = b"".join(line for line in body.splitlines(keepends=True) if CLIENT.encode() not in line)
        if 200 != answer.status or own != (built / file).read_bytes():
            different[file] = answer.status

    assert {} == different
    names = {"_headers", "_redirects", "robots.txt", "404.html", "en/find.json", "static/pictures/deep.svg"}
    assert names <= set(files)


def test_folders_are_answered(both: tuple[Served, Path]) -> None:
    """Each page is also found at the folder that it is the index of."""
    served, built = both
    folders = [file.removesuffix("index.html") for file in _files(built) if file.endswith("/index.html")]

    assert folders
    assert {200} == {served.get(f"/{folder}").status for folder in folders}


def test_manifest_stays_inside(both: tuple[Served, Path]) -> None:
    """What a build notes for the next one is for nobody else."""
    served, _ = both

    assert 404 == served.get(f"/{MARKER}").status
