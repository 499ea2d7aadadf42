"""Tests of closecodes.changes: which pages an edit asks for, in which order, and what is gone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from closecodes.changes import Changes, changes_between, gone_between
from closecodes.ingredients import manifest_of
from closecodes.manifest import Manifest, Structure
from closecodes.model import Site
from closecodes.pipeline import check_project, load_project, workshop_of
from closecodes.plan import PageKind, plan_pages
from closecodes.project import find_project


Edit = Callable[[Path, str, str], None]

_WEBSOCKET = {"1000/", "1001/", "1002/", "1003/", "1007/", "1008/", "3000/"}
_ALWAYS = {
    "",
    "translation/",
    "translation.json",
    "404.html",
    "find/",
    "find.json",
    "explanations.json",
    "compare/",
    "ranges/",
    "retry/",
    "constants/",
    "about/",
}


@dataclass(frozen=True)
class State:
    """A project at one moment."""

    manifest: Manifest
    site: Site

    @classmethod
    def of(cls, root: Path, *, pages_only: bool = True) -> State:
        """Return what a project is now, perhaps with what is made beside its pages."""
        project = find_project(root, root / "no-package")
        checked = check_project(project, load_project(project), strict=False)
        assert not checked.failed
        workshop = workshop_of(project, checked, pages_only=pages_only)
        return cls(manifest_of(project, checked.records, workshop.site, workshop.base_url), workshop.site)

    def changes_to(self, after: State) -> Changes:
        """Return what makes another state of this one; it must not be everything."""
        changes = changes_between(self.manifest, after.manifest, after.site)
        assert changes is not None
        return changes


@pytest.fixture(name="before")
def _before(family_project: Path) -> State:
    return State.of(family_project)


def _records(root: Path) -> Path:
    return root / "content/families"


def _edited(path: Path, **fields: object) -> None:
    """Give other fields to a record, or another code's record."""
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **fields}), encoding="utf-8")


def _slugs(changes: Changes, *kinds: PageKind) -> set[str]:
    return {page.slug for page in changes.pages if page.kind in kinds}


def _code_slugs(changes: Changes) -> set[str]:
    return _slugs(changes, PageKind.CODE)


def _pair_slugs(changes: Changes) -> set[str]:
    return {slug.removeprefix("compare/") for slug in _slugs(changes, PageKind.COMPARISON)}


def _pairs_with(id_: str, *others: str) -> set[str]:
    """Return the slugs of the pairs of a code with ``others``, in page order."""
    return {f"{min(id_, other)}-vs-{max(id_, other)}/" for other in others}


def _turned(slug: str) -> str:
    first, _, second = slug.rstrip("/").partition("-vs-")
    return f"{second}-vs-{first}/"


_ACME = [f"acme-{number}" for number in range(3000, 3006)]


class TestEverything:
    """Tests of changes that concern every page."""

    @pytest.mark.parametrize(
        ("name", "old", "new"),
        [
            ("templates/chooser.html", "english", "english "),
            ("locales/fr/LC_MESSAGES/messages.po", "Comparer", "Confronter"),
            ("content/site.yaml", "A small site", "A tiny site"),
            ("content/site.yaml", "https://small.example/", "https://other.example/"),
            ("content/libraries.yaml", "[]", " []"),
        ],
    )
    def test_common(self, name: str, old: str, new: str, family_project: Path, edit: Edit) -> None:
        """What every page is made from asks for every page."""
        before = State.of(family_project)

        edit(family_project / name, old, new)

        after = State.of(family_project)
        assert changes_between(before.manifest, after.manifest, after.site) is None

    def test_languages(self, before: State) -> None:
        """Other languages ask for every page, whatever the ingredients say."""
        old = replace(before.manifest, structure=replace(before.manifest.structure, languages=("en",)))

        assert changes_between(old, before.manifest, before.site) is None

    def test_nothing_known(self, before: State) -> None:
        """If nothing is known of the old site, every page is made."""
        assert changes_between(Manifest({}, Structure()), before.manifest, before.site) is None

    @pytest.mark.parametrize(
        ("old", "new"),
        [(("icons",), ("icons/icon.svg",)), (("icons/icon.svg",), ("icons",)), (("a/b/c",), ("a",))],
    )
    def test_file_for_folder(self, old: tuple[str, ...], new: tuple[str, ...], before: State) -> None:
        """A static file that takes the place of a folder, or the other way round, asks for a new site."""
        one, other = (
            Manifest(
                {**before.manifest.ingredients, **{f"static/{name}": "0" for name in names}},
                replace(before.manifest.structure, static=names),
            )
            for names in (old, new)
        )

        assert changes_between(one, other, before.site) is None


