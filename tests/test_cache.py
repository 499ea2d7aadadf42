"""Tests of closecodes.cache: what it keeps is true or not there, and it never stops a build."""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO

import jinja2
import pytest

from closecodes.cache import Cache
from closecodes.check import Checked
from closecodes.pipeline import build, check_project, load_project
from closecodes.project import Project, find_project
from closecodes.results import Built


Snapshot = Callable[[Path], Mapping[str, bytes]]
Edit = Callable[[Path, str, str], None]

_PARTS: dict[str, dict[tuple[object, ...], bytes]] = {
    "1000": {("comparison.html:1:0", 3): b"<b>1000</b>", ("comparison.html:2:1", 3, "retry"): "é".encode()},
    "1001": {("comparison.html:1:0", 3): b"<b>1001</b>"},
}


@pytest.fixture(name="cache")
def _cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "basis", {"1000": "aaaa", "1001": "bbbb"})


class TestParts:
    """Tests of parts that are kept."""

    def test_round_trip(self, cache: Cache) -> None:
        """Parts that are kept are found again."""
        cache.save_parts("en", _PARTS)

        assert _PARTS == cache.load_parts("en")

    def test_nothing_kept(self, cache: Cache) -> None:
        """Where nothing was kept, nothing is found."""
        assert {} == cache.load_parts("en")

    def test_languages(self, cache: Cache) -> None:
        """Each language has its own."""
        cache.save_parts("en", _PARTS)

        assert {} == cache.load_parts("fr")

    def test_other_basis(self, cache: Cache) -> None:
        """What was made with other templates, messages or programs is not true any more."""
        cache.save_parts("en", _PARTS)

        assert {} == replace(cache, basis="other").load_parts("en")

    def test_stale_code(self, cache: Cache) -> None:
        """The parts of a code whose record has changed are not true any more, those of others are."""
        cache.save_parts("en", _PARTS)

        later = replace(cache, codes={"1000": "cccc", "1001": "bbbb"})
        assert {"1001": _PARTS["1001"]} == later.load_parts("en")

    def test_lost_code(self, cache: Cache) -> None:
        """The parts of a code that is gone are not asked for."""
        cache.save_parts("en", _PARTS)

        assert {"1000": _PARTS["1000"]} == replace(cache, codes={"1000": "aaaa"}).load_parts("en")

    def test_unknown_code(self, cache: Cache) -> None:
        """The parts of a code without a record are not kept."""
        replace(cache, codes={"1000": "aaaa"}).save_parts("en", _PARTS)

        assert {"1000": _PARTS["1000"]} == cache.load_parts("en")

    def test_replaced(self, cache: Cache) -> None:
        """What is kept takes the place of what was, and nothing else is left."""
        cache.save_parts("en", _PARTS)
        cache.save_parts("en", {"1001": _PARTS["1001"]})

        assert {"1001": _PARTS["1001"]} == cache.load_parts("en")
        assert {"parts-en-basis"} == _names(cache)

    @pytest.mark.parametrize("change", [b"", b"short", b"\x00" * 100])
    def test_damaged(self, change: bytes, cache: Cache) -> None:
        """A file that is not what was kept is not trusted."""
        cache.save_parts("en", _PARTS)

        (cache.folder / "parts-en-basis").write_bytes(change)

        assert {} == cache.load_parts("en")

    @pytest.mark.parametrize("place", [0, 31, 32, 60, -1])
    def test_checksum(self, place: int, cache: Cache) -> None:
        """One changed bit is enough not to trust a file."""
        cache.save_parts("en", _PARTS)
        data = bytearray((cache.folder / "parts-en-basis").read_bytes())
        data[place] ^= 1

        (cache.folder / "parts-en-basis").write_bytes(data)

        assert {} == cache.load_parts("en")

    def test_cut_short(self, cache: Cache) -> None:
        """A file of which the end is missing is not trusted."""
        cache.save_parts("en", _PARTS)
        data = (cache.folder / "parts-en-basis").read_bytes()

        for length in range(len(data)):
            (cache.folder / "parts-en-basis").write_bytes(data[:length])
            assert {} == cache.load_parts("en")

    @pytest.mark.parametrize("body", [b"", b"\xff", marshal.dumps({})[:-1]])
    def test_not_ours(self, body: bytes, cache: Cache) -> None:
        """A file whose checksum fits but which holds nothing that could be read is as good as none."""
        cache.folder.mkdir()
        (cache.folder / "parts-en-basis").write_bytes(hashlib.sha256(body).digest() + body)

        assert {} == cache.load_parts("en")

    def test_unkeepable(self, cache: Cache) -> None:
        """Parts about something that no file can hold are not kept, and what was kept before stays."""
        cache.save_parts("en", _PARTS)

        cache.save_parts("en", {"1000": {("comparison.html:1:0", 3, object()): b"?"}})

        assert _PARTS == cache.load_parts("en")


