"""Reasons: they fit into a Close frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


def _reasons(make_code: Make, *texts: str) -> dict[str, Any]:
    return make_code(1000, reasons=[{"text": text, "by": "Somebody"} for text in texts])


@pytest.mark.parametrize("text", ["", "a" * 123, "é" * 61 + "a", "€" * 41, "😀" * 30 + "abc"])
def test_fits(find: Find, make_code: Make, text: str) -> None:
    """A reason of at most 123 bytes fits."""
    assert [] == find("reason-length", _reasons(make_code, text))


@pytest.mark.parametrize(
    ("text", "size"),
    [("a" * 124, 124), ("é" * 62, 124), ("€" * 41 + "a", 124), ("😀" * 31, 124), ("a" * 1000, 1000)],
)
def test_too_long(find: Find, make_code: Make, text: str, size: int) -> None:
    """A longer one does not; bytes are counted, not letters."""
    message = f"the reason has {size} bytes of UTF-8; a Close frame carries at most 123"

    assert [("reasons.1.text", message)] == find("reason-length", _reasons(make_code, "short", text))