class TestPages:
    """Tests of which pages a change asks for."""

    def test_nothing(self, before: State) -> None:
        """Without a change there is nothing to do."""
        assert before.changes_to(before) == Changes(frozenset(), (), (), ())

    def test_languages_alike(self, before: State, family_project: Path) -> None:
        """A change asks for the same pages in each language, and for those of every language."""
        _edited(_records(family_project) / "acme/3002.yaml", see_also=["1007"])

        pages = before.changes_to(State.of(family_project)).pages

        by_language = {
            language: {page.slug for page in pages if page.language == language}
            for language in (None, "en", "fr")
        }
        assert by_language["en"] == by_language["fr"]
        assert {"", "404.html"} == by_language[None]

    def test_each_page_once(self, before: State, family_project: Path) -> None:
        """No page is asked for twice, however many changes concern it."""
        _edited(_records(family_project) / "acme/3003.yaml", name={"en": "Other"}, see_also=["1001", "1002"])
        (family_project / "content/comparisons/1002-acme-3005.yaml").unlink()

        pages = before.changes_to(State.of(family_project)).pages

        files = [page.file for page in pages]
        assert sorted(set(files)) == sorted(files)

    def test_planned(self, before: State, family_project: Path, code_record: Callable[..., str]) -> None:
        """Every page that is asked for is one of the plan, with the same subject."""
        (_records(family_project) / "acme/3010.yaml").write_text(code_record(3010), encoding="utf-8")
        after = State.of(family_project)

        plan = {page.file: page for page in plan_pages(after.site)}
        asked = before.changes_to(after).pages
        assert [plan[page.file] for page in asked] == list(asked)

    def test_reworded(self, before: State, family_project: Path) -> None:
        """A text of a code is shown on its page, on its comparisons and on lists."""
        record = _records(family_project) / "websocket/1002.yaml"
        _edited(record, facts={**json.loads(record.read_text(encoding="utf-8"))["facts"], "fault": "sender"})

        changes = before.changes_to(State.of(family_project))

        pairs = _pairs_with("1002", "1000", "1001", "1003", "1007", "1008", "3000", "acme-3005")
        assert {"1002/"} == _code_slugs(changes)
        assert pairs == _pair_slugs(changes)
        assert {"websocket/"} == _slugs(changes, PageKind.FAMILY)
        assert {"code/1002"} == changes.ingredients

    def test_other_orders(self, before: State, family_project: Path) -> None:
        """The pages that forward to a comparison are made with it."""
        _edited(_records(family_project) / "websocket/1002.yaml", name={"en": "Other"})

        changes = before.changes_to(State.of(family_project))

        forwards = {slug.removeprefix("compare/") for slug in _slugs(changes, PageKind.FORWARD)}
        assert {_turned(slug) for slug in _pair_slugs(changes)} == forwards

    def test_renamed(self, family_project: Path) -> None:
        """The name of a code is shown on the pages of its family, and of those that name it."""
        _edited(_records(family_project) / "acme/3001.yaml", see_also=["1002"])
        before = State.of(family_project)
        _edited(_records(family_project) / "websocket/1002.yaml", name={"en": "Other"})

        changes = before.changes_to(State.of(family_project))

        assert {*_WEBSOCKET, "acme/3001/"} == _code_slugs(changes)
        assert "compare/1003-vs-1007/" not in {page.slug for page in changes.pages}

    def test_lists(self, before: State, family_project: Path) -> None:
        """The lists of a language are made anew, all of them where a code leads to another."""
        _edited(_records(family_project) / "acme/3002.yaml", see_also=["1007"])

        pages = before.changes_to(State.of(family_project)).pages

        assert {page.slug for page in pages} >= _ALWAYS

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"causes": [{"en": "a cause"}]}, set()),
            ({"name": {"en": "Other"}}, {"about/", "compare/", "ranges/"}),
        ],
    )
    def test_lists_of_names(
        self, before: State, family_project: Path, fields: dict[str, object], expected: set[str]
    ) -> None:
        """A page that says no more of codes than their names is made anew where one has another name."""
        _edited(_records(family_project) / "acme/3002.yaml", **fields)

        changes = before.changes_to(State.of(family_project))

        texts = (PageKind.PROSE, PageKind.GUIDE, PageKind.ERRORS, PageKind.GLOSSARY)
        assert expected == _slugs(changes, *texts, PageKind.COMPARE_INDEX, PageKind.RANGES)

    def test_new_code(self, before: State, family_project: Path, code_record: Callable[..., str]) -> None:
        """A new code has pages of its own, and is listed on those of its family."""
        (_records(family_project) / "acme/3010.yaml").write_text(code_record(3010), encoding="utf-8")

        changes = before.changes_to(State.of(family_project))

        assert {"acme/3010/", *(f"acme/{number}/" for number in range(3000, 3006))} == _code_slugs(changes)
        led_on = _pairs_with("acme-3005", *_ACME[:-1])
        assert _pairs_with("acme-3010", *_ACME) | led_on == _pair_slugs(changes)
        assert {"acme/"} == _slugs(changes, PageKind.FAMILY)
        assert () == changes.gone

    def test_new_namesake(self, before: State, family_project: Path, code_record: Callable[..., str]) -> None:
        """A new code that has the number of another is compared with it."""
        (_records(family_project) / "websocket/3001.yaml").write_text(code_record(3001), encoding="utf-8")

        changes = before.changes_to(State.of(family_project))

        others = ("1000", "1001", "1002", "1003", "1007", "1008")
        led_on = _pairs_with("3000", *others)
        assert {*_pairs_with("3001", *others, "3000"), *led_on, "3001-vs-acme-3001/"} == _pair_slugs(changes)

    def test_code_between(self, before: State, family_project: Path) -> None:
        """What stood before and after a code that goes leads past it; other comparisons stay."""
        (_records(family_project) / "acme/3003.yaml").unlink()

        changes = before.changes_to(State.of(family_project))

        pairs = {slug for slug in _pair_slugs(changes) if slug.startswith("acme-")}
        before_it = _pairs_with("acme-3002", "acme-3000", "acme-3001")
        assert before_it | _pairs_with("acme-3004", "acme-3000", "acme-3001", "acme-3002") == pairs

    def test_lost_code(self, before: State, family_project: Path) -> None:
        """The pages about a code that is gone are deleted, and its family made anew."""
        (_records(family_project) / "acme/3000.yaml").unlink()

        changes = before.changes_to(State.of(family_project))

        gone = {"acme/3000", "compare/3000-vs-acme-3000", "compare/acme-3000-vs-3000"}
        for number in range(3001, 3006):
            gone |= {f"compare/acme-3000-vs-acme-{number}", f"compare/acme-{number}-vs-acme-3000"}
        expected = {f"{language}/{slug}/index.html" for language in ("en", "fr") for slug in gone}
        assert expected == set(changes.gone)
        assert len(expected) == len(changes.gone)
        namesake = "3000/"
        assert {namesake, *(f"acme/{number}/" for number in range(3001, 3006))} == _code_slugs(changes)
        assert set() == _pair_slugs(changes)

    def test_new_see_also(self, before: State, family_project: Path) -> None:
        """A code that names one of another family is compared with it."""
        _edited(_records(family_project) / "acme/3002.yaml", see_also=["1007"])

        changes = before.changes_to(State.of(family_project))

        assert "1007-vs-acme-3002/" in _pair_slugs(changes)
        assert {"acme/3002/"} == _code_slugs(changes)

    def test_lost_see_also(self, before: State, family_project: Path) -> None:
        """A comparison that nobody asks for any more is deleted."""
        _edited(_records(family_project) / "acme/3003.yaml", see_also=[])

        changes = before.changes_to(State.of(family_project))

        slugs = ("compare/1001-vs-acme-3003", "compare/acme-3003-vs-1001")
        assert [f"{tag}/{slug}/index.html" for tag in ("en", "fr") for slug in slugs] == list(changes.gone)

    @pytest.mark.parametrize(
        ("name", "codes", "expected"),
        [
            ("1007-1008", ["1007", "1008"], "1007-vs-1008/"),
            ("1007-acme-3004", ["1007", "acme-3004"], "1007-vs-acme-3004/"),
        ],
    )
    def test_new_comparison(
        self, name: str, codes: list[str], expected: str, before: State, family_project: Path
    ) -> None:
        """What somebody writes about a pair asks for the page about the pair, and for the lists."""
        record = json.loads(
            (family_project / "content/comparisons/1002-acme-3005.yaml").read_text(encoding="utf-8")
        )
        path = family_project / f"content/comparisons/{name}.yaml"
        path.write_text(json.dumps({**record, "codes": codes}), encoding="utf-8")

        changes = before.changes_to(State.of(family_project))

        assert {expected} == _pair_slugs(changes)
        assert set() == _code_slugs(changes)
        (pair, *_) = (page.subject for page in changes.pages if page.kind is PageKind.COMPARISON)
        assert getattr(pair, "authored", None) is not None

    def test_lost_comparison(self, before: State, family_project: Path) -> None:
        """A pair about which nobody writes any more keeps its page, without what was written."""
        (family_project / "content/comparisons/1000-1001.yaml").unlink()

        changes = before.changes_to(State.of(family_project))

        assert {"1000-vs-1001/"} == _pair_slugs(changes)
        (pair, *_) = (page.subject for page in changes.pages if page.kind is PageKind.COMPARISON)
        assert getattr(pair, "authored", "missing") is None
        assert () == changes.gone

    def test_lost_comparison_across(self, before: State, family_project: Path) -> None:
        """A pair of different families that only a comparison named has no page without it."""
        (family_project / "content/comparisons/1002-acme-3005.yaml").unlink()

        changes = before.changes_to(State.of(family_project))

        assert set() == _pair_slugs(changes)
        assert "en/compare/1002-vs-acme-3005/index.html" in changes.gone

    def test_family(self, before: State, family_project: Path, edit: Edit) -> None:
        """What is said of a family is shown far beyond it, so that every page is made."""
        edit(_records(family_project) / "websocket/family.yaml", "the registry", "a registry")
        after = State.of(family_project)

        assert changes_between(before.manifest, after.manifest, after.site) is None

    def test_lost_family(self, before: State, family_project: Path) -> None:
        """A family that is gone asks for every page, and all its addresses are gone."""
        shutil.rmtree(_records(family_project) / "acme")
        (family_project / "content/comparisons/1002-acme-3005.yaml").unlink()
        after = State.of(family_project)

        assert changes_between(before.manifest, after.manifest, after.site) is None
        assert "en/acme/index.html" in gone_between(before.manifest.structure, after.manifest.structure)

    @pytest.mark.parametrize("name", ["ranges.yaml", "pages/about.en.md", "pages/about.fr.md"])
    def test_listed(self, name: str, before: State, family_project: Path) -> None:
        """Prose and ranges ask for the lists only."""
        with (family_project / "content" / name).open("a", encoding="utf-8") as file:
            file.write("\n")

        changes = before.changes_to(State.of(family_project))

        assert _ALWAYS == {page.slug for page in changes.pages}
        assert () == changes.gone

    def test_prose_in_and_out(self, before: State, family_project: Path) -> None:
        """Prose of another name is another page."""
        for language in ("en", "fr"):
            about = family_project / f"content/pages/about.{language}.md"
            about.rename(about.with_name(f"history.{language}.md"))

        changes = before.changes_to(State.of(family_project))

        assert ("en/about/index.html", "fr/about/index.html") == changes.gone
        assert {"history/"} == _slugs(changes, PageKind.PROSE)

    def test_static(self, family_project: Path) -> None:
        """Static files are copied where they are new or changed, and deleted where they are gone."""
        (family_project / "static/old.css").write_bytes(b"")
        before = State.of(family_project)
        (family_project / "static/old.css").unlink()
        (family_project / "static/style.css").write_bytes(b"")
        (family_project / "static/new.css").write_bytes(b"")

        changes = before.changes_to(State.of(family_project))

        assert ("new.css", "style.css") == changes.static
        assert ("static/old.css",) == changes.gone
        assert _ALWAYS == {page.slug for page in changes.pages}


