"""Tests of closecodes.pipeline, on a small project of two codes in two languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import jinja2
import pytest

from closecodes.check import Checked
from closecodes.model.building import build_site
from closecodes.pipeline import build, check_project, load_project
from closecodes.plan import plan_pages
from closecodes.project import Project, find_project
from closecodes.publish import ForeignOutputError
from closecodes.results import Built
from closecodes.search import Indexer, find_indexer


Snapshot = Callable[[Path], Mapping[str, bytes]]
Edit = Callable[[Path, str, str], None]


@pytest.fixture(name="project")
def _project(small_project: Path, tmp_path: Path) -> Project:
    return find_project(small_project, tmp_path / "no-package")


@pytest.fixture(name="checked")
def _checked(project: Project) -> Checked:
    return check_project(project, load_project(project), strict=False)


class TestLoadProject:
    """Tests of load_project."""

    def test_paths(self, project: Project) -> None:
        """Paths of documents are shown from the root of the project."""
        paths = [document.path for document in load_project(project).documents]

        assert "content/families/websocket/1000.yaml" in paths

    def test_elsewhere(self, small_project: Path, project: Project, tmp_path: Path) -> None:
        """Paths of a content folder outside the project are shown from the folder around it."""
        moved = (small_project / "content").rename(tmp_path / "records")

        paths = [document.path for document in load_project(project.with_content(moved)).documents]

        assert "records/site.yaml" in paths

    def test_unreadable(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file that the system refuses to read stops the loading with the system's error."""

        def refuse(path: Path) -> bytes:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "read_bytes", refuse)

        with pytest.raises(PermissionError, match="Permission denied"):
            load_project(project)


class TestCheckProject:
    """Tests of check_project."""

    def test_languages(self, checked: Checked) -> None:
        """The languages of the site are English and those that have a catalogue."""
        assert checked.records.languages == ("en", "fr")

    def test_lenient(self, small_project: Path, project: Project, edit: Edit) -> None:
        """A missing translation is only a warning."""
        edit(small_project / "content/families/websocket/1000.yaml", "    fr: Regardez 1000.\n", "")

        checked = check_project(project, load_project(project), strict=False)

        assert not checked.failed
        assert [p.level for p in checked.problems if p.rule == "missing-translation"] == ["warning"]

    def test_strict(self, small_project: Path, project: Project, edit: Edit) -> None:
        """A missing translation is an error where the check is strict."""
        edit(small_project / "content/families/websocket/1000.yaml", "    fr: Regardez 1000.\n", "")

        checked = check_project(project, load_project(project), strict=True)

        assert checked.failed
        assert [p.level for p in checked.problems if p.rule == "missing-translation"] == ["error"]


