"""Labels that say which languages a proposal is about, by what it changes in the records."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from closecodes.github.api import GitHub
from closecodes.model.languages import SOURCE_LANGUAGE, language_name


__all__ = ["keep_labels", "labels_for", "labels_of"]


def labels_for(languages: Collection[str]) -> set[str]:
    """Return every label of this kind: no other is ever added to a proposal, or taken off."""
    changed = {_changed(language) for language in languages}
    return changed | {_wanted(language) for language in languages if language != SOURCE_LANGUAGE}


def _changed(language: str) -> str:
    return f"records in {language_name(language)}"


def _wanted(language: str) -> str:
    return f"{language_name(language)} wanted"


def labels_of(difference: Any, languages: Collection[str]) -> set[str]:
    """Return the labels that a difference asks for; it may be anything, since a proposal's own code wrote it.

    >>> sorted(labels_of({"changes": [{"fields": [{"language": "fr"}]}]}, ("en", "fr")))
    ['records in French']
    """
    changed = {_changed(language) for language in _tags(difference, "fields") if language in languages}
    waiting = _tags(difference, "translations", unless_empty=("stale", "missing"))
    return (changed | {_wanted(language) for language in waiting}) & labels_for(languages)


def _tags(difference: Any, name: str, unless_empty: Collection[str] = ()) -> Iterator[str]:
    """Yield the language tags of the items that each change has under ``name``."""
    for change in _items(difference, "changes"):
        for item in _items(change, name):
            tag = item.get("language") if isinstance(item, dict) else None
            if isinstance(tag, str) and (not unless_empty or any(item.get(key) for key in unless_empty)):
                yield tag


def _items(value: Any, name: str) -> list[Any]:
    items = value.get(name) if isinstance(value, dict) else None
    return items if isinstance(items, list) else []


def keep_labels(github: GitHub, number: int, wanted: Collection[str], ours: Collection[str]) -> None:
    """Give a pull request those of ``ours`` that are ``wanted`` and take the others of ours off."""
    there = {label["name"] for label in github.pages(f"issues/{number}/labels")}
    if missing := sorted(set(wanted) - there):
        github.post(f"issues/{number}/labels", {"labels": missing})
    for label in sorted((there & set(ours)) - set(wanted)):
        github.delete(f"issues/{number}/labels/{label}")
