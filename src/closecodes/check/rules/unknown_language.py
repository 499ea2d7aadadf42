"""A text is in a language of the site.

Languages are the folders of `locales/`, and English. Anything else beside `en` and `fr` is most often a
misspelt field.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.check.words import did_you_mean, one_of
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each language that the site does not have."""
    for parsed in records.all():
        for found in parsed.texts:
            for language in found.text.root:
                if language not in records.languages:
                    guess = did_you_mean(language, (*records.languages, "sources"))
                    guess = guess or f"; the languages are {one_of(records.languages)}"
                    message = f"`{language}` is no language of this site{guess}"
                    yield Finding(parsed.document, (*found.path, language), message, at_key=True)
