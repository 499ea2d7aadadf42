"""Unknown languages: a text is in a language of the site."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


@pytest.mark.parametrize("language", ["de", "fn", "zh-Hant", "fr_FR"])
def test_unknown(find: Find, make_code: Make, language: str) -> None:
    """A language that the site does not have is refused, whether it exists or not."""
    ((place, message),) = find("unknown-language", make_code(1000, name={"en": "Name", language: "Nom"}))

    assert f"name.{language}" == place
    assert message.startswith(f"`{language}` is no language of this site; ")


def test_list(find: Find, make_code: Make) -> None:
    """Where none is near, the languages of the site are listed."""
    ((_, message),) = find("unknown-language", make_code(1000, name={"en": "Name", "de": "Name"}))

    assert "`de` is no language of this site; the languages are `en` or `fr`" == message


@pytest.mark.parametrize(("language", "guess"), [("eng", "en"), ("fre", "fr"), ("source", "sources")])
def test_guess(find: Find, make_code: Make, language: str, guess: str) -> None:
    """The nearest language is asked for, or the field that may stand beside languages."""
    ((place, message),) = find("unknown-language", make_code(1000, causes=[{"en": "a", language: "b"}]))

    assert f"causes.0.{language}" == place
    assert f"`{language}` is no language of this site; did you mean `{guess}`?" == message


def test_known(find: Find, make_code: Make) -> None:
    """The languages of the site are right."""
    assert [] == find("unknown-language", make_code(1000))
