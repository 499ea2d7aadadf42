"""A translation was made from today's English.

The record keeps, under `translation:`, a digest of the English each translation was made from. When the
English changes, the digest no longer fits and the translation may say something else. Read both; if the
translation still holds, or once it is corrected, `i18n accept 1012 fr` notes it; `i18n diff 1012 fr` shows what
changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.check.texts import digest
from closecodes.model.languages import language_name
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.WARNING


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each translation whose English has changed since."""
    for parsed in records.all():
        recorded = getattr(parsed.record, "translation", {})
        for found in parsed.texts:
            for language in sorted(set(recorded) & set(records.languages)):
                kept = recorded[language].get(found.key)
                english = found.text.english
                if kept and english and found.text.get(language) and kept != digest(english):
                    message = (
                        f"the English of `{found.key}` has changed since its {language_name(language)} was written "
                        f"(digest {kept}, now {digest(english)})"
                    )
                    yield Finding(parsed.document, (*found.path, language), message, at_key=True)
