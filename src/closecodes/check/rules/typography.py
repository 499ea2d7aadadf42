"""French and English are typed as their readers expect.

In French: a space before `;`, `:`, `!`, `?` and inside « », « » for quotes, accents on capitals, œ, a space between
a number and its unit, `1re` and `2e`. In English: none of these spaces. In both: one sign for an ellipsis, no space
before a comma or a full stop, no double spaces, an en dash for a dash, no spaces in `4000–4999`, and no close code in
groups. Whether spaces are no-break ones and apostrophes are curved does not matter, since the page sets them. Code,
addresses and links are left out. `check --fix` mends all but the numbers that might be amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.prose import Passage, passages
from closecodes.check.rules.base import Finding, finding_in
from closecodes.check.typography import Slip, slips
from closecodes.load.scalars import one_line
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.WARNING

_SHOWN = 24
"""How much of the words around a slip a message quotes."""

_WORD_BEFORE = re.compile(r"\S*$")
_WORD_AFTER = re.compile(r"\S*")


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each sign or space that is not as it should be."""
    codes = {parsed.record.code for parsed in records.codes}
    for passage in passages(records):
        for slip in slips(passage.text, passage.language, codes):
            wanted = slip.wanted if slip.certain else None
            yield finding_in(passage, slip.start, slip.end, _message(passage, slip), wanted)


def _message(passage: Passage, slip: Slip) -> str:
    text = passage.text
    before = _WORD_BEFORE.findall(text[: slip.start])[0][-_SHOWN:]
    after = _WORD_AFTER.findall(text[slip.end :])[0][:_SHOWN]
    found = one_line(f"{before}{text[slip.start : slip.end]}{after}")
    return f"found `{found}`; {slip.why}: write `{before}{slip.wanted}{after}`"
