"""What the field that finds knows: small, and true of the pages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest


if TYPE_CHECKING:
    from tests.site.conftest import SitePage

_MOST_BYTES = 24_000
"""What a reader may load for the first letter typed, compressed."""


@pytest.fixture(name="data", scope="module", params=["en", "fr"])
def _data(built: Path, request: pytest.FixtureRequest) -> Mapping[str, Any]:
    """Return the data of one language."""
    text = (built / request.param / "find.json").read_text(encoding="utf-8")
    data: Mapping[str, Any] = json.loads(text)
    return data


def _names(data: Mapping[str, Any]) -> Mapping[str, list[str]]:
    """Return what each page is called, by its address."""
    return {slug: names for slug, *names in data["pages"]}


def test_data_is_small(built: Path) -> None:
    """The data of a language stays small, compressed as hosts send it."""
    for tag in ("en", "fr"):
        assert len(gzip.compress((built / tag / "find.json").read_bytes(), mtime=0)) <= _MOST_BYTES


def test_addresses_lead_to_sections(data: Mapping[str, Any], pages: dict[str, SitePage]) -> None:
    """Each page or section that can be found is there."""
    addresses = [*_names(data), *(code["slug"] for code in data["codes"])]
    for slug, _, section in (address.partition("#") for address in addresses):
        page = pages[f"{data['language']}/{slug}index.html"]
        assert not section or section in page.ids


def test_limits_are_found_by_product_and_setting(data: Mapping[str, Any]) -> None:
    """A limit is called by its product, by what is counted and by its setting."""
    title, *others = _names(data)["guides/drops-after-n-seconds/#nginx-read"]

    assert title.startswith("nginx")
    assert "60" in title
    assert {"proxy_read_timeout", "nginx idle timeout"} <= set(others)


def test_words_of_a_term_are_those_of_its_code(data: Mapping[str, Any]) -> None:
    """What people type for a term that a registered code is named after leads to the code, and is kept once."""
    (code,) = (code for code in data["codes"] if code["id"] == "1006")

    assert "connection lost" in code["called"]
    assert "connection lost" not in _names(data)["glossary/#abnormal-closure"]


def test_indexes_are_found_by_their_names(data: Mapping[str, Any]) -> None:
    """The pages that lead to others can be found, those that the site lacks cannot."""
    assert {"compare/", "ranges/", "retry/", "errors/", "glossary/", "about/"} <= _names(data).keys()


def test_identifiers_are_apart(data: Mapping[str, Any]) -> None:
    """A service that has several identifiers for a code is found by each."""
    assert ["NET-0001", "deepgram-1011"] in [entry[:2] for entry in data["constants"]]
