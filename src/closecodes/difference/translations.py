"""What a change means for the translations of a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from closecodes.check.parsing import Parsed
from closecodes.check.texts import digest
from closecodes.model.languages import SOURCE_LANGUAGE
from closecodes.records import Record


__all__ = ["TranslationChange", "translation_changes"]

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TranslationChange:
    """The texts of one language that are out of date, missing or right now, and were not before."""

    language: str
    stale: Keys = ()
    missing: Keys = ()
    current: Keys = ()


@dataclass(frozen=True, slots=True)
class _State:
    stale: Mapping[str, None] = field(default_factory=dict)
    missing: Mapping[str, None] = field(default_factory=dict)
    current: Mapping[str, None] = field(default_factory=dict)


def translation_changes(
    before: Parsed[Record] | None, after: Parsed[Record], languages: Sequence[str]
) -> tuple[TranslationChange, ...]:
    """Return what changed for each language of the site in which anything did."""
    changes = [_change(before, after, language) for language in languages if language != SOURCE_LANGUAGE]
    return tuple(change for change in changes if change.stale or change.missing or change.current)


def _change(before: Parsed[Record] | None, after: Parsed[Record], language: str) -> TranslationChange:
    old, new = _state(before, language), _state(after, language)
    return TranslationChange(
        language,
        tuple(key for key in new.stale if key not in old.stale),
        tuple(key for key in new.missing if key not in old.missing),
        tuple(key for key in new.current if key in old.stale or key in old.missing),
    )


def _state(parsed: Parsed[Record] | None, language: str) -> _State:
    if parsed is None:
        return _State()
    stale, missing, current = dict[str, None](), dict[str, None](), dict[str, None]()
    digests = getattr(parsed.record, "translation", {}).get(language, {})
    for found in parsed.texts:
        kept = digests.get(found.key)
        if not found.text.get(language):
            missing[found.key] = None
        elif kept and kept != digest(found.text.english):
            stale[found.key] = None
        else:
            current[found.key] = None
    return _State(stale, missing, current)
