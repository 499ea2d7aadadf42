"""What is made of a report of Lighthouse, and how pages are served to it."""

from __future__ import annotations

import gzip
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from benchmarks.reading.lighthouse import CATEGORIES, verdict_of
from benchmarks.reading.serving import serving


def _report(**scores: float) -> dict[str, object]:
    category = {"score": 1, "auditRefs": [{"id": "weighty", "weight": 3}, {"id": "idle", "weight": 0}]}
    audits = {
        "weighty": {"id": "weighty", "score": 1, "title": "Is quick", "displayValue": "2.2 s"},
        "idle": {"id": "idle", "score": 0, "title": "Costs nothing"},
    }
    for name, score in scores.items():
        audits[name]["score"] = score
    return {"categories": dict.fromkeys(CATEGORIES, category), "audits": audits}


def test_perfect_page_loses_nothing() -> None:
    """Audits without weight cost no points and are not named."""
    verdict = verdict_of(_report())

    assert dict.fromkeys(CATEGORIES, 100) == verdict.points
    assert () == verdict.lost


def test_lost_points_are_explained() -> None:
    """An audit below its best is named for each category that counts it, with what it found."""
    verdict = verdict_of(_report(weighty=0.5))

    assert "performance: weighty 0.5 – 2.2 s" == verdict.lost[0]
    assert len(CATEGORIES) == len(verdict.lost)


@pytest.fixture(name="site")
def _site(tmp_path: Path) -> Path:
    """Return the folder of a site of two pages."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "index.html").write_text("Start", encoding="utf-8")
    (tmp_path / "404.html").write_text("Nowhere", encoding="utf-8")
    return tmp_path


def _get(address: str, path: str) -> tuple[HTTPResponse, bytes]:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_pages_are_served_below_a_path_and_compressed(site: Path) -> None:
    """A folder answers with its index, compressed for those who take it."""
    with serving(site) as address:
        response, body = _get(address, "/closecodes/en/")

    assert 200 == response.status
    assert b"Start" == gzip.decompress(body)


@pytest.mark.parametrize("path", ["/closecodes/fr/", "/en/", "/"])
def test_what_is_nowhere_gets_the_page_of_the_site(site: Path, path: str) -> None:
    """Unknown addresses, and those outside the path, answer with 404 and the page for it."""
    with serving(site) as address:
        response, body = _get(address, path)

    assert 404 == response.status
    assert b"Nowhere" == gzip.decompress(body)


def test_folder_without_a_slash_leads_to_the_one_with_it(site: Path) -> None:
    """As on any static host, the slash is added."""
    with serving(site) as address:
        response, _ = _get(address, "/closecodes/en")

    assert 301 == response.status
    assert "/closecodes/en/" == response.headers["Location"]