class TestBuild:
    """Tests of build."""

    def test_counts(self, project: Project, checked: Checked, tmp_path: Path) -> None:
        """The result counts the files, static ones included, and the pages of each language."""
        built = build(project, checked, tmp_path / "site")

        planned = len(list(plan_pages(build_site(checked.records))))
        assert Built(files=planned + 1, pages={None: 2, "en": 17, "fr": 17}) == built

    def test_pages_only(self, project: Project, checked: Checked, tmp_path: Path) -> None:
        """A build of pages only counts, and makes, nothing else."""
        built = build(project, checked, tmp_path / "site", pages_only=True)

        assert Built(files=37, pages={None: 2, "en": 17, "fr": 17}) == built

    def test_every_page(self, project: Project, checked: Checked, tmp_path: Path, snapshot: Snapshot) -> None:
        """Exactly the planned pages, the static files and the marker are published."""
        build(project, checked, tmp_path / "site")

        planned = {page.file for page in plan_pages(build_site(checked.records))}
        assert planned | {"static/style.css", ".closecodes"} == set(snapshot(tmp_path / "site"))

    def test_progress(self, project: Project, checked: Checked, tmp_path: Path) -> None:
        """The progress is told as pages are done, up to the number of all pages."""
        told: list[tuple[int, int]] = []

        build(project, checked, tmp_path / "site", progress=lambda done, total: told.append((done, total)))

        assert sorted(told) == told
        planned = len(list(plan_pages(build_site(checked.records))))
        assert (planned, planned) == told[-1]
        assert {planned} == {total for _, total in told}
        assert len(told) > 1

    def test_base_url_of_site(self, project: Project, checked: Checked, tmp_path: Path) -> None:
        """Absolute addresses begin with the base address that the content names."""
        build(project, checked, tmp_path / "site")

        assert (
            tmp_path / "site/en/1000/index.html"
        ).read_bytes() == b"en/1000/ https://small.example/en/1000/\n"

    def test_base_url_given(self, project: Project, checked: Checked, tmp_path: Path) -> None:
        """A base address that is given replaces the one of the content."""
        build(project, checked, tmp_path / "site", base_url="https://other.example/codes/")

        page = (tmp_path / "site/fr/1001/index.html").read_bytes()
        assert page == b"fr/1001/ https://other.example/codes/fr/1001/\n"

    def test_foreign_output(self, project: Project, checked: Checked, tmp_path: Path) -> None:
        """A folder that holds somebody's files is refused."""
        (tmp_path / "site").mkdir()
        (tmp_path / "site/thesis.txt").write_bytes(b"years of work")

        with pytest.raises(ForeignOutputError):
            build(project, checked, tmp_path / "site")

    def test_broken_template(
        self, small_project: Path, project: Project, checked: Checked, tmp_path: Path, snapshot: Snapshot
    ) -> None:
        """A template that fails half-way leaves the previous site as it was."""
        build(project, checked, tmp_path / "site")
        before = snapshot(tmp_path / "site")
        (small_project / "templates/comparison.html").write_text("{{ no_such_thing }}", encoding="utf-8")

        with pytest.raises(jinja2.UndefinedError, match="no_such_thing"):
            build(project, checked, tmp_path / "site")

        assert before == snapshot(tmp_path / "site")


class TestWords:
    """Tests of the index of words in a build."""

    @pytest.fixture(name="indexer")
    def _indexer(self) -> Indexer:
        indexer = find_indexer()
        if indexer is None:
            pytest.skip("no Pagefind here: pip install 'pagefind[bin]'")
        return indexer

    @pytest.fixture(name="project")
    def _project(self, family_project: Path, tmp_path: Path) -> Project:
        """Return a project of which an edit changes less than half."""
        return find_project(family_project, tmp_path / "no-package")

    def test_build(self, project: Project, checked: Checked, indexer: Indexer, tmp_path: Path) -> None:
        """A build with an indexer has an index of each language; one without has none."""
        build(project, checked, tmp_path / "with", indexer=indexer)
        build(project, checked, tmp_path / "without")

        entries = sorted(
            path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("pagefind-entry.json")
        )
        assert ["with/en/pagefind/pagefind-entry.json", "with/fr/pagefind/pagefind-entry.json"] == entries

    def test_incremental(
        self, project: Project, indexer: Indexer, tmp_path: Path, edit: Edit, snapshot: Snapshot
    ) -> None:
        """After a change of words, the index is that of a build from nothing."""
        build(
            project,
            check_project(project, load_project(project), strict=False),
            tmp_path / "a",
            indexer=indexer,
        )
        edit(project.content / "families/websocket/1000.yaml", "le sens de 1000", "le nouveau sens de 1000")
        changed = check_project(project, load_project(project), strict=False)

        again = build(project, changed, tmp_path / "a", indexer=indexer)
        build(project, changed, tmp_path / "b", indexer=indexer)

        assert not again.whole
        assert snapshot(tmp_path / "b") == snapshot(tmp_path / "a")

    def test_removed_indexer(
        self, project: Project, checked: Checked, indexer: Indexer, tmp_path: Path, snapshot: Snapshot
    ) -> None:
        """Where the indexer is gone, the next build takes the index out and leaves the pages alone."""
        build(project, checked, tmp_path / "a", indexer=indexer)

        again = build(project, checked, tmp_path / "a")
        build(project, checked, tmp_path / "b")

        assert not again.whole
        assert snapshot(tmp_path / "b") == snapshot(tmp_path / "a")