class TestOrder:
    """Tests of the order in which pages appear."""

    def test_new_pages_first(
        self, before: State, family_project: Path, code_record: Callable[..., str]
    ) -> None:
        """New pages come before those that link to them, in all languages."""
        (_records(family_project) / "acme/3010.yaml").write_text(code_record(3010), encoding="utf-8")
        known = {page.file for page in plan_pages(before.site)}

        pages = before.changes_to(State.of(family_project)).pages

        ages = [page.file in known for page in pages]
        assert sorted(ages) == ages
        assert {False, True} == set(ages)

    def test_lists_last(self, before: State, family_project: Path) -> None:
        """The pages that lead to all others come last."""
        _edited(_records(family_project) / "acme/3002.yaml", name={"en": "Other"})

        pages = before.changes_to(State.of(family_project)).pages

        inner = {
            *(PageKind.COMPARISON, PageKind.FORWARD, PageKind.CODE),
            *(PageKind.CARD, PageKind.API_CODE),
        }
        outer = [page.kind not in inner for page in pages]
        assert sorted(outer) == outer


class TestStopped:
    """Tests of what must be done after a build that was stopped."""

    @pytest.mark.parametrize(
        ("path", "slug"),
        [
            ("families/acme/3010.yaml", "acme/"),
            ("comparisons/1007-1008.yaml", "compare/1007-vs-1008/"),
            ("pages/history.en.md", ""),
        ],
    )
    def test_taken_back(
        self, path: str, slug: str, before: State, family_project: Path, code_record: Callable[..., str]
    ) -> None:
        """A file that came, and went again before its pages were all made, asks for the same pages."""
        comparison = json.loads(
            (family_project / "content/comparisons/1002-acme-3005.yaml").read_text(encoding="utf-8")
        )
        texts = {
            "families/acme/3010.yaml": code_record(3010),
            "comparisons/1007-1008.yaml": json.dumps({**comparison, "codes": ["1007", "1008"]}),
            "pages/history.en.md": "# History\n",
        }
        (family_project / "content" / path).write_text(texts[path], encoding="utf-8")
        after = State.of(family_project)
        asked = before.changes_to(after)
        between = before.manifest.without(asked.ingredients, after.manifest.structure)

        back = State(between, after.site).changes_to(before)

        kept = {page.file for page in plan_pages(before.site)}
        assert {page.file for page in asked.pages} & kept <= {page.file for page in back.pages}
        assert {page.file for page in asked.pages} - kept == set(back.gone)
        assert slug in {page.slug for page in back.pages}


