"""The languages that have a catalogue."""

from __future__ import annotations

from pathlib import Path


__all__ = ["CATALOGUE", "find_languages"]

CATALOGUE = Path("LC_MESSAGES", "messages.po")
"""Where the catalogue of a language lies in its folder."""

_SOURCE = "en"
"""The language of messages, which needs no catalogue."""


def find_languages(locales: Path) -> tuple[str, ...]:
    """Return the languages of the site: English, then each that has a catalogue, by tag."""
    found = {path.parent.parent.name.replace("_", "-") for path in locales.glob(f"*/{CATALOGUE.as_posix()}")}
    return (_SOURCE, *sorted(found - {_SOURCE}))
