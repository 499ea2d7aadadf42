"""Editions: the last good site, whatever is saved, and the same bytes as a build."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from closecodes import inspecting, pipeline
from closecodes.plan import plan_pages
from closecodes.project import Project, find_project
from closecodes.serving.editions import Edition, first_edition, next_edition, settled


Edit = Callable[[Path, str, str], None]

BASE = "http://127.0.0.1:8000/"


@pytest.fixture(name="record")
def _record(project: Project) -> Path:
    """Return the file of a code."""
    return project.content / "families/websocket/1000.yaml"


@pytest.fixture(name="shown")
def _shown(project: Project) -> Callable[[str], None]:
    """Return a function that gives the pages about codes a template that shows the meaning."""

    def shown(text: str = "{{ code.meaning_plain }}") -> None:
        (project.templates / "code.html").write_text(text, encoding="utf-8")

    return shown


def _body(edition: Edition, address: str) -> str:
    made = edition.page(address)
    assert made
    return made.body.decode()


class TestFirstEdition:
    """The site as it is when the server starts."""

    def test_page(self, project: Project) -> None:
        """A page is there, with its file and a digest of its own."""
        edition = first_edition(project, BASE)
        one, other = edition.page("en/1000/"), edition.page("fr/1000/")

        assert one
        assert other
        assert (b"en/1000/ http://127.0.0.1:8000/en/1000/\n", "en/1000/index.html") == (one.body, one.file)
        assert one.found
        assert one.digest != other.digest

    def test_no_page(self, project: Project) -> None:
        """Where there is no page, the one that says so is shown, in the language of the address."""
        made = first_edition(project, BASE).page("fr/4711/")

        assert made
        assert not made.found
        assert "fr/404.html" == made.file

    def test_broken(self, project: Project, record: Path, edit: Edit) -> None:
        """Where a record is wrong from the start, there is no site yet but the problem is known."""
        edit(record, "on_the_wire: true", "on_the_wire: perhaps")

        edition = first_edition(project, BASE)

        assert edition.page("en/1000/") is None
        assert ["wrong-type"] == [problem.rule for problem in edition.problems]

    def test_mended(self, project: Project, record: Path, edit: Edit) -> None:
        """Once it is mended, the site is there."""
        edit(record, "on_the_wire: true", "on_the_wire: perhaps")
        broken = first_edition(project, BASE)
        edit(record, "on_the_wire: perhaps", "on_the_wire: true")

        assert next_edition(broken, [record]).page("en/1000/")


class TestNextEdition:
    """The site after something was saved."""

    def test_saved(self, project: Project, record: Path, edit: Edit, shown: Callable[[], None]) -> None:
        """What was saved is shown."""
        shown()
        edition = first_edition(project, BASE)
        edit(record, "the meaning of", "the sense of")

        assert "the meaning of" in _body(edition, "en/1000/")
        assert "the sense of" in _body(next_edition(edition, [record]), "en/1000/")

    def test_broken(self, project: Project, record: Path, edit: Edit, shown: Callable[[], None]) -> None:
        """While a record is broken, the last good site stays, and the problem is told."""
        shown()
        edition = first_edition(project, BASE)
        edit(record, "the meaning of", "the sense of")
        edit(record, "sent_by: ", "sent_by: nobody at all # ")

        broken = next_edition(edition, [record])

        assert "the meaning of" in _body(broken, "en/1000/")
        assert ["content/families/websocket/1000.yaml"] == [p.place.path for p in broken.problems]

    def test_broken_template(self, project: Project, shown: Callable[[str], None]) -> None:
        """While a template is broken, the last good site stays; the problem names its line."""
        edition = first_edition(project, BASE)
        shown("\n{{ nobody.knows }}\n")
        paths = [project.templates / "code.html"]

        broken = next_edition(edition, paths, ["en/1000/"])

        assert "en/1000/" in _body(broken, "en/1000/")
        (problem,) = broken.problems
        assert ("templates/code.html", 2, "template") == (
            problem.place.path,
            problem.place.line,
            problem.rule,
        )

    def test_still_broken_template(
        self, project: Project, record: Path, edit: Edit, shown: Callable[[str], None]
    ) -> None:
        """A record that is saved meanwhile does not hide what is wrong with the template."""
        edition = first_edition(project, BASE)
        shown("{% if %}")
        broken = next_edition(edition, [project.templates / "code.html"], ["en/1000/"])
        edit(record, "the meaning of", "the sense of")

        still = next_edition(broken, [record], ["en/1000/"])
        shown("{{ code.meaning_plain }}")
        mended = next_edition(still, [project.templates / "code.html"], ["en/1000/"])

        assert ["template"] == [problem.rule for problem in still.problems]
        assert "the sense of" in _body(mended, "en/1000/")
        assert () == mended.problems

    def test_template_while_record_is_broken(
        self, project: Project, record: Path, edit: Edit, shown: Callable[[str], None]
    ) -> None:
        """A template saved while a record was broken is the one that is shown afterwards."""
        edition = first_edition(project, BASE)
        edit(record, "on_the_wire: true", "on_the_wire: perhaps")
        broken = next_edition(edition, [record])
        shown("new {{ code.meaning_plain }}")
        broken = next_edition(broken, [project.templates / "code.html"])
        edit(record, "on_the_wire: perhaps", "on_the_wire: true")

        assert "new " in _body(next_edition(broken, [record]), "en/1000/")

    def test_broken_catalogue(self, project: Project) -> None:
        """While a catalogue is broken, the problem names its line."""
        edition = first_edition(project, BASE)
        path = project.locales / "fr/LC_MESSAGES/messages.po"
        path.write_text(path.read_text(encoding="utf-8") + '\nmsgid "a\n', encoding="utf-8")

        (problem,) = next_edition(edition, [path]).problems

        assert ("locales/fr/LC_MESSAGES/messages.po", "catalogue") == (problem.place.path, problem.rule)
        assert problem.place.line >= len(path.read_text(encoding="utf-8").splitlines())

    def test_language_comes(self, project: Project) -> None:
        """A catalogue that comes brings its language."""
        edition = first_edition(project, BASE)
        path = project.locales / "de/LC_MESSAGES/messages.po"
        path.parent.mkdir(parents=True)
        shutil.copy(project.locales / "fr/LC_MESSAGES/messages.po", path)

        assert "de/1000/" in _body(next_edition(edition, [path]), "de/1000/")

    def test_code_between(self, project: Project, record: Path) -> None:
        """A code that comes between two others is where their comparison leads to next, as in a build."""
        step = "{% part second, rel %}{{ second.step(rel).number }}{% endpart %}"
        (project.templates / "comparison.html").write_text(
            "{% composed first, second %}{% set first, second = comparison.codes %}"
            f"{{% for rel in comparison.steps %}}{step}{{% endfor %}}",
            encoding="utf-8",
        )
        third = record.with_name("1003.yaml")
        third.write_text(record.read_text(encoding="utf-8").replace("1000", "1003"), encoding="utf-8")
        edition = first_edition(project, BASE)
        assert "1003" in _body(edition, "en/compare/1000-vs-1001/")
        between = record.with_name("1002.yaml")
        between.write_text(record.read_text(encoding="utf-8").replace("1000", "1002"), encoding="utf-8")

        after = next_edition(edition, [between])

        assert "1002" in _body(after, "en/compare/1000-vs-1001/")

    def test_folder_goes(self, project: Project) -> None:
        """A folder that goes takes its records with it."""
        edition = first_edition(project, BASE)
        folder = project.content / "comparisons"
        shutil.rmtree(folder)

        after = next_edition(edition, [folder])

        assert () == after.checked.records.comparisons

    def test_folder_comes(self, project: Project) -> None:
        """A folder that comes brings its records."""
        folder = project.content / "comparisons"
        aside = folder.rename(project.root / "aside")
        edition = first_edition(project, BASE)
        aside.rename(folder)

        assert 1 == len(next_edition(edition, [folder]).checked.records.comparisons)

    def test_passing_file(self, project: Project) -> None:
        """A file of an editor that came and went again changes nothing."""
        edition = first_edition(project, BASE)

        after = next_edition(edition, [project.content / "families/websocket/4913"])

        assert edition.checked.records.content == after.checked.records.content


class TestSettled:
    """The site once its files have been compared with each other."""

    def test_lost_reference(
        self, project: Project, record: Path, edit: Edit, shown: Callable[[], None]
    ) -> None:
        """A record that is right by itself, but names what is not there, leaves the last good site in its place."""
        shown()
        before = first_edition(project, BASE)
        edit(record, "the meaning of", "the sense of")
        with record.open("a", encoding="utf-8") as file:
            file.write('see_also: ["4711"]\n')

        after = settled(next_edition(before, [record]), before)

        assert ["unknown-reference"] == [problem.rule for problem in after.problems]
        assert "the meaning of" in _body(after, "en/1000/")

    def test_found_again(self, project: Project) -> None:
        """What other files found wrong before is asked again: the file they missed may be there now."""
        missing = project.content / "families/websocket/1001.yaml"
        text = missing.read_text(encoding="utf-8")
        missing.unlink()
        before = first_edition(project, BASE)
        assert before.page("en/1000/") is None
        missing.write_text(text, encoding="utf-8")

        after = settled(next_edition(before, [missing]), before, ["en/1001/"])

        assert () == after.problems
        assert after.page("en/1001/")

    def test_fault_of_a_template(self, project: Project, shown: Callable[[str], None]) -> None:
        """What is wrong with a template is still wrong afterwards."""
        before = first_edition(project, BASE)
        shown("{{ nobody.knows }}")

        quick = next_edition(before, [project.templates / "code.html"], ["en/1000/"])
        after = settled(quick, before, ["en/1000/"])

        assert ["template"] == [problem.rule for problem in after.problems]
        assert "en/1000/" in _body(after, "en/1000/")


class TestSameBytes:
    """A server shows what a build would publish."""

    @staticmethod
    def _built(project: Project, output: Path) -> Mapping[str, bytes]:
        checked = inspecting.check_project(project, inspecting.load_project(project), strict=False)
        pipeline.build(project, checked, output, base_url=BASE)
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*.html")}

    def test_after_edits(self, family_project: Path, edit: Edit, tmp_path: Path) -> None:
        """After edits of records, a comparison and prose, every page has the bytes that a build gives it."""
        project = find_project(family_project, family_project)
        edition = first_edition(project, BASE)
        content = project.content
        edits = [
            ("families/acme/3001.yaml", "the meaning of", "the sense of"),
            ("families/websocket/1002.yaml", "Nothing needs fixing", "Much needs fixing"),
            ("comparisons/1002-acme-3005.yaml", "leaves it", "leaves"),
            ("pages/about.en.md", "This is", "This was"),
            ("families/acme/family.yaml", "Acme", "Acme & Sons"),
        ]
        for name, old, new in edits:
            edit(content / name, old, new)
            edition = settled(next_edition(edition, [content / name], ["en/1002/"]), edition)
        assert () == edition.problems

        built = self._built(project, tmp_path / "built")

        assert edition.site
        pages = [page for page in plan_pages(edition.site) if page.file.endswith(".html")]
        assert built == {page.file: _body(edition, page.address).encode() for page in pages}
