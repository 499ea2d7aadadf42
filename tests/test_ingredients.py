"""Tests of closecodes.ingredients: each change of a project changes the digests that it should, and no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from closecodes import ingredients
from closecodes.ingredients import codes_of, digest_of, is_partial, manifest_of
from closecodes.manifest import Manifest, Structure
from closecodes.pipeline import check_project, load_project, workshop_of
from closecodes.project import find_project


Edit = Callable[[Path, str, str], None]

_RECORD = "content/families/websocket/1000.yaml"


def _manifest(root: Path, base_url: str = "https://small.example/") -> Manifest:
    project = find_project(root, root / "no-package")
    checked = check_project(project, load_project(project), strict=False)
    assert not checked.failed
    return manifest_of(
        project, checked.records, workshop_of(project, checked, pages_only=True).site, base_url
    )


def _changed(one: Manifest, other: Manifest) -> set[str]:
    before, after = one.ingredients, other.ingredients
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


class TestManifestOf:
    """Tests of manifest_of."""

    def test_names(self, small_project: Path) -> None:
        """Everything that a site is made from has a name."""
        assert {
            "base_url",
            "extras",
            "program",
            "templates",
            "locales",
            "content/site.yaml",
            "content/libraries.yaml",
            "listed/content/ranges.yaml",
            "listed/content/pages/about.en.md",
            "listed/content/pages/about.fr.md",
            "content/families/websocket/family.yaml",
            "code/1000",
            "code/1001",
            "brief/1000",
            "brief/1001",
            "comparison/1000 1001",
            "static/style.css",
        } == set(_manifest(small_project).ingredients)

    def test_families(self, family_project: Path) -> None:
        """Codes of other families are named by their ids."""
        names = _manifest(family_project).ingredients

        assert {
            "content/families/acme/family.yaml",
            "code/acme-3000",
            "brief/acme-3000",
            "comparison/1002 acme-3005",
        } <= set(names)

    def test_deterministic(self, small_project: Path) -> None:
        """The same project has the same manifest."""
        assert _manifest(small_project) == _manifest(small_project)

    @pytest.mark.parametrize(
        ("name", "old", "new", "expected"),
        [
            (_RECORD, "the meaning of 1000", "the sense of 1000", {"code/1000"}),
            (_RECORD, "# A comment between two texts.", "# Another", {"code/1000"}),
            (_RECORD, "Number 1000", "No. 1000", {"code/1000", "brief/1000"}),
            (_RECORD, "Numéro 1000", "N° 1000", {"code/1000", "brief/1000"}),
            (
                "content/families/websocket/family.yaml",
                "the registry",
                "a registry",
                {"content/families/websocket/family.yaml"},
            ),
            ("content/comparisons/1000-1001.yaml", "Stay calm.", "Stay.", {"comparison/1000 1001"}),
            ("content/ranges.yaml", "ranges: []", "ranges:  []", {"listed/content/ranges.yaml"}),
            ("content/pages/about.fr.md", "petit", "grand", {"listed/content/pages/about.fr.md"}),
            ("content/libraries.yaml", "[]", " []", {"content/libraries.yaml"}),
            ("content/site.yaml", "name: small", "name: tiny", {"content/site.yaml"}),
            ("templates/code.html", "canonical", "base_url", {"templates"}),
            ("static/style.css", "0", "1", {"static/style.css"}),
            ("locales/fr/LC_MESSAGES/messages.po", "Corriger", "Réparer", {"locales"}),
        ],
    )
    def test_edited(  # noqa: PLR0913, PLR0917 - an edit and what it changes
        self, name: str, old: str, new: str, expected: set[str], small_project: Path, edit: Edit
    ) -> None:
        """An edit changes the digest of what was edited, and no other."""
        before = _manifest(small_project)

        edit(small_project / name, old, new)

        assert expected == _changed(before, _manifest(small_project))

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("templates/code.html", "templates/older/code.html", {"templates"}),
            ("static/style.css", "static/css/style.css", {"static/style.css", "static/css/style.css"}),
            (
                "content/pages/about.fr.md",
                "content/pages/history.en.md",
                {"listed/content/pages/about.fr.md", "listed/content/pages/history.en.md"},
            ),
            ("content/comparisons/1000-1001.yaml", "1000-1001.yaml", {"comparison/1000 1001"}),
        ],
    )
    def test_moved(self, old: str, new: str, expected: set[str], small_project: Path) -> None:
        """A file that is moved is another."""
        before = _manifest(small_project)

        (small_project / new).parent.mkdir(exist_ok=True)
        (small_project / old).rename(small_project / new)

        assert expected == _changed(before, _manifest(small_project))

    def test_content_elsewhere(self, small_project: Path, tmp_path: Path) -> None:
        """Records of another content folder are others, since pages link to their places."""
        before = _manifest(small_project)
        project = find_project(small_project, tmp_path)
        (small_project / "content").rename(tmp_path / "records")
        moved = project.with_content(tmp_path / "records")
        checked = check_project(moved, load_project(moved), strict=False)
        after = manifest_of(
            moved, checked.records, workshop_of(moved, checked).site, "https://small.example/"
        )

        assert {"code/1000", "code/1001", "content/families/websocket/family.yaml"} <= _changed(before, after)
        assert not {"templates", "brief/1000"} & _changed(before, after)

    def test_base_url(self, small_project: Path) -> None:
        """The address of the site is an ingredient."""
        one, other = _manifest(small_project), _manifest(small_project, "https://other.example/")

        assert {"base_url"} == _changed(one, other)

    def test_program(self, small_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The program is an ingredient: its sources, not what Python keeps of them."""
        (tmp_path / "program").mkdir()
        monkeypatch.setattr(ingredients, "_PACKAGE", tmp_path / "program")
        before = _manifest(small_project)

        (tmp_path / "program/render.pyc").write_bytes(b"")
        assert set() == _changed(before, _manifest(small_project))
        (tmp_path / "program/render.py").write_bytes(b"")
        assert {"program"} == _changed(before, _manifest(small_project))

    def test_other_files(self, small_project: Path) -> None:
        """What no build reads is no ingredient."""
        before = _manifest(small_project)

        (small_project / "README.md").write_bytes(b"Read me")
        (small_project / "locales/fr/LC_MESSAGES/messages.mo").write_bytes(b"compiled")

        assert before == _manifest(small_project)

    def test_structure(self, small_project: Path) -> None:
        """The structure names languages, codes, pages and static files."""
        assert (
            Structure(
                languages=("en", "fr"),
                codes={"websocket": ("1000", "1001")},
                others=(
                    "",
                    "find/",
                    "find.json",
                    "explanations.json",
                    "compare/",
                    "ranges/",
                    "retry/",
                    "constants/",
                    "translation/",
                    "translation.json",
                    "about/",
                    "404.html",
                    "websocket/",
                ),
                common=("", "404.html"),
                static=("style.css",),
            )
            == _manifest(small_project).structure
        )

    def test_pairs_across(self, family_project: Path) -> None:
        """The structure names the pairs of codes of different families."""
        across = _manifest(family_project).structure.across

        assert {("3000", "acme-3000"), ("1001", "acme-3003"), ("1002", "acme-3005")} == set(across)

    def test_digests(self, small_project: Path) -> None:
        """All digests are short, and the address of the site is what it is."""
        found: Mapping[str, str] = _manifest(small_project).ingredients

        assert found["base_url"] == "https://small.example/"
        assert {16} == {len(digest) for name, digest in found.items() if name != "base_url"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("code/1000", True),
        ("brief/1000", True),
        ("content/families/acme/family.yaml", False),
        ("comparison/1000 1001", True),
        ("listed/content/ranges.yaml", True),
        ("static/style.css", True),
        ("base_url", False),
        ("program", False),
        ("templates", False),
        ("locales", False),
        ("content/site.yaml", False),
        ("content/libraries.yaml", False),
    ],
)
def test_is_partial(name: str, *, expected: bool) -> None:
    """What is about one code, family, pair or list concerns some pages; all else, every page."""
    assert expected is is_partial(name)


def test_digest_of() -> None:
    """A digest is the beginning of the SHA-256 of the text as UTF-8."""
    assert digest_of("") == "e3b0c44298fc1c14"
    assert digest_of("é") == "4a99557e4033c353"


class TestCodesOf:
    """Tests of codes_of."""

    def test_own_record(self, family_project: Path) -> None:
        """What a page shows of a code is another where its record is."""
        before = codes_of(_manifest(family_project))
        path = family_project / "content/families/acme/3001.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        after = codes_of(_manifest(family_project))

        assert {"acme-3001"} == {id_ for id_ in after if before[id_] != after[id_]}

    def test_beside(self, family_project: Path) -> None:
        """It is another too where a code beside it has gone."""
        before = codes_of(_manifest(family_project))
        (family_project / "content/families/acme/3002.yaml").unlink()
        after = codes_of(_manifest(family_project))

        assert {"acme-3001", "acme-3003"} == {id_ for id_ in after if before[id_] != after[id_]}
