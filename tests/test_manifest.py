"""Tests of closecodes.manifest: what is trusted of a site that was published before, and what is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.manifest import (
    MARKER,
    Manifest,
    Structure,
    manifest_from,
    manifest_text,
    read_manifest,
    write_manifest,
)


_MANIFEST = Manifest(
    {"code/1000": "0123", "base_url": "https://é.example/"},
    Structure(
        languages=("en", "fr"),
        codes={"acme": ("acme-3000",), "websocket": ("1000", "1001")},
        across=(("1000", "acme-3000"),),
        others=("", "compare/", "404.html", "acme/"),
        static=("style.css", "icons/icon.svg"),
    ),
)

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/."), min_size=1, max_size=8)
IDS = st.from_regex(r"([a-z0-9]+(-[a-z0-9]+)*-)?[0-9]{4}", fullmatch=True)
LISTS = st.lists(NAMES, max_size=3).map(tuple)
STRUCTURES = st.builds(
    Structure,
    languages=LISTS,
    codes=st.dictionaries(NAMES, st.lists(IDS, max_size=3).map(tuple), max_size=3),
    across=st.lists(st.tuples(IDS, IDS), max_size=3).map(tuple),
    others=LISTS,
    static=LISTS,
)
MANIFESTS = st.builds(Manifest, ingredients=st.dictionaries(NAMES, NAMES, max_size=3), structure=STRUCTURES)


class TestRoundTrip:
    """Tests of manifests that are written and read."""

    @given(manifest=MANIFESTS)
    @settings(deadline=None)
    def test_text(self, manifest: Manifest) -> None:
        """A manifest read from its text is the same."""
        assert manifest == manifest_from(manifest_text(manifest))

    def test_file(self, tmp_path: Path) -> None:
        """A manifest kept in a folder is found there, and nothing else is left."""
        write_manifest(tmp_path, _MANIFEST)

        assert _MANIFEST == read_manifest(tmp_path)
        assert [MARKER] == [path.name for path in tmp_path.iterdir()]

    def test_replaced(self, tmp_path: Path) -> None:
        """A manifest takes the place of the one before."""
        write_manifest(tmp_path, Manifest({}, Structure()))
        write_manifest(tmp_path, _MANIFEST)

        assert _MANIFEST == read_manifest(tmp_path)

    def test_whole_at_any_moment(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A write that is stopped leaves the manifest before."""
        write_manifest(tmp_path, _MANIFEST)

        def stop(_path: Path, _target: Path) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(Path, "replace", stop)

        with pytest.raises(KeyboardInterrupt):
            write_manifest(tmp_path, Manifest({}, Structure()))
        assert _MANIFEST == read_manifest(tmp_path)

    def test_order(self) -> None:
        """Ingredients are written in the order of their names, however they were found."""
        turned = Manifest(dict(reversed(list(_MANIFEST.ingredients.items()))), _MANIFEST.structure)

        assert manifest_text(_MANIFEST) == manifest_text(turned)


def _with(**changes: Any) -> Callable[[dict[str, Any]], object]:
    return lambda data: data | changes


def _with_structure(**changes: Any) -> Callable[[dict[str, Any]], object]:
    return lambda data: data | {"structure": data["structure"] | changes}


def _without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda data: {key: value for key, value in data.items() if key != name}


