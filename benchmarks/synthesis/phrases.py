"""The words of synthetic records, from ``phrases.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


__all__ = ["NOUNS", "PARTS", "PHRASES", "STATES", "Phrase"]

Phrase = dict[str, str]
"""A text by language."""

_WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))

NOUNS: list[Phrase] = _WORDS["nouns"]
STATES: list[Phrase] = _WORDS["states"]
PARTS: list[Phrase] = _WORDS["parts"]
PHRASES: dict[str, list[Phrase]] = _WORDS["texts"]
