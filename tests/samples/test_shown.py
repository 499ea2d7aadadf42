"""Tests that the guides and the samples belong together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


_GUIDES = Path(__file__).resolve().parents[2] / "content/guides"
_SAMPLES = sorted(path.name for suffix in ("py", "mjs") for path in (_GUIDES / "samples").glob(f"*.{suffix}"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_sample_is_shown_once(language: str) -> None:
    """Each sample stands in one guide of each language, and no guide shows a sample that is missing."""
    texts = [path.read_text(encoding="utf-8") for path in _GUIDES.glob(f"*.{language}.md")]

    shown = [name for text in texts for name in re.findall(r"^\{\{ sample (\S+) \}\}$", text, re.MULTILINE)]

    assert _SAMPLES == sorted(shown)


@pytest.mark.parametrize("name", _SAMPLES)
def test_short_enough_to_read(name: str) -> None:
    """A sample has at most 60 lines, none longer than a page is wide."""
    lines = (_GUIDES / "samples" / name).read_text(encoding="utf-8").splitlines()

    assert (True, []) == (len(lines) <= 60, [line for line in lines if len(line) > 120])
