"""Texts use the terms of the glossary.

`glossary.yaml` names, for each term, the words that authors must not use for it in each language, and the
phrases in which such a word is right after all (`allowed`). Case does not matter, whole words do. Code,
addresses and what stands in “quotes” are left out, and so is the glossary itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.prose import passages
from closecodes.check.rules.base import Finding, finding_in
from closecodes.check.terms import Rejections
from closecodes.load import Kind
from closecodes.load.scalars import one_line
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.WARNING


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each word that the glossary rejects."""
    terms = tuple(term for glossary in records.glossaries for term in glossary.record.terms)
    rejections = {language: Rejections(terms, language) for language in records.languages}
    for passage in passages(records):
        if passage.document.kind is Kind.GLOSSARY or passage.language not in rejections:
            continue
        for start, end, term in rejections[passage.language].in_text(passage.text):
            right = term.term.get(passage.language) or term.id
            word = one_line(passage.text[start:end])
            message = f"found `{word}`, which the glossary rejects; write `{right}` (term `{term.id}`)"
            yield finding_in(passage, start, end, message)
