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
from closecodes.load import Document, Kind
from closecodes.model.identity import code_id
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
                    change = f"digest {kept}, now {digest(english)}"
                    message = _message(parsed.document, found.key, language, change)
                    yield Finding(parsed.document, (*found.path, language), message, at_key=True)


def _message(document: Document, key: str, language: str, change: str) -> str:
    return (
        f"the English of `{key}` has changed since its {language_name(language)} was written ({change}); "
        f"`i18n diff {_name(document)} {language}` shows how"
    )


def _name(document: Document) -> str:
    """Return the name by which commands call a record: the id of a code, of a family, of a pair, or a path."""
    match document.kind:
        case Kind.CODE if document.stem.isdecimal():
            return code_id(document.folder, int(document.stem))
        case Kind.FAMILY:
            return document.folder
        case Kind.COMPARISON:
            return document.stem
        case _:
            return document.path