class TestDistrusted:
    """Tests of texts that are no manifest of this program."""

    @pytest.mark.parametrize(
        "text", ["", "{", "[]", "null", "1", '"text"', "{}", "made by another program\n", '{"format": 1']
    )
    def test_no_manifest(self, text: str) -> None:
        """What is not the text of a manifest is none."""
        assert manifest_from(text) is None

    @pytest.mark.parametrize(
        "change",
        [
            _with(format=0),
            _with(format=2),
            _with(format="1"),
            _without("format"),
            _without("structure"),
            _without("ingredients"),
            _with(ingredients=["code/1000"]),
            _with(ingredients={"code/1000": 5}),
            _with(ingredients=None),
            _with(structure=None),
            _with(structure={}),
            _with_structure(languages=None),
            _with_structure(languages=[1]),
            _with_structure(codes=["1000"]),
            _with_structure(codes={"websocket": [1000]}),
            _with_structure(across=[["1000"]]),
            _with_structure(across=[["1000", "1001", "1002"]]),
            _with_structure(across=[["1000", 1001]]),
            _with_structure(others=[None]),
            _with_structure(static=[["style.css"]]),
        ],
    )
    def test_damaged(self, change: Callable[[dict[str, Any]], object]) -> None:
        """A manifest of another format, or with something else than it should have, is none."""
        data = json.loads(manifest_text(_MANIFEST))

        assert manifest_from(json.dumps(data)) is not None
        assert manifest_from(json.dumps(change(data))) is None

    @pytest.mark.parametrize(
        "name", ["/etc/passwd", "..", "../other-site/index.html", "en/../../index.html", "a/..", "/"]
    )
    @pytest.mark.parametrize("field", ["languages", "others", "static"])
    def test_outside(self, field: str, name: str) -> None:
        """A manifest that names files outside of its folder is none: they would be deleted."""
        data = json.loads(manifest_text(_MANIFEST))

        assert manifest_from(json.dumps(_with_structure(**{field: [name]})(data))) is None

    @pytest.mark.parametrize("id_", ["../1000", "/1000", "..", "..-1000", "acme/../..-1000"])
    def test_code_outside(self, id_: str) -> None:
        """Neither may the ids of codes and pairs lead out of the folder."""
        data = json.loads(manifest_text(_MANIFEST))

        assert manifest_from(json.dumps(_with_structure(codes={"acme": [id_]})(data))) is None
        assert manifest_from(json.dumps(_with_structure(across=[["1000", id_]])(data))) is None

    @pytest.mark.parametrize("id_", ["", "one", "acme-", "acme-one"])
    def test_no_id(self, id_: str) -> None:
        """A manifest whose codes have no number is none."""
        data = json.loads(manifest_text(_MANIFEST))

        assert manifest_from(json.dumps(_with_structure(codes={"acme": [id_]})(data))) is None

    @pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"\x00"])
    def test_file(self, data: bytes, tmp_path: Path) -> None:
        """A file that is not text is no manifest."""
        (tmp_path / MARKER).write_bytes(data)

        assert read_manifest(tmp_path) is None

    def test_no_file(self, tmp_path: Path) -> None:
        """Where there is no file, there is no manifest."""
        assert read_manifest(tmp_path) is None
        assert read_manifest(tmp_path / "nowhere") is None

    def test_folder(self, tmp_path: Path) -> None:
        """A folder of that name is no manifest."""
        (tmp_path / MARKER).mkdir()

        assert read_manifest(tmp_path) is None


class TestWithout:
    """Tests of the manifest of a site that is being changed."""

    def test_changed_ingredients(self) -> None:
        """What is being replaced, or is new, is like no ingredient that a later build can have."""
        between = _MANIFEST.without({"code/1000", "code/1002"}, Structure())

        assert _MANIFEST.ingredients["base_url"] == between.ingredients["base_url"]
        for name in ("code/1000", "code/1002"):
            assert between.ingredients.get(name) not in {None, _MANIFEST.ingredients.get(name)}

    @given(one=STRUCTURES, other=STRUCTURES)
    @settings(deadline=None)
    def test_structures(self, one: Structure, other: Structure) -> None:
        """The site may have the addresses of before and those of after."""
        both = one | other

        for name in ("languages", "across", "others", "static"):
            assert {*getattr(one, name), *getattr(other, name)} == set(getattr(both, name))
        assert {*one.codes, *other.codes} == set(both.codes)
        for family, ids in both.codes.items():
            assert {*one.codes.get(family, ()), *other.codes.get(family, ())} == set(ids)

    def test_no_repetition(self) -> None:
        """A structure joined with itself is itself."""
        assert _MANIFEST.structure == _MANIFEST.structure | _MANIFEST.structure

    def test_structure_of_both(self) -> None:
        """The manifest of a site that is being changed has the structures of both sites."""
        between = _MANIFEST.without(set(), Structure(others=("new/",)))

        assert ("", "compare/", "404.html", "acme/", "new/") == between.structure.others
