"""A clause joins a sentence: it begins with a small letter, has no full stop, and says no word of the sentence again.

“1012 means that …” and « 1012 signifie que … » are completed by the clause; “that”, *que* and the French elision
(*que* → *qu’*) are put in when the page is made. Names that keep their capital are listed in `site.yaml`
(`proper_names`); words such as `TLS` or `WebSocket` are recognised by themselves. `check --fix` takes a full stop away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.prose import Passage
from closecodes.check.rules.base import Finding, finding_in
from closecodes.problems import Level


__all__ = ["LEVEL", "check", "clause_fault", "said_again"]

LEVEL = Level.ERROR

_FULL_STOP = "has no full stop at its end"

_SENTENCES = {
    ("meaning", "en"): ("that",),
    ("meaning", "fr"): ("que", "qu"),
    ("when", "en"): ("when", "that"),
    ("when", "fr"): ("lorsque", "lorsqu", "quand", "que", "qu"),
    ("send", "en"): ("when", "that"),
    ("send", "fr"): ("lorsque", "lorsqu", "quand", "que", "qu"),
    ("defined_by", "en"): ("by",),
    ("defined_by", "fr"): ("par",),
}
"""The words that the page puts before a clause, by its name and language, and those of the same kind."""


_FIRST_WORD = re.compile(r"(?P<word>[^\W\d]+)(?:['’]|\s)")


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each clause that could not join a sentence."""
    names = {name for site in records.sites for name in site.record.proper_names}
    for parsed in records.all():
        for found in parsed.texts:
            if not found.is_clause:
                continue
            for language, text in found.text.root.items():
                if fault := clause_fault(text.strip(), names) or said_again(found.key, language, text):
                    message = f"`{found.key}` completes a sentence, so it {fault}"
                    passage = Passage(parsed.document, (*found.path, language), language, text)
                    yield _finding(passage, message, stop=fault == _FULL_STOP)


def _finding(passage: Passage, message: str, *, stop: bool) -> Finding:
    """Return a finding at the beginning of a text, or at its full stop, which is mended by leaving it out."""
    if not stop:
        return Finding(passage.document, passage.path, message)
    end = len(passage.text.rstrip())
    return finding_in(passage, end - 1, end, message, "")


def clause_fault(clause: str, names: set[str]) -> str | None:
    """Return what keeps ``clause`` from joining a sentence, as the end of “it …”; None if nothing does."""
    if not clause:
        return None
    if clause.endswith(".") and not clause.endswith("…"):
        return _FULL_STOP
    word = re.split(r"[\s,;:.’'`-]", clause, maxsplit=1)[0]
    if clause[0].isupper() and word not in names and not re.search(r".[A-Z0-9]", word):
        small = f"{clause[0].lower()}{word[1:]}"
        return f"begins with a small letter: `{small}`; if `{word}` is a name, add it to `proper_names` in site.yaml"
    return None


def said_again(key: str, language: str, clause: str) -> str | None:
    """Return what is wrong if ``clause`` begins with the word that the page puts before it; None if it does not.

    >>> said_again("meaning", "fr", "qu'un client est parti")
    "does not begin with `qu'`: the page puts that in"
    """
    found = _FIRST_WORD.match(clause.strip())
    if found and found["word"].lower() in _SENTENCES.get((key, language), ()):
        return f"does not begin with `{found[0].strip()}`: the page puts that in"
    return None
