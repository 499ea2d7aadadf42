"""A sentence stands in one record only.

What two records say word for word is out of date in one of them as soon as somebody corrects the other; say it once,
or say what is particular to each. Only sentences of six words or more count; names and notes of sources do not. Where
two records must say the same, the second lists the text under `shared` (`shared: [fix, causes.0]`, named as under
`translation`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from closecodes.check.parsing import Parsed, Records
from closecodes.check.prose import Passage
from closecodes.check.rules.base import Finding, finding_in
from closecodes.check.sentences import Sentence, sentences
from closecodes.check.texts import FoundText
from closecodes.check.words import shortened
from closecodes.problems import Level
from closecodes.records import Record


__all__ = ["LEVEL", "MIN_WORDS", "WIDE", "check"]

LEVEL = Level.WARNING

WIDE = True

MIN_WORDS = 6

_NAMES = {"name", "term", "title"}


class _Place(NamedTuple):
    """Where a sentence stands."""

    parsed: Parsed[Record]
    text: FoundText
    language: str
    sentence: Sentence

    @property
    def path(self) -> str:
        return self.parsed.document.path

    @property
    def on_purpose(self) -> bool:
        return self.text.key in _shared_by(self.parsed)


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each sentence of an earlier record, and for each `shared` that nothing needs."""
    needed = set[tuple[str, str]]()
    for places in _repeated(records):
        needed |= {(place.path, place.text.key) for place in places if place.on_purpose}
        first, *others = [place for place in places if not place.on_purpose] or places[:1]
        yield from (_finding(place, first.path) for place in others if place.path != first.path)
    for parsed in records.all():
        known = {found.key for found in parsed.texts}
        for index, key in enumerate(_shared_by(parsed)):
            if key in known and (parsed.document.path, key) not in needed:
                message = f"`{key}` has no sentence of another record; leave it out of `shared`"
                yield Finding(parsed.document, ("shared", index), message)


def _repeated(records: Records) -> Iterator[list[_Place]]:
    """Yield the places of each long sentence that stands in two records or more."""
    places = defaultdict[tuple[str, str], list[_Place]](list)
    for parsed in records.all():
        for found in parsed.texts:
            if found.path[-1] not in _NAMES and "sources" not in found.path:
                for language, text in found.text.root.items():
                    for sentence in sentences(text):
                        places[language, sentence.says].append(_Place(parsed, found, language, sentence))
    for same in places.values():
        if len({place.path for place in same}) > 1 and same[0].sentence.words >= MIN_WORDS:
            yield same


def _finding(place: _Place, first: str) -> Finding:
    path = (*place.text.path, place.language)
    passage = Passage(place.parsed.document, path, place.language, place.text.text.root[place.language])
    start, end = place.sentence.start, place.sentence.end
    said = shortened(passage.text[start:end])
    message = f"the sentence `{said}` already stands in {first}; say it once, or list `{place.text.key}` under `shared`"
    return finding_in(passage, start, end, message)


def _shared_by(parsed: Parsed[Record]) -> tuple[str, ...]:
    return getattr(parsed.record, "shared") if "shared" in type(parsed.record).model_fields else ()  # noqa: B009 - not all records have it
