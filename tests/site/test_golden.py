"""Three comparisons in both languages, byte for byte.

After a change that is meant to show, ``pytest tests/site/test_golden.py --update-golden`` writes the new
pages; the difference is then read in review.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from tests.site.conftest import SitePage

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = [
    f"{language}/compare/{pair}/index.html"
    for pair in ("1000-vs-1012", "1005-vs-1006", "1009-vs-3008")
    for language in ("en", "fr")
]


@pytest.mark.parametrize("file", PAGES)
def test_golden_page(pages: dict[str, SitePage], file: str, request: pytest.FixtureRequest) -> None:
    """The page is the one that was last looked at and committed."""
    golden, html = GOLDEN / file, pages[file].html
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(html, encoding="utf-8", newline="\n")

    expected = golden.read_text(encoding="utf-8")

    assert expected == html, "\n".join(
        difflib.unified_diff(expected.splitlines(), html.splitlines(), lineterm="", n=1)
    )
