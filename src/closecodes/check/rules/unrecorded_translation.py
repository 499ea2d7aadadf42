"""The record says which English each translation was made from.

A note, never a hurdle: `check --fix` writes the missing digests. Without one, nobody is warned when the
English changes and the translation does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.model.languages import SOURCE_LANGUAGE, language_name
from closecodes.problems import Level


__all__ = ["LEVEL", "MANY", "check"]

LEVEL = Level.NOTE

MANY = "{count} translations have no digest yet; run `check --fix`"


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each translation without a digest."""
    for parsed in records.all():
        translated = set(records.languages) - {SOURCE_LANGUAGE}
        recorded = getattr(parsed.record, "translation", {})
        for found in parsed.texts:
            for language in sorted(found.text.root):
                if language in translated and found.key not in recorded.get(language, {}):
                    message = (
                        f"no digest for the {language_name(language)} of `{found.key}`; run `check --fix`"
                    )
                    yield Finding(parsed.document, (*found.path, language), message, at_key=True)
