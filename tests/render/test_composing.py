"""Tests of closecodes.render.composing: pages about pairs that are put together without running their template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from closecodes.i18n import Language
from closecodes.model import Pair, Site
from closecodes.pipeline import check_project, load_project, workshop_of
from closecodes.plan import Page, PageKind, comparison_pages, plan_pages
from closecodes.project import find_project
from closecodes.render import Renderer
from closecodes.render.renderer import Renderer as _Renderer


Edit = Callable[[Path, str, str], None]

ROOT = Path(__file__).parents[2]


def _renderer(root: Path, *, plain: bool = False) -> tuple[Site, Renderer]:
    project = find_project(root, root / "no-package")
    checked = check_project(project, load_project(project), strict=False)
    site = workshop_of(project, checked).site
    languages: Mapping[str, Language] = {tag: Language.load(tag, project.locales) for tag in site.languages}
    return site, Renderer(site, languages, project.templates, site.record.base_url, plain=plain)


def _pages(site: Site) -> Iterator[Page]:
    return (page for page in plan_pages(site) if page.kind.is_html and isinstance(page.subject, Pair))


def _compare(root: Path, *kinds: PageKind) -> None:
    """Check that pages about pairs are those that Jinja alone makes."""
    site, renderer = _renderer(root)
    _, plain = _renderer(root, plain=True)
    pages = [page for page in _pages(site) if page.kind in kinds and page.language == "fr"]

    assert [] == [page.file for page in pages if renderer.render(page) != plain.render(page)]
    assert pages


@pytest.fixture(name="runs")
def _runs(monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """Return a list of the pages for which a template is run from now on."""
    runs: list[Page] = []
    run = _Renderer._run  # noqa: SLF001 - the one place where templates are run

    def logged(renderer: Renderer, speaker: object, page: Page, content: dict[str, object]) -> str:
        runs.append(page)
        return run(renderer, speaker, page, content)  # type: ignore[arg-type]

    monkeypatch.setattr(_Renderer, "_run", logged)
    return runs


class TestShippedTemplates:
    """Tests with the templates of the site."""

    @pytest.mark.parametrize("kind", [PageKind.COMPARISON, PageKind.FORWARD])
    def test_not_run(self, kind: PageKind, runs: list[Page]) -> None:
        """Once each code has been shown and each shape been met, no template is run for an ordinary pair."""
        site, renderer = _renderer(ROOT)
        ordinary = [
            page
            for page in _pages(site)
            if page.kind is kind
            and isinstance(page.subject, Pair)
            and not page.subject.authored
            and page.subject.first.family == page.subject.second.family
        ]
        first = [renderer.render(page) for page in ordinary]
        runs.clear()

        again = [renderer.render(page) for page in ordinary]

        assert [] == runs
        assert first == again
        assert len(ordinary) > 100

    def test_few_runs(self, runs: list[Page]) -> None:
        """A template is run for a stencil, and for each code once, not for each pair of them."""
        site, renderer = _renderer(ROOT)
        forwards = [page for page in _pages(site) if page.kind is PageKind.FORWARD and page.language == "en"]
        about = [page.subject for page in forwards if isinstance(page.subject, Pair)]
        authored = [pair for pair in about if pair.authored or pair.first.family != pair.second.family]
        shown = {code.id for pair in about if pair not in authored for code in (pair.first, pair.second)}

        for page in forwards:
            renderer.render(page)

        stencils = len({pair.first.family for pair in about if pair not in authored})
        both_kinds = 2
        assert stencils + both_kinds * len(shown) + len(authored) == len(runs)

    def test_stand_ins_are_gone(self) -> None:
        """No mark of a stencil is left in any page."""
        site, renderer = _renderer(ROOT)

        assert [] == [page.file for page in _pages(site) if b"\x02" in renderer.render(page)]


class TestSmallTemplates:
    """Tests with templates that ask for more or for less."""

    def test_same(self, family_project: Path) -> None:
        """Pages that are composed are those that Jinja alone makes."""
        _compare(family_project, PageKind.COMPARISON, PageKind.FORWARD)

    @pytest.mark.parametrize(
        "asks",
        [
            "{% if first.number > 1002 %}high{% endif %}",
            "{% if first.number is defined %}defined{% endif %}",
            "{% if second.id == '1002' %}1002{% endif %}",
            "{% if first.id != second.id %}different{% endif %}",
            "{% if first.id in ('1000', '1002') %}in{% endif %}",
            "{% if first.id|length > 4 %}long{% endif %}",
            "{{ first.name ~ second.name }}",
            "{% for code in comparison.codes %}{{ code.number }}{% endfor %}",
            "{% set number = first.number %}{{ number }}",
            "{% set id = first.id|upper %}{{ id }}",
            "{% set id = 'is ' ~ first.id %}{{ id }}",
            "{{ comparison.first.name }}",
            "{{ comparison.pair.first.id }}",
            "{{ page.subject.first.id }}",
            "{% part first, second %}{{ first.name }} {{ second.name }}{% endpart %}",
            "{% part family, first %}{{ family.name }} {{ first.name }}{% endpart %}",
            "{% part first, family %}{{ family.name }} {{ first.name }}{% endpart %}",
            "{{ first.number + second.number }}",
            "{{ first.fact('retry') }} {{ family.name }} {{ first.code.family }}",
            "{{ [first.number, second.number]|join('-') }}",
            "{% if first == second %}same{% else %}different{% endif %}",
            "{% if first.code.record.see_also %}related{% endif %}",
            "{% for name, shared in comparison.rows %}{{ name }} {{ first.fact(name) or '' }}{% endfor %}",
            "{{ comparison.verdicts|length }}",
            "{{ comparison.pair.first.number }}",
        ],
    )
    def test_asks_for_more(self, asks: str, family_project: Path, edit: Edit) -> None:
        """Whatever a template asks of the two codes outside of parts, its pages are right."""
        edit(family_project / "templates/forward.html", "<a href", f"{asks}<a href")

        _compare(family_project, PageKind.FORWARD)

    def test_one_more_question(self, family_project: Path, edit: Edit, runs: list[Page]) -> None:
        """A template that asks for more is run for each page."""
        edit(
            family_project / "templates/forward.html",
            "<a href",
            "{% if first.number > 1 %}1{% endif %}<a href",
        )
        site, renderer = _renderer(family_project)
        page = next(page for page in _pages(site) if page.kind is PageKind.FORWARD)
        renderer.render(page)
        runs.clear()

        renderer.render(page)

        assert [page] == runs

    @pytest.mark.parametrize("pair", [("1000", "1001"), ("3000", "acme-3000"), ("1002", "acme-3005")])
    def test_no_ordinary_pair(self, pair: tuple[str, str], family_project: Path, runs: list[Page]) -> None:
        """Pairs that somebody wrote about, and pairs across families, are rendered one by one."""
        site, renderer = _renderer(family_project)
        first, second = (site.codes[id_] for id_ in pair)
        page, _ = comparison_pages(Pair.of(first, second, site.comparisons.get(pair)), "en")
        renderer.render(page)
        runs.clear()

        renderer.render(page)

        assert [page] == runs

    def test_parts_of_all_codes(self, family_project: Path) -> None:
        """The parts of each code that has been shown can be kept for later builds."""
        site, renderer = _renderer(family_project)
        for page in _pages(site):
            renderer.render(page)

        parts = renderer._composers["en"].parts  # noqa: SLF001 - what keep_parts keeps

        assert set(site.codes) == set(parts)
        assert all(isinstance(part, bytes) for own in parts.values() for part in own.values())
        assert any(b"Number 1002" in part for part in parts["1002"].values())
        assert not any(b"Number 1002" in part for part in parts["1003"].values())
