"""Every text exists in every language of the site.

A warning, so that nobody has to know two languages to correct a fact: until somebody translates the
text, the page shows it in English and says so. An error with `--strict`, which releases use.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.gaps import is_gap
from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.load import Kind
from closecodes.model.languages import SOURCE_LANGUAGE, language_name
from closecodes.problems import Level


__all__ = ["LEVEL", "WIDE", "check"]

LEVEL = Level.WARNING

WIDE = True


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each text and page that lacks a language of the site."""
    translated = [language for language in records.languages if language != SOURCE_LANGUAGE]
    for parsed in records.all():
        for found in parsed.texts:
            for language in translated:
                if _is_written(found.text.english) and not (found.text.get(language) or "").strip():
                    message = f"the {language_name(language)} text (`{language}`) of `{found.key}` is missing"
                    yield Finding(parsed.document, found.path, message, at_key=True)
    yield from _pages(records, translated)


def _is_written(english: str) -> bool:
    return bool(english) and not is_gap(english)


def _pages(records: Records, translated: list[str]) -> Iterator[Finding]:
    paths = {document.path for document in records.content.of_kind(Kind.PAGE)}
    for document in records.content.of_kind(Kind.PAGE):
        if not document.path.endswith(f".{SOURCE_LANGUAGE}.md"):
            continue
        for language in translated:
            wanted = document.path.replace(f".{SOURCE_LANGUAGE}.md", f".{language}.md")
            if wanted not in paths:
                yield Finding(document, (), f"the {language_name(language)} page {wanted} is missing")
