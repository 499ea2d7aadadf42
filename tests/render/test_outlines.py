"""Tests of closecodes.render.outlines: stencils put together from an outline and the entries of its lists."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import pytest
from jinja2 import DictLoader, StrictUndefined
from markupsafe import Markup

from closecodes.render.compiling import CompilingEnvironment
from closecodes.render.outlines import Body, Entries, LoopRecorder, Outline, run_loop
from closecodes.render.parts import PartCache, PartCodeGenerator, PartExtension, escaped
from closecodes.render.stencils import UncomposableError


NOTHING: Mapping[int, bytes] = {0: b""}


def _environment(template: str) -> CompilingEnvironment:
    environment = CompilingEnvironment(
        loader=DictLoader({"page.html": "{% composed first %}" + template}),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n", PartExtension],
    )
    environment.code_generator_class = PartCodeGenerator
    environment.escaped = escaped  # type: ignore[attr-defined]
    environment.parts = PartCache()  # type: ignore[attr-defined]
    environment.message_lookups = {}
    environment.run_loop = run_loop  # type: ignore[attr-defined]
    return environment


def _run(template: str, **content: object) -> str:
    return _environment(template).get_template("page.html").render(depth=0, **content)


def _outline(template: str, **lists: Entries) -> Outline:
    """Return the outline of a template, whose loops are run with what they are given."""
    environment = _environment(template)
    recorder = LoopRecorder()
    environment.run_loop = recorder  # type: ignore[attr-defined]
    html = environment.get_template("page.html").render(depth=0, **lists)

    def run(body: Body, entry: Hashable) -> str:
        environment.run_loop = LoopRecorder()  # type: ignore[attr-defined]
        return body(entry)

    return Outline.of(html, recorder, run, {})


def _as_it_is(entry: str) -> Markup:
    return Markup(entry)  # noqa: S704 - letters


class TestLoops:
    """Tests of loops as calls."""

    @pytest.mark.parametrize(
        ("template", "expected"),
        [
            ("{% for a in list %}<{{ a }}>{% endfor %}", "<1><2><3>"),
            ("{% for a in list %}{% set b = a * 2 %}{{ b }} {% endfor %}", "2 4 6 "),
            ("{% set c = '&' %}{% for a in list %}{{ c }}{{ a }}{% endfor %}", "&amp;1&amp;2&amp;3"),
            ("{% for a, b in pairs %}{{ a }}={{ b }};{% endfor %}", "x=1;y=2;"),
            ("{% for a in list %}{{ loop.index0 }}{% endfor %}", "012"),
            ("{% for a in list %}{% if not loop.last %}{{ a }},{% endif %}{% endfor %}", "1,2,"),
            ("{% for a in [] %}{{ a }}{% else %}none{% endfor %}", "none"),
            ("{% for a in list if a != 2 %}{{ a }}{% endfor %}", "13"),
            (
                "{% for a in list %}{% for b in list %}{{ a * b }} {% endfor %}{% endfor %}",
                "1 2 3 2 4 6 3 6 9 ",
            ),
            ("{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}", "123"),
        ],
    )
    def test_same_page(self, template: str, expected: str) -> None:
        """A loop prints what it does without being made a call."""
        assert expected == _run(template, list=[1, 2, 3], pairs=[("x", 1), ("y", 2)])

    def test_escaped_once(self) -> None:
        """What a loop prints is escaped where it is text, and only once."""
        html = _run("{% for a in list %}<b>{{ a }}</b>{% endfor %}", list=["<", Markup("<i>")])

        assert "<b>&lt;</b><b><i></b>" == html


class TestEntries:
    """Tests of what stands in for a list."""

    @pytest.mark.parametrize("some", [True, False])
    def test_truth(self, *, some: bool) -> None:
        """It tells whether it is empty."""
        assert some is bool(Entries("rows", some=some))

    def test_iteration(self) -> None:
        """Nobody can ask for its entries."""
        with pytest.raises(UncomposableError):
            list(Entries("rows", some=True))

    def test_length(self) -> None:
        """Nobody can ask how many they are."""
        with pytest.raises(TypeError):
            len(Entries("rows", some=True))  # type: ignore[arg-type] # that is the point


class TestOutline:
    """Tests of outlines and their stencils."""

    @pytest.mark.parametrize(
        "template",
        [
            "a{% for x in one %}<{{ x }}>{% endfor %}b",
            "{% for x in one %}{{ x }}{% endfor %}{% for x in two %}({{ x }}){% endfor %}",
            "{% if one %}some{% for x in one %}{{ x }}{% endfor %}{% endif %}{% if not two %}no two{% endif %}",
            "{% for x in two %}{{ x }}{% endfor %}é{% for x in one %}{{ x }}{% endfor %}é",
            "{% for x in one %}{% for y in [1, 2] %}{{ x }}{{ y }}{% endfor %}{% endfor %}",
            "no list",
        ],
    )
    @pytest.mark.parametrize("lists", [{"one": ["p", "q"], "two": ["r"]}, {"one": ["p"], "two": []}])
    def test_stencil(self, template: str, lists: dict[str, list[str]]) -> None:
        """The stencil of some lists is the page that the template makes of them."""
        outline = _outline(template, **{name: Entries(name, some=bool(own)) for name, own in lists.items()})

        assert _run(template, **lists) == outline.stencil(lists).fill(NOTHING, NOTHING).decode()

    def test_once(self) -> None:
        """A loop is run once for each different entry, however many stencils have it."""
        runs: list[Hashable] = []
        recorder = LoopRecorder()
        mark = recorder(Entries("one", some=True), single=True, caller=_as_it_is)

        def run(body: Body, entry: Hashable) -> str:
            runs.append(entry)
            return body(entry)

        outline = Outline.of(mark, recorder, run, {})
        pages = [outline.stencil({"one": entries}) for entries in (["p", "q"], ["q", "p"])]

        assert [b"pq", b"qp"] == [page.fill(NOTHING, NOTHING) for page in pages]
        assert ["p", "q"] == runs

    @pytest.mark.parametrize(
        "template",
        [
            "{% for x in one %}{{ loop.index }}{% endfor %}",
            "{% for x in one %}{{ x }}{% else %}none{% endfor %}",
            "{{ one|length }}",
            "{{ one|join }}",
            "{% set kept %}{% for x in one %}{{ x }}{% endfor %}{% endset %}{{ kept }}{{ kept }}",
            "{% set kept %}{% for x in one %}{{ x }}{% endfor %}{% endset %}",
        ],
    )
    def test_too_curious(self, template: str) -> None:
        """A template that asks more of a list than to be gone through once has no outline."""
        with pytest.raises((UncomposableError, TypeError)):
            _outline(template, one=Entries("one", some=True))

    def test_list_inside_loop(self) -> None:
        """A loop over a list inside of another has no stencil."""
        lists = {name: Entries(name, some=True) for name in ("one", "two")}
        outline = _outline(
            "{% for x in one %}{% for y in two %}{{ x }}{{ y }}{% endfor %}{% endfor %}", **lists
        )

        with pytest.raises(UncomposableError):
            outline.stencil({"one": ["p"], "two": ["q"]})