class TestRefused:
    """Tests of disks that refuse."""

    def test_file_in_the_way(self, cache: Cache) -> None:
        """Where no folder can be made, nothing is kept, and nothing is raised."""
        cache.folder.write_bytes(b"a file")

        cache.save_parts("en", _PARTS)

        assert {} == cache.load_parts("en")
        assert cache.templates("en") is None
        assert cache.folder.read_bytes() == b"a file"

    def test_full_disk(self, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
        """A disk that is full leaves what was kept before."""
        cache.save_parts("en", _PARTS)

        def refuse(_path: Path, _mode: str) -> IO[bytes]:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "open", refuse)
        cache.save_parts("en", {"1001": _PARTS["1001"]})
        monkeypatch.undo()

        assert _PARTS == cache.load_parts("en")

    def test_unwritable_folder(self, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
        """A folder that is there but takes no files, as on a disk that is only read, keeps no templates."""
        assert cache.templates("en") is not None
        monkeypatch.setattr(os, "access", lambda _path, _mode: False)

        assert cache.templates("en") is None


class TestTemplates:
    """Tests of templates that are kept."""

    def test_kept(self, cache: Cache) -> None:
        """A compiled template is found by a later environment."""
        for _ in range(2):
            environment = jinja2.Environment(
                autoescape=True,
                loader=jinja2.DictLoader({"page.html": "{{ word }}"}),
                bytecode_cache=cache.templates("en"),
            )
            assert environment.get_template("page.html").render(word="<") == "&lt;"

        (folder,) = cache.folder.iterdir()
        assert folder.name == "templates-en-basis"
        assert 1 == len(list(folder.iterdir()))

    @pytest.mark.parametrize(("language", "basis"), [("fr", "basis"), ("en", "other")])
    def test_apart(self, language: str, basis: str, cache: Cache) -> None:
        """Languages and versions of the templates are kept apart."""
        cache.templates("en")
        replace(cache, basis=basis).templates(language)

        assert {"templates-en-basis", f"templates-{language}-{basis}"} == _names(cache)


def _names(cache: Cache) -> set[str]:
    return {path.name for path in cache.folder.iterdir()}


def _of_age(cache: Cache, name: str, age: int) -> None:
    """Make a file or folder of the cache ``age`` hours old."""
    os.utime(cache.folder / name, (10**9 - 3600 * age,) * 2)


class TestForgetting:
    """Tests of what is forgotten."""

    def test_parts(self, cache: Cache) -> None:
        """Of the parts of one language, the eight newest are kept."""
        for number in range(8):
            replace(cache, basis=f"{number}").save_parts("en", _PARTS)
            _of_age(cache, f"parts-en-{number}", age=number)

        cache.save_parts("en", _PARTS)

        kept = {"parts-en-basis", *(f"parts-en-{number}" for number in range(7))}
        assert kept == _names(cache)

    def test_templates(self, cache: Cache) -> None:
        """Of the templates of one language, the eight newest are kept."""
        for number in range(8):
            replace(cache, basis=f"{number}").templates("en")
            (cache.folder / f"templates-en-{number}/compiled").write_bytes(b"")
            _of_age(cache, f"templates-en-{number}", age=number)

        cache.templates("en")

        kept = {"templates-en-basis", *(f"templates-en-{number}" for number in range(7))}
        assert kept == _names(cache)

    def test_other_languages(self, cache: Cache) -> None:
        """Another language, or another purpose, is not touched, even if its tag begins with this one’s."""
        others = [*(f"parts-en-GB-{number}" for number in range(9)), "templates-en-basis", "%public.state"]
        cache.folder.mkdir()
        for name in others:
            (cache.folder / name).write_bytes(b"")
            _of_age(cache, name, age=100)

        cache.save_parts("en", _PARTS)

        assert {*others, "parts-en-basis"} == _names(cache)


@pytest.fixture(name="project")
def _project(family_project: Path) -> Project:
    return find_project(family_project, family_project / "no-package")


def _checked(project: Project) -> Checked:
    return check_project(project, load_project(project), strict=False)


def _revised(project: Project, edit: Edit, word: str) -> Built:
    """Give one text another word, build what changed, and return what was done."""
    path = project.root / "content/families/websocket/1001.yaml"
    edit(path, "the meaning of", f"{word} the meaning of")
    return build(project, _checked(project), project.root / "site")


class TestInBuilds:
    """Tests of builds that use what earlier ones kept."""

    def test_same_bytes(self, project: Project, edit: Edit, snapshot: Snapshot) -> None:
        """A page composed of kept parts is the same as one made anew."""
        build(project, _checked(project), project.root / "site")

        for word in ("one", "two"):
            assert not _revised(project, edit, word).whole
        build(project, _checked(project), project.root / "fresh", full=True)

        assert snapshot(project.root / "fresh") == snapshot(project.root / "site")

    def test_used(self, project: Project, edit: Edit) -> None:
        """Kept parts are really used: their bytes are those of the page."""
        build(project, _checked(project), project.root / "site")
        _revised(project, edit, "one")
        (path,) = (project.root / ".cache/closecodes").glob("parts-en-*")
        folder, _, basis = path.parent, *path.name.rsplit("-", 1)
        kept = marshal.loads(path.read_bytes()[32:])  # noqa: S302 - our own file
        codes = {id_: digest for id_, (digest, _) in kept.items()}
        marked = {
            id_: {key: part.replace(b"Number 1007", b"Nummer 1007") for key, part in parts.items()}
            for id_, (_, parts) in kept.items()
        }
        Cache(folder, basis, codes).save_parts("en", marked)

        _revised(project, edit, "two")

        assert b"Nummer 1007" in (project.root / "site/en/compare/1001-vs-1007/index.html").read_bytes()

    def test_full_build(self, project: Project, edit: Edit, snapshot: Snapshot) -> None:
        """A full build does not trust what was kept."""
        build(project, _checked(project), project.root / "site")
        _revised(project, edit, "one")
        before = snapshot(project.root / "site")
        for path in (project.root / ".cache/closecodes").glob("parts-*"):
            path.write_bytes(path.read_bytes().replace(b"Number 1007", b"Nummer 1007"))

        build(project, _checked(project), project.root / "site", full=True)

        assert before == snapshot(project.root / "site")

    def test_unwritable(self, project: Project, edit: Edit, snapshot: Snapshot) -> None:
        """A project whose cache cannot be written is built all the same."""
        (project.root / ".cache").write_bytes(b"a file")
        build(project, _checked(project), project.root / "site")

        assert not _revised(project, edit, "one").whole

        build(project, _checked(project), project.root / "fresh", full=True)
        assert snapshot(project.root / "fresh") == snapshot(project.root / "site")

    def test_unkeepable(self, project: Project, edit: Edit, snapshot: Snapshot) -> None:
        """A part that depends on more than one code, and so cannot be kept, stops no build."""
        template = project.root / "templates/comparison.html"
        edit(
            template,
            "{% block main %}",
            "{% block main %}{% part first, family %}{{ family.name }}{% endpart %}",
        )
        build(project, _checked(project), project.root / "site")

        assert not _revised(project, edit, "one").whole

        build(project, _checked(project), project.root / "fresh", full=True)
        assert snapshot(project.root / "fresh") == snapshot(project.root / "site")

    def test_family_in_part(self, project: Project, edit: Edit, snapshot: Snapshot) -> None:
        """What a part shows of the family of a code is as new as the family, whatever was kept of the code."""
        template = project.root / "templates/comparison.html"
        edit(
            template,
            "{% block main %}",
            "{% block main %}{% part first, family.name %}{{ family.name }}{% endpart %}",
        )
        build(project, _checked(project), project.root / "site")
        _revised(project, edit, "one")
        path = project.root / "content/families/acme/family.yaml"
        edit(path, "Acme", "ACME")
        build(project, _checked(project), project.root / "site")

        build(project, _checked(project), project.root / "fresh", full=True)
        assert snapshot(project.root / "fresh") == snapshot(project.root / "site")
