"""The record says which English each translation was made from, and of no other.

A note, never a hurdle: `check --fix` writes the missing digests. Without one, nobody is warned when the
English changes and the translation does not. A digest of a text that is gone is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from closecodes.check.gaps import is_gap
from closecodes.check.parsing import Parsed, Records
from closecodes.check.rules.base import Finding
from closecodes.load.scalars import one_line
from closecodes.model.languages import SOURCE_LANGUAGE, language_name
from closecodes.problems import Level
from closecodes.records import Record


__all__ = ["LEVEL", "MANY", "check"]

LEVEL = Level.NOTE

MANY = "{count} translations have no digest yet, or digests no text; run `check --fix`"


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each translation without a digest."""
    for parsed in records.all():
        translated = set(records.languages) - {SOURCE_LANGUAGE}
        recorded = getattr(parsed.record, "translation", {})
        for found in parsed.texts:
            if is_gap(found.text.english):
                continue
            for language in sorted(found.text.root):
                if language in translated and found.key not in recorded.get(language, {}):
                    message = (
                        f"no digest for the {language_name(language)} of `{found.key}`; run `check --fix`"
                    )
                    yield Finding(parsed.document, (*found.path, language), message, at_key=True)
        yield from _left_over(parsed, recorded)


def _left_over(parsed: Parsed[Record], recorded: Mapping[str, Mapping[str, str]]) -> Iterator[Finding]:
    """Yield a finding for each digest of a text that is gone."""
    known = {found.key for found in parsed.texts}
    for language, digests in recorded.items():
        for key in digests:
            if key not in known:
                message = f"no text is called `{one_line(key)}` any more; run `check --fix`"
                yield Finding(parsed.document, ("translation", language, key), message, at_key=True)
