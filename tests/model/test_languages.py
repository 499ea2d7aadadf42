"""Tests of the names of languages."""

from __future__ import annotations

import pytest

from closecodes.model import SOURCE_LANGUAGE, language_name


def test_source_language() -> None:
    """Everything is translated from English."""
    assert "en" == SOURCE_LANGUAGE


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "English"), ("fr", "French"), ("ar", "Arabic"), ("pt-BR", "Portuguese (Brazil)")],
)
def test_language_name(tag: str, expected: str) -> None:
    """A language has an English name, whatever region its tag carries."""
    assert expected == language_name(tag)
