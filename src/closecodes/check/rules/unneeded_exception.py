"""An exception from a rule is still needed.

`allowed` of `glossary.yaml` lets a rejected word stand in a phrase. A phrase that no text has any more hides the next
mistake; take it out. What records list under `shared` is looked after by `shared-sentence`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from closecodes.check.parsing import Records
from closecodes.check.prose import passages
from closecodes.check.rules.base import Finding
from closecodes.check.terms import Rejections
from closecodes.load import Kind
from closecodes.problems import Level


__all__ = ["LEVEL", "WIDE", "check"]

LEVEL = Level.WARNING

WIDE = True


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each exception that no text needs."""
    everywhere = replace(records, focus=None)
    texts = [passage for passage in passages(everywhere) if passage.document.kind is not Kind.GLOSSARY]
    for glossary in records.glossaries:
        for language in records.languages:
            spoken = (passage.text for passage in texts if passage.language == language)
            terms = glossary.record.terms
            for number, index in Rejections(terms, language).unneeded(spoken):
                phrase = terms[number].allowed[language][index]
                message = f"no text has `{phrase}`; leave it out of `allowed`"
                yield Finding(glossary.document, ("terms", number, "allowed", language, index), message)
