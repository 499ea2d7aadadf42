"""A clause joins a sentence: it begins with a small letter and has no full stop.

“1012 means that …” and « 1012 signifie que … » are completed by the clause; French elision (*que* → *qu’*)
is put in when the page is made. Names that keep their capital are listed in `site.yaml`
(`proper_names`); words such as `TLS` or `WebSocket` are recognised by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.problems import Level


__all__ = ["LEVEL", "check", "clause_fault"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each clause that could not join a sentence."""
    names = {name for site in records.sites for name in site.record.proper_names}
    for parsed in records.all():
        for found in parsed.texts:
            if not found.is_clause:
                continue
            for language, text in found.text.root.items():
                if fault := clause_fault(text.strip(), names):
                    message = f"`{found.key}` completes a sentence, so it {fault}"
                    yield Finding(parsed.document, (*found.path, language), message)


def clause_fault(clause: str, names: set[str]) -> str | None:
    """Return what keeps ``clause`` from joining a sentence, as the end of “it …”; None if nothing does."""
    if not clause:
        return None
    if clause.endswith(".") and not clause.endswith("…"):
        return "has no full stop at its end"
    word = re.split(r"[\s,;:.’'`-]", clause, maxsplit=1)[0]
    if clause[0].isupper() and word not in names and not re.search(r".[A-Z0-9]", word):
        small = f"{clause[0].lower()}{word[1:]}"
        return f"begins with a small letter: `{small}`; if `{word}` is a name, add it to `proper_names` in site.yaml"
    return None
