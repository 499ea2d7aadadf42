"""Tests of builds that make only what changed: the site is always the one that a full build makes."""

from __future__ import annotations

import copy
import json
import posixpath
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.model.identity import in_page_order
from closecodes.pipeline import build, check_project, load_project
from closecodes.project import find_project
from closecodes.results import Built


Tree = Mapping[str, bytes]
Snapshot = Callable[[Path], Tree]
Edit = Callable[[Path, str, str], None]

_LINK = re.compile(rb'href="([^"#]*)')
_BASE_URL = "https://small.example/"
_ROOTS = {"index.html", "404.html", "en/404.html", "fr/404.html"}
"""Pages that readers come to without a link."""


def _tree(folder: Path) -> Tree:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _folders(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


def _build(root: Path, output: Path, base_url: str | None = None, *, full: bool = False) -> Built:
    project = find_project(root, root / "no-package")
    checked = check_project(project, load_project(project), strict=False)
    assert not checked.failed, checked.problems
    return build(project, checked, output, base_url=base_url, full=full)


def _fresh(root: Path, base_url: str | None = None) -> Tree:
    """Return what a full build makes of the project as it is."""
    output = root.parent.parent / "fresh"
    _build(root, output, base_url, full=True)
    return _tree(output)


def _different(one: Tree, other: Tree) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@dataclass
class Draft:
    """The files of a project, to be edited at random without ever being wrong."""

    root: Path
    code: dict[str, Any]
    family: dict[str, Any]
    comparison: dict[str, Any]
    count: int = 0
    base_url: str | None = None
    codes: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    families: dict[str, dict[str, Any]] = field(default_factory=dict)
    comparisons: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path) -> Draft:
        """Return the draft of a project that has been written."""
        content = root / "content"
        read = {path: yaml.safe_load(path.read_text(encoding="utf-8")) for path in content.rglob("*.yaml")}
        code = read[content / "families/websocket/1002.yaml"]
        draft = cls(root, code, read[content / "families/acme/family.yaml"], {})
        for path, record in read.items():
            folder = path.parent.name
            if path.name == "family.yaml":
                draft.families[folder] = record
            elif path.parent.parent.name == "families":
                draft.codes[folder, record["code"]] = record
            elif folder == "comparisons":
                draft.comparisons[record["codes"][0], record["codes"][1]] = draft.comparison = record
        names = ("ranges.yaml", "pages/about.en.md", "pages/about.fr.md")
        draft.files = {f"content/{name}": (content / name).read_text(encoding="utf-8") for name in names}
        for path in (root / "static").iterdir():
            draft.files[f"static/{path.name}"] = path.read_text(encoding="utf-8")
        return draft

    @property
    def ids(self) -> list[str]:
        """Return the ids of all codes."""
        return [
            str(number) if family == "websocket" else f"{family}-{number}" for family, number in self.codes
        ]

    def write(self) -> None:
        """Write the project as it is now."""
        content = self.root / "content"
        for folder in (
            content / "families",
            content / "comparisons",
            content / "pages",
            self.root / "static",
        ):
            shutil.rmtree(folder, ignore_errors=True)
        files = dict(self.files)
        for (family, number), record in self.codes.items():
            files[f"content/families/{family}/{number}.yaml"] = _yaml(record)
        for family, record in self.families.items():
            files[f"content/families/{family}/family.yaml"] = _yaml(record)
        for (first, second), record in self.comparisons.items():
            files[f"content/comparisons/{first}-{second}.yaml"] = _yaml(record)
        for name, text in files.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_text(text, encoding="utf-8", newline="\n")

    def new(self) -> str:
        """Return a word that was never said before."""
        self.count += 1
        return f"word{self.count}"

    def _any(self, choices: list[Any], number: int) -> Any:
        return choices[number % len(choices)]

    def rename(self, number: int) -> None:
        """Give a code another name, in one language or in both."""
        name = self._any(list(self.codes.values()), number)["name"]
        name["en"] = f"Name {self.new()}"
        if number % 2 and "fr" in name:
            name["fr"] = f"Nom {self.new()}"

    def reword(self, number: int) -> None:
        """Give a code another text."""
        record = self._any(list(self.codes.values()), number)
        record["text"][self._any(["meaning", "when", "fix"], number)]["en"] = f"text {self.new()}"

    def translate(self, number: int) -> None:
        """Take the French of a text away, or give it one."""
        record = self._any(list(self.codes.values()), number)
        text = self._any([record["name"], *record["text"].values()], number // 7)
        if text.pop("fr", None) is None:
            text["fr"] = f"texte {self.new()}"

    def fact(self, number: int) -> None:
        """Give a code another fact."""
        facts = self._any(list(self.codes.values()), number)["facts"]
        facts["retry"] = self._any(["never", "after-fix", "at-once"], number)
        facts["fault"] = self._any(["none", "sender", "receiver"], number // 3)

    def see_also(self, number: int) -> None:
        """Let a code name another, or not any more."""
        key = self._any(list(self.codes), number)
        other = self._any(self.ids, number // 5)
        own = self.ids[list(self.codes).index(key)]
        named = self.codes[key].setdefault("see_also", [])
        if other in named:
            named.remove(other)
        elif other != own:
            named.append(other)

    def compare(self, number: int) -> None:
        """Write about a pair, or not any more."""
        one, other = self._any(self.ids, number), self._any(self.ids, number // 3)
        if one == other:
            return
        key = in_page_order(one, other)
        if self.comparisons.pop(key, None) is None:
            self.comparisons[key] = {**self.comparison, "codes": list(key)}

    def reword_comparison(self, number: int) -> None:
        """Write something else about a pair."""
        if self.comparisons:
            key = self._any(list(self.comparisons), number)
            text = {**self.comparisons[key]["text"], "difference": {"en": f"difference {self.new()}"}}
            self.comparisons[key] = {**self.comparisons[key], "text": text}

    def code_in_or_out(self, number: int) -> None:
        """Add a code to a family, or take one away."""
        family = self._any(list(self.families), number)
        key = (family, 3000 + number % 7)
        if key in self.codes:
            self._forget(key)
        else:
            self.codes[key] = {**_copy(self.code), "code": key[1], "name": {"en": f"Name {self.new()}"}}

    def family_in_or_out(self, _: int) -> None:
        """Add a family, or take it away."""
        if "zeta" not in self.families:
            self.families["zeta"] = {**self.family, "id": "zeta", "name": {"en": f"Zeta {self.new()}"}}
            for number in (3000, 3009):
                self.codes["zeta", number] = {**_copy(self.code), "code": number}
            return
        for key in [key for key in self.codes if key[0] == "zeta"]:
            self._forget(key)
        del self.families["zeta"]

    def reword_family(self, number: int) -> None:
        """Say something else of a family."""
        family = self._any(list(self.families), number)
        text = {**self.families[family]["text"], "defined_by": {"en": f"definer {self.new()}"}}
        self.families[family] = {**self.families[family], "text": text}

    def prose(self, number: int) -> None:
        """Write prose, reword it, or take it away."""
        name = f"content/pages/extra.{'fr' if number % 3 == 0 else 'en'}.md"
        if number % 2 and name.endswith("en.md"):
            self.files.pop("content/pages/extra.fr.md", None)
            self.files.pop(name, None)
        else:
            self.files["content/pages/extra.en.md"] = f"# Extra\n\n{self.new()}\n"
            self.files[name] = f"# Extra\n\n{self.new()}\n"

    def ranges(self, _: int) -> None:
        """Change the ranges without changing what they say."""
        self.files["content/ranges.yaml"] += "# again\n"

    def static(self, number: int) -> None:
        """Change static files: one in a folder, or a file in the place of that folder, or neither."""
        for name in ("static/icons", "static/icons/icon.svg"):
            self.files.pop(name, None)
        name = self._any(["static/style.css", "static/icons", "static/icons/icon.svg"], number)
        self.files[name] = self.new()

    def template(self, number: int) -> None:
        """Change a template."""
        texts = {
            path: path.read_text(encoding="utf-8") for path in sorted((self.root / "templates").iterdir())
        }
        path = self._any([path for path, text in texts.items() if "{% block main %}" in text], number)
        text = texts[path]
        path.write_text(text.replace("{% block main %}", "{% block main %}+"), encoding="utf-8")

    def catalogue(self, _: int) -> None:
        """Change a message."""
        path = self.root / "locales/fr/LC_MESSAGES/messages.po"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("%(first)s ou", f"%(first)s {self.new()} ou"), encoding="utf-8")

    def address(self, number: int) -> None:
        """Give the site another address."""
        self.base_url = f"https://{number}.example/" if number % 2 else None

    def nothing(self, _: int) -> None:
        """Change nothing."""

    def _forget(self, key: tuple[str, int]) -> None:
        id_ = self.ids[list(self.codes).index(key)]
        del self.codes[key]
        for record in self.codes.values():
            if id_ in record.get("see_also", ()):
                record["see_also"].remove(id_)
        self.comparisons = {pair: record for pair, record in self.comparisons.items() if id_ not in pair}


def _yaml(record: dict[str, Any]) -> str:
    return json.dumps(record, indent=1, ensure_ascii=False)


def _copy(record: dict[str, Any]) -> dict[str, Any]:
    copied: dict[str, Any] = json.loads(json.dumps(record))
    return copied


EXAMPLES = 6
MOMENTS = 3

PARTIAL = (
    Draft.rename,
    Draft.reword,
    Draft.translate,
    Draft.fact,
    Draft.see_also,
    Draft.compare,
    Draft.reword_comparison,
    Draft.code_in_or_out,
    Draft.family_in_or_out,
    Draft.reword_family,
    Draft.prose,
    Draft.ranges,
    Draft.static,
    Draft.nothing,
)
WHOLE = (Draft.template, Draft.catalogue, Draft.address)
STEPS = st.lists(
    st.lists(
        st.tuples(st.sampled_from(PARTIAL) | st.sampled_from(PARTIAL + WHOLE), st.integers(0, 99)),
        min_size=1,
        max_size=3,
    ),
    min_size=1,
    max_size=3,
)
"""Edits that are made together, one lot after the other."""

Edits = Iterable[tuple[Callable[[Draft, int], None], int]]


@dataclass(frozen=True)
class Start:
    """A project and its site, as they are before each edit."""

    draft: Draft
    folder: Path
    files: Tree
    """All files of the project, its site and its cache."""
    folders: frozenset[str]

    @property
    def tree(self) -> Tree:
        """Return the files of the site."""
        return {
            name.removeprefix("site/"): data for name, data in self.files.items() if name.startswith("site/")
        }

    def again(self) -> tuple[Draft, Path]:
        """Return a draft of the project and its site, both as they were."""
        found = _tree(self.folder)
        for name in _different(self.files, found):
            (self.folder / name).unlink(missing_ok=True)
        for name in sorted(_folders(self.folder) - self.folders, reverse=True):
            (self.folder / name).rmdir()
        for name in _different(self.files, _tree(self.folder)):
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(self.files[name])
        return copy.deepcopy(self.draft), self.folder / "site"


@pytest.fixture(name="start", scope="module")
def _start(make_family_project: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Start:
    """Return a project whose site has been built, with compiled templates and parts that were kept."""
    folder = tmp_path_factory.mktemp("incremental") / "work"
    draft = Draft.of(make_family_project(folder / "project"))
    text = draft.codes["websocket", 1002]["text"]["meaning"]
    for meaning in ("a meaning", "another", "a meaning"):
        text["en"] = meaning
        draft.write()
        _build(draft.root, folder / "site")
    return Start(draft, folder, _tree(folder), frozenset(_folders(folder)))


def _edited(draft: Draft, edits: Edits) -> Draft:
    for edit, number in edits:
        edit(draft, number)
    draft.write()
    return draft


class TestSameAsFresh:
    """Tests that compare what a build of what changed leaves with what a full build makes."""

    def test_edits_at_random(self, start: Start) -> None:
        """After each edit, whatever it was, the site is to the byte the one that a full build makes."""

        @given(steps=STEPS)
        @settings(deadline=None, max_examples=EXAMPLES)
        def check(steps: list[Edits]) -> None:
            draft, output = start.again()
            for edits in steps:
                _edited(draft, edits)
                _build(draft.root, output, draft.base_url)
                fresh = _fresh(draft.root, draft.base_url)
                assert [] == _different(fresh, _tree(output))
                assert {str(folder) for name in fresh for folder in Path(name).parents} - {"."} == _folders(
                    output
                )

        check()

    def test_real_templates(self, start: Start, with_real_templates: Callable[[Path], Path]) -> None:
        """With the templates of the site, too, both ways make the same bytes."""
        draft, output = start.again()
        with_real_templates(draft.root)
        draft.write()
        _build(draft.root, output)
        steps: tuple[Edits, ...] = (
            [(Draft.rename, 3), (Draft.translate, 40), (Draft.code_in_or_out, 12)],
            [(Draft.see_also, 31), (Draft.compare, 17), (Draft.reword_comparison, 0), (Draft.fact, 8)],
        )

        for edits in steps:
            _edited(draft, edits)
            assert not _build(draft.root, output).whole

        assert [] == _different(_fresh(draft.root), _tree(output))

    def test_order_of_pages(self, start: Start) -> None:
        """Texts that are borrowed from English are listed alike, whichever page asks for them first."""
        draft, output = start.again()
        text = draft.codes["acme", 3002]["text"]
        for name in ("fix", "reconnect", "meaning", "when"):
            del text[name]["fr"]
        draft.write()

        assert not _build(draft.root, output).whole

        assert [] == _different(_fresh(draft.root), _tree(output))


class TestOnlyWhatChanged:
    """Tests of what a build leaves alone."""

    def test_untouched(self, start: Start) -> None:
        """Files whose bytes stay are not written again: they keep their time and their place on the disk."""
        draft, output = start.again()
        before = {
            path: (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in output.rglob("*")
            if path.is_file() and path.name != ".closecodes"
        }
        _edited(draft, [(Draft.rename, 3)])

        built = _build(draft.root, output)

        after = {
            path: (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in output.rglob("*")
            if path.is_file() and path.name != ".closecodes"
        }
        written = {path.relative_to(output).as_posix() for path in after if before[path] != after[path]}
        changed = set(_different(start.tree, _tree(output))) - {".closecodes"}
        assert changed == written
        assert built.files == len(changed)
        assert 0 < len(changed) < len(start.tree) // 2

    def test_nothing(self, start: Start) -> None:
        """Where nothing changed, nothing is written, not even what the site says of itself."""
        draft, output = start.again()
        before = {path: path.stat().st_ino for path in output.rglob("*")}

        assert Built(0, {}, whole=False) == _build(draft.root, output)
        assert before == {path: path.stat().st_ino for path in output.rglob("*")}

    def test_deleted(self, start: Start) -> None:
        """What is gone is deleted and counted, with the folders that this leaves empty."""
        draft, output = start.again()
        draft.files["static/deep/er/file.css"] = ""
        _edited(draft, [(Draft.prose, 2)])
        _build(draft.root, output)
        del draft.files["static/deep/er/file.css"]
        del draft.files["content/pages/extra.en.md"]
        draft.write()

        assert _build(draft.root, output).deleted == 5  # one page and its Markdown, in two languages
        assert not (output / "static/deep").exists()
        assert not (output / "en/extra").exists()

    def test_pages(self, start: Start) -> None:
        """The result counts the pages that were made, by language."""
        draft, output = start.again()
        _edited(draft, [(Draft.ranges, 0)])

        assert Built(0, {None: 2, "en": 12, "fr": 12}, whole=False) == _build(draft.root, output)

    def test_progress(self, start: Start) -> None:
        """The progress counts the pages that are made."""
        draft, output = start.again()
        _edited(draft, [(Draft.ranges, 0)])
        project = find_project(draft.root, draft.root / "no-package")
        told: list[tuple[int, int]] = []

        checked = check_project(project, load_project(project), strict=False)
        build(project, checked, output, progress=lambda done, total: told.append((done, total)))

        assert len(told) > 20
        assert [(done, len(told)) for done in range(1, len(told) + 1)] == told


class TestWhole:
    """Tests of changes after which every page is made."""

    @pytest.mark.parametrize(
        "edits",
        [
            [(Draft.template, 0)],
            [(Draft.catalogue, 0)],
            [(Draft.address, 1)],
            [(Draft.reword_family, 1)],
            [(Draft.family_in_or_out, 0)],
        ],
    )
    def test_everything(self, edits: Edits, start: Start) -> None:
        """What concerns every page, or most of them, makes a whole site."""
        draft, output = start.again()
        _edited(draft, edits)

        assert _build(draft.root, output, draft.base_url).whole

    def test_asked_for(self, start: Start) -> None:
        """A full build that is asked for is one."""
        draft, output = start.again()

        assert _build(draft.root, output, full=True).whole

    @pytest.mark.parametrize(
        "damage",
        [
            lambda data: data[: len(data) // 2],
            lambda _: b"",
            lambda _: b"\xff",
            lambda data: data.replace(b'"format": 1', b'"format": 9'),
            lambda data: data.replace(b'"others"', b'"other"'),
            lambda data: data.replace(b'"style.css"', b'"../../thesis.txt"'),
        ],
    )
    def test_manifest(self, damage: Callable[[bytes], bytes], start: Start) -> None:
        """A site whose manifest cannot be trusted is made anew, and nothing beside it is touched."""
        draft, output = start.again()
        (output.parent / "thesis.txt").write_bytes(b"years of work")
        (output / "en/1000/index.html").write_bytes(b"not ours")
        manifest = output / ".closecodes"
        damaged = damage(manifest.read_bytes())
        assert damaged != manifest.read_bytes()
        manifest.write_bytes(damaged)

        assert _build(draft.root, output).whole

        assert [] == _different(start.tree, _tree(output))
        assert (output.parent / "thesis.txt").read_bytes() == b"years of work"


class StoppedError(BaseException):
    """The moment at which a build is stopped."""


class Disk:
    """Looks on while a build changes the files of a site, one after the other, and may stop it."""

    def __init__(self, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.output = output
        self.count = 0
        self.stop_at: int | None = None
        self.look: Callable[[], None] = lambda: None
        for name in ("write_bytes", "write_text", "replace", "unlink"):
            monkeypatch.setattr(Path, name, self._watched(name, getattr(Path, name)))

    def _watched(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def watched(path: Path, *arguments: Any, **options: Any) -> Any:
            if not path.is_relative_to(self.output):
                return original(path, *arguments, **options)
            self.count += 1
            if self.count == self.stop_at:
                if name.startswith("write"):
                    half = arguments[0][: len(arguments[0]) // 2]
                    original(path, half, *arguments[1:], **options)
                raise StoppedError
            result = original(path, *arguments, **options)
            self.look()
            return result

        return watched


def _stopped(draft: Draft, disk: Disk, at: int) -> bool:
    """Build until the disk has done ``at`` things; return False if there are not so many to do."""
    disk.count, disk.stop_at = 0, at
    try:
        _build(draft.root, disk.output)
    except StoppedError:
        return True
    finally:
        disk.stop_at = None
    return False


@cache
def _links(file: str, data: bytes) -> frozenset[str]:
    """Return the files of the site that a page links to."""
    return frozenset(_targets(file, data)) if file.endswith(".html") else frozenset()


def _targets(file: str, data: bytes) -> Iterable[str]:
    for link in _LINK.findall(data):
        text = link.decode()
        if text.startswith("https:") and not text.startswith(_BASE_URL):
            continue
        address = (
            text.removeprefix(_BASE_URL) if text.startswith("https:") else f"{posixpath.dirname(file)}/{text}"
        )
        target = posixpath.normpath("/" + address).lstrip("/")
        yield posixpath.join(target, "index.html") if not posixpath.splitext(target)[1] else target


def _broken(tree: Tree, starts: Iterable[str]) -> list[tuple[str, str]]:
    """Return the links that lead nowhere, of all pages that somebody who starts at ``starts`` can come to."""
    waiting = [file for file in starts if file in tree]
    seen, broken = set(waiting), []
    while waiting:
        file = waiting.pop()
        for target in _links(file, tree[file]):
            if target not in tree:
                broken.append((file, target))
            elif target not in seen:
                seen.add(target)
                waiting.append(target)
    return broken


SCENARIOS: Mapping[str, Edits] = {
    "code comes": [(Draft.code_in_or_out, 6)],
    "code goes": [(Draft.code_in_or_out, 2)],
    "name": [(Draft.rename, 9), (Draft.reword, 9)],
    "pair comes and goes": [(Draft.see_also, 2), (Draft.compare, 33), (Draft.see_also, 30)],
    "prose and static": [(Draft.prose, 2), (Draft.static, 2), (Draft.ranges, 0)],
    "all at once": [
        (Draft.code_in_or_out, 6),
        (Draft.code_in_or_out, 2),
        (Draft.prose, 2),
        (Draft.static, 2),
        (Draft.compare, 33),
    ],
}


class TestEveryMoment:
    """Tests of what readers see while a build changes the site."""

    @pytest.mark.parametrize("name", SCENARIOS)
    def test_links(self, name: str, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
        """At every moment each page is whole, and all links lead somewhere that a reader can come to."""
        draft, output = start.again()
        _edited(draft, SCENARIOS[name])
        fresh = _fresh(draft.root)
        disk = Disk(output, monkeypatch)
        _watch(disk, start.tree, fresh)

        assert not _build(draft.root, output).whole

        assert disk.count > 4
        assert [] == _different(fresh, _tree(output))

    @pytest.mark.parametrize("name", ["code comes", "all at once"])
    def test_links_after_a_stop(self, name: str, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
        """The same holds for a build that completes what another began."""
        draft, output = start.again()
        _edited(draft, SCENARIOS[name])
        fresh = _fresh(draft.root)
        disk = Disk(output, monkeypatch)
        assert _stopped(draft, disk, at=11)
        _watch(disk, start.tree, fresh)

        assert not _build(draft.root, output).whole

        assert [] == _different(fresh, _tree(output))


def _watch(disk: Disk, before: Tree, after: Tree) -> None:
    """Check the site after each thing that is done to it."""
    lasting = {*_ROOTS, *(before.keys() & after.keys())}

    def look() -> None:
        tree = _tree(disk.output)
        halves = [
            name
            for name, data in tree.items()
            if not name.startswith(".closecodes") and data not in {before.get(name), after.get(name)}
        ]
        assert [] == halves
        assert [] == _broken(tree, lasting)

    disk.look = look


class TestStopped:
    """Tests of builds that are stopped, and of the builds after them."""

    @pytest.mark.parametrize("name", SCENARIOS)
    def test_completed(self, name: str, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
        """Wherever a build is stopped, the next one leaves the site of a full build."""
        fresh = _fresh(_edited(start.again()[0], SCENARIOS[name]).root)

        for at in _moments(start, SCENARIOS[name], monkeypatch):
            draft, output = start.again()
            _edited(draft, SCENARIOS[name])
            with monkeypatch.context() as patch:
                assert _stopped(draft, Disk(output, patch), at)
            assert not _build(draft.root, output).whole
            assert [] == _different(fresh, _tree(output)), f"stopped at {at}"

    @pytest.mark.parametrize("name", SCENARIOS)
    def test_taken_back(self, name: str, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
        """If the edit is taken back after a stop, the next build leaves the site of before."""
        for at in _moments(start, SCENARIOS[name], monkeypatch):
            draft, output = start.again()
            before = copy.deepcopy(draft)
            _edited(draft, SCENARIOS[name])
            with monkeypatch.context() as patch:
                assert _stopped(draft, Disk(output, patch), at)
            before.write()
            _build(draft.root, output)
            assert [] == _different(start.tree, _tree(output)), f"stopped at {at}"
            assert start.folders == _folders(start.folder)

    def test_edited_further(self, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever is edited after a stop, even after several, the next build leaves the site of a full one."""

        @given(steps=STEPS, stops=st.lists(st.integers(1, 90), min_size=3, max_size=3))
        @settings(deadline=None, max_examples=EXAMPLES)
        def check(steps: list[Edits], stops: list[int]) -> None:
            draft, output = start.again()
            for edits, at in zip(steps, stops, strict=False):
                _edited(draft, [(edit, number) for edit, number in edits if edit not in WHOLE])
                with monkeypatch.context() as patch:
                    _stopped(draft, Disk(output, patch), at)
            _build(draft.root, output)
            assert [] == _different(_fresh(draft.root), _tree(output))

        check()

    @pytest.mark.parametrize("seed", range(4))
    def test_killed(self, seed: int, start: Start) -> None:
        """A build that is killed, by a signal that nobody can catch, is completed by the next one."""
        draft, output = start.again()
        _edited(draft, SCENARIOS["all at once"])
        at = random.Random(seed).randint(1, 100)  # noqa: S311 - which moment matters little

        done = subprocess.run(
            [sys.executable, "-c", _KILLED_BUILD, str(output), str(at)],
            cwd=draft.root,
            check=False,
            capture_output=True,
        )

        assert -signal.SIGKILL == done.returncode
        assert not _build(draft.root, output).whole
        assert [] == _different(_fresh(draft.root), _tree(output))


_KILLED_BUILD = """
import os, signal, sys
output, at = sys.argv[1], int(sys.argv[2])
count = 0

def look(event, arguments):
    global count
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if writes or event in {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}:
        if str(arguments[0]).startswith(output):
            count += 1
            if count == at:
                os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(look)
from closecodes.cli import main
main(["build", "--output", output])
"""


def _moments(start: Start, edits: Edits, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return some of the moments at which a build can be stopped: the first, the last, and others between."""
    draft, output = start.again()
    _edited(draft, edits)
    with monkeypatch.context() as patch:
        disk = Disk(output, patch)
        _build(draft.root, output)
    between = random.Random(disk.count).sample(range(3, disk.count - 1), MOMENTS)  # noqa: S311 - as above
    return [1, 2, *between, disk.count - 1, disk.count]
