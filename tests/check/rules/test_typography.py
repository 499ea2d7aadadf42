"""Typography: what is told, where, and what ``--fix`` makes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from closecodes.check.fixing import fix_content
from closecodes.load import load_content


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("language", "text", "message"),
    [
        (
            "fr",
            "Qui ferme?",
            "found `ferme?`; French has a space before `;`, `:`, `!` and `?`: write `ferme ?`",
        ),
        (
            "en",
            "Who closes ?",
            "found `closes ?`; English has no space before `;`, `:`, `!` and `?`: write `closes?`",
        ),
    ],
)
def test_message(find: Find, make_code: Make, language: str, text: str, message: str) -> None:
    """A message quotes the words around a slip and what to write in their place."""
    fix = {"en": "Wait.", "fr": "Attendez.", language: text}

    assert [(f"text.fix.{language}", message)] == find("typography", make_code(1012, text__fix=fix))


def test_right(find: Find, make_code: Make) -> None:
    """Texts typed with plain spaces and apostrophes are right."""
    fix = {"en": "It isn't you: wait.", "fr": "Ce n'est pas vous : attendez."}

    assert [] == find("typography", make_code(1012, text__fix=fix))


def test_fix(write_content: Callable[..., Path], make_code: Make) -> None:
    """What needs no thought is mended in the file; a number that may be an amount is not."""
    fix = {"en": "Wait for 1,012 of them...", "fr": "Attendez: c'est long..."}
    folder = write_content(make_code(1012, text__fix=fix))

    (text,) = [
        text for path, text in fix_content(load_content(folder), ("en", "fr")) if path.endswith("1012.yaml")
    ]

    assert "Wait for 1,012 of them…" in text
    assert "Attendez : c'est long…" in text
