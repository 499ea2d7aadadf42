"""The places that docs/answers.md gives for what developers ask."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from tests.site.conftest import SitePage

ROW = re.compile(r"^\| (?P<number>\d+) \| (?P<question>[^|]+) \| (?P<where>[^|]+) \|$", re.MULTILINE)
ADDRESS = re.compile(r"`([^`]+)`")
QUESTIONS = 41


@pytest.fixture(scope="module", name="answers")
def _answers() -> dict[int, list[str]]:
    """Return the addresses that answer each question, below the folder of a language."""
    text = Path(__file__).parents[2].joinpath("docs", "answers.md").read_text(encoding="utf-8")
    return {int(row["number"]): ADDRESS.findall(row["where"]) for row in ROW.finditer(text)}


def test_every_question_has_an_address(answers: dict[int, list[str]]) -> None:
    """Questions are numbered in their order, and each has at least one address."""
    assert list(range(1, QUESTIONS + 1)) == list(answers)
    assert [] == [number for number, addresses in answers.items() if not addresses]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_addresses_exist(pages: dict[str, SitePage], answers: dict[int, list[str]], language: str) -> None:
    """Every address is a page of the language that holds the anchor and forwards to no other."""
    missing = []
    for number, addresses in answers.items():
        for address in addresses:
            path, _, anchor = address.partition("#")
            page = pages.get(f"{language}/{path}index.html")
            if (
                page is None
                or 'http-equiv="refresh"' in page.html
                or (anchor and anchor not in {element.get("id") for element in page.tree.iter()})
            ):
                missing.append((number, address))

    assert [] == missing
