"""Missing translations: every text, and every page, exists in every language of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from closecodes.check import check_content
from closecodes.load import load_content


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


@pytest.mark.parametrize("french", [{}, {"fr": ""}, {"fr": " \n"}])
def test_missing(find: Find, make_code: Make, french: dict[str, str]) -> None:
    """A text without French, or whose French is empty, is incomplete."""
    code = make_code(1000, text__fix={"en": "Start it.", **french})

    assert [("text.fix", "the French text (`fr`) of `fix` is missing")] == find("missing-translation", code)


def test_item(find: Find, make_code: Make) -> None:
    """So is a statement of a list."""
    code = make_code(1000, causes=[{"en": "a", "fr": "b"}, {"en": "c"}])
    message = "the French text (`fr`) of `causes.1` is missing"

    assert [("causes.1", message)] == find("missing-translation", code)


def test_nothing_to_translate(find: Find, make_code: Make) -> None:
    """Without English there is nothing to translate."""
    assert [] == find("missing-translation", make_code(1000, name={}))


def test_page(find: Find) -> None:
    """An English page without a French one is incomplete."""
    files = {"pages/about.en.md": "# About", "pages/help.en.md": "# Help", "pages/help.fr.md": "# Aide"}

    assert [("", "the French page content/pages/about.fr.md is missing")] == find(
        "missing-translation", files=files
    )


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (("en",), []),
        (("en", "fr"), ["the French text (`fr`) of `name` is missing"]),
        (
            ("en", "ar", "fr"),
            ["the Arabic text (`ar`) of `name` is missing", "the French text (`fr`) of `name` is missing"],
        ),
    ],
)
def test_languages(
    write_content: Callable[..., Path], make_code: Make, languages: tuple[str, ...], expected: list[str]
) -> None:
    """Translations are missed in each language of the site beside English, and in no other."""
    content = load_content(write_content(make_code(1000, name={"en": "Name"})))
    problems = check_content(content, languages).problems

    assert expected == [
        problem.message
        for problem in problems
        if problem.rule == "missing-translation"
        and "`name`" in problem.message
        and "1000" in problem.place.path
    ]