class TestGoneBetween:
    """Tests of gone_between."""

    def test_same(self, before: State) -> None:
        """Nothing is gone from a site that stays as it is."""
        assert () == gone_between(before.manifest.structure, before.manifest.structure)

    def test_everything(self, before: State) -> None:
        """Of a site that has nothing any more, all pages and all static files are gone."""
        structure = before.manifest.structure
        empty = Structure(languages=structure.languages)

        pages = {page.file for page in plan_pages(before.site)}
        static = {f"static/{name}" for name in structure.static}
        assert pages | static == set(gone_between(structure, empty))

    def test_language(self, before: State) -> None:
        """The pages of a language that is gone are gone."""
        structure = before.manifest.structure

        gone = gone_between(structure, replace(structure, languages=("en",)))

        assert {page.file for page in plan_pages(before.site) if page.language == "fr"} == set(gone)


class TestExtras:
    """Tests of what is made beside pages."""

    @pytest.fixture(name="whole")
    def _whole(self, family_project: Path) -> State:
        return State.of(family_project, pages_only=False)

    def test_touched(self, whole: State, family_project: Path) -> None:
        """What shows a code whose record changed is made again, in each language, and nothing about other codes."""
        _edited(_records(family_project) / "acme/3002.yaml", causes=[{"en": "a cause"}])

        changes = whole.changes_to(State.of(family_project, pages_only=False))

        assert {"api/v1/codes/acme-3002.json"} == _slugs(changes, PageKind.API_CODE)
        assert {"card.png", "acme/3002/card.png"} == _slugs(changes, PageKind.CARD)
        assert set() == _slugs(changes, PageKind.SITEMAP, PageKind.REDIRECTS)

    def test_settled(self, whole: State, family_project: Path) -> None:
        """What shows no code stays as it is."""
        _edited(_records(family_project) / "acme/3002.yaml", causes=[{"en": "a cause"}])

        changes = whole.changes_to(State.of(family_project, pages_only=False))

        settled = (
            PageKind.ICON,
            PageKind.ROBOTS,
            PageKind.HEADERS,
            PageKind.WEB_MANIFEST,
            PageKind.OPENSEARCH,
        )
        assert set() == _slugs(changes, *settled)
        assert {"api/v1/codes.json", "api/v1/families.json"} == _slugs(changes, PageKind.API)

    def test_lost_code(self, whole: State, family_project: Path) -> None:
        """With a code goes what stands beside its page."""
        (_records(family_project) / "acme/3002.yaml").unlink()

        gone = set(whole.changes_to(State.of(family_project, pages_only=False)).gone)

        assert {"en/acme/3002/card.png", "fr/acme/3002/card.png", "api/v1/codes/acme-3002.json"} <= gone

    def test_lost_comparison(self, whole: State, family_project: Path) -> None:
        """A comparison that nobody writes any more stays a page, and loses its card."""
        (family_project / "content/comparisons/1000-1001.yaml").unlink()

        changes = whole.changes_to(State.of(family_project, pages_only=False))

        cards = {f"{language}/compare/1000-vs-1001/card.png" for language in ("en", "fr")}
        assert cards == {name for name in changes.gone if name.endswith(".png")}
        assert {"1000-vs-1001/"} == _pair_slugs(changes)

    def test_switched(self, whole: State, family_project: Path) -> None:
        """Everything is made anew when a site gets extras, or loses them."""
        without = State.of(family_project)

        assert changes_between(without.manifest, whole.manifest, whole.site) is None
        assert changes_between(whole.manifest, without.manifest, without.site) is None
