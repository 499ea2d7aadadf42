"""Tests of parts that are rendered once and shared between pages."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, TemplateSyntaxError

from closecodes.render.parts import NoParts, PartCache, PartExtension


def _environment(template: str, parts: PartCache) -> Environment:
    environment = Environment(
        loader=DictLoader({"page.html": template}),
        autoescape=True,
        extensions=[PartExtension],
    )
    environment.parts = parts  # type: ignore[attr-defined]
    return environment


def _rendered(template: str, parts: PartCache, *contexts: dict[str, object]) -> list[str]:
    page = _environment(template, parts).get_template("page.html")
    return [page.render(depth=1, **context) for context in contexts]


def _counted(log: list[object], value: object) -> object:
    log.append(value)
    return value


@pytest.mark.parametrize(("parts", "expected"), [(PartCache(), 2), (NoParts(), 3)])
def test_once_per_subject(parts: PartCache, expected: int) -> None:
    """With a cache a part is rendered once for each subject, without one for each page."""
    log: list[object] = []
    contexts: list[dict[str, object]] = [
        {"code": code, "log": log, "counted": _counted} for code in ("a", "b", "a")
    ]

    pages = _rendered("{% part code %}<b>{{ counted(log, code) }}</b>{% endpart %}", parts, *contexts)

    assert ["<b>a</b>", "<b>b</b>", "<b>a</b>"] == pages
    assert expected == len(log)


def test_markup_is_not_escaped_again() -> None:
    """The markup of a part stays markup, and what it shows is escaped once."""
    pages = _rendered(
        "{% part name %}<b>{{ name }}</b>{% endpart %}", PartCache(), {"name": "<&"}, {"name": "<&"}
    )

    assert ["<b>&lt;&amp;</b>"] * 2 == pages


def test_places_are_apart() -> None:
    """Two parts of a template about the same subject are not mixed up."""
    template = "{% part name %}one {{ name }}{% endpart %}\n{% part name %}two {{ name }}{% endpart %}"

    assert ["one x\ntwo x"] * 2 == _rendered(template, PartCache(), {"name": "x"}, {"name": "x"})


def test_subjects_are_a_key_together() -> None:
    """A part may depend on several subjects."""
    template = "{% part a, b %}{{ a }}{{ b }}{% endpart %}"

    assert ["12", "13", "23"] == _rendered(
        template, PartCache(), {"a": 1, "b": 2}, {"a": 1, "b": 3}, {"a": 2, "b": 3}
    )


def test_depth_is_part_of_the_key() -> None:
    """Pages at different depths, whose relative links differ, share no parts."""
    page = _environment("{% part %}{{ depth }}{% endpart %}", PartCache()).get_template("page.html")

    assert ["1", "2"] == [page.render(depth=depth) for depth in (1, 2)]


def test_unclosed_part() -> None:
    """A part that is never closed is a syntax error of its template."""
    with pytest.raises(TemplateSyntaxError):
        _rendered("{% part code %}", NoParts(), {})
