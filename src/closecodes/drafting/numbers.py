"""Which numbers a family can use, and what is known of a number before it has a record there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from closecodes.check.parsing import Records
from closecodes.check.words import did_you_mean, one_of
from closecodes.model.identity import REGISTERED_FAMILY, code_id
from closecodes.records import FamilyRecord


__all__ = ["KnownCode", "Numbers"]

FIRST, LAST = 1000, 4999
"""The numbers that RFC 6455, section 7.4.2, gives any use."""

LAST_OF_FIELD = 65_535
FIRST_OF_LIBRARIES = 3000
FIRST_PRIVATE = 4000

_SECTION = "RFC 6455, section 7.4.2"
_REGISTRY = "https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number"
_ALTERNATIVES = 3
_FAMILY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class KnownCode:
    """A code that has a record."""

    family: str
    number: int
    name: str
    path: str
    on_the_wire: bool

    @property
    def id(self) -> str:
        """Return the id of the code."""
        return code_id(self.family, self.number)


@dataclass(frozen=True)
class Numbers:
    """The families and the codes that have records."""

    families: Mapping[str, FamilyRecord]
    codes: Sequence[KnownCode]

    @classmethod
    def of(cls, records: Records) -> Numbers:
        """Return the families and codes of ``records``, as far as they can be read."""
        codes = [
            KnownCode(
                parsed.document.folder,
                parsed.record.code,
                parsed.record.name.english,
                parsed.document.path,
                parsed.record.facts.on_the_wire,
            )
            for parsed in records.codes
        ]
        return cls({parsed.document.folder: parsed.record for parsed in records.families}, codes)

    def fault(self, family: str, number: int) -> str | None:
        """Return why ``family`` cannot have a record of ``number``, and which numbers it could; None if it can."""
        reason = _impossible(number) or self._taken(family, number) or _not_registered(family, number)
        if reason is None:
            return None
        free = ", ".join(map(str, self.free(family, number)))
        return f"{reason}; numbers near it without a record: {free}" if free else reason

    def answer_fault(self, family: str, answer: str) -> str | None:
        """Return why ``answer`` is no number that ``family`` can use; None if it is one."""
        if not re.fullmatch("-?[0-9]{1,9}", answer):
            return f"`{answer}` is no number; close codes are numbers from {FIRST} to {LAST}"
        return self.fault(family, int(answer))

    def family_fault(self, family: str) -> str | None:
        """Return why no code can be added to ``family``; None if it has a record."""
        if family in self.families:
            return None
        guess = did_you_mean(family, self.families)
        return (
            f"no family is called `{family}`{guess or ';'} `closecodes new family {family}` makes a new one"
        )

    def new_family_fault(self, family: str) -> str | None:
        """Return why no new family can be called ``family``; None if one can."""
        if family in self.families:
            return f"the family `{family}` already has a record; `closecodes new {family}` adds a code to it"
        if not _FAMILY.fullmatch(family):
            return (
                f"`{family}` is no name of a family; write small letters, digits and hyphens: `discord-voice`"
            )
        return None

    def id_fault(self, id_: str) -> str | None:
        """Return why ``id_`` names no code; None if it names one."""
        ids = [code.id for code in self.codes]
        if id_ in ids:
            return None
        same = [code.id for code in self.codes if str(code.number) == id_]
        meant = f"; did you mean {one_of(same)}?" if same else did_you_mean(id_, ids)
        return f"no code is called `{id_}`{meant}"

    def _taken(self, family: str, number: int) -> str | None:
        for code in self.codes:
            if (code.family, code.number) == (family, number):
                return f"{code.id} “{code.name}” already has a record, {code.path}; correct it there"
        return None

    def free(self, family: str, number: int) -> list[int]:
        """Return the numbers nearest to ``number`` that the family could use and has no record of, lowest first.

        None are proposed for the registry: only who registers a number knows it.
        """
        if family == REGISTERED_FAMILY:
            return []
        taken = {code.number for code in self.codes if code.family == family}
        lowest, highest = FIRST, LAST
        if number >= FIRST_PRIVATE:
            lowest = FIRST_PRIVATE
        elif record := self.families.get(family):
            lowest, highest = record.range.min, record.range.max
        around = (n for n in range(lowest, highest + 1) if n not in taken)
        return sorted(sorted(around, key=lambda n: (abs(n - number), n))[:_ALTERNATIVES])

    def outside(self, family: str, number: int) -> bool:
        """Return whether the family's record says that it uses no such number."""
        record = self.families[family]
        return not record.range.min <= number <= record.range.max

    def elsewhere(self, family: str, number: int) -> list[KnownCode]:
        """Return the codes of other families with the same number, the registered one first."""
        others = [code for code in self.codes if code.number == number and code.family != family]
        return sorted(others, key=lambda code: (code.family != REGISTERED_FAMILY, code.family))

    def notes(self, family: str, number: int) -> Iterator[str]:
        """Yield what somebody should know before writing a record of ``number`` for ``family``."""
        others = self.elsewhere(family, number)
        if others:
            yield _same_number(number, [f"{self._called(code.family)} ({code.name})" for code in others])
        registered = next((code for code in others if code.family == REGISTERED_FAMILY), None)
        if family == REGISTERED_FAMILY:
            yield f"A code of this family stands in the registry; see that {number} does: {_REGISTRY}"
        elif registered and not registered.on_the_wire:
            yield f"{number} may not stand in a Close frame (RFC 6455, section 7.4.1): who sends it breaks the rule."
        elif registered:
            yield f"{number} is registered: write a record only if {family} gives it a meaning of its own."
        elif number < FIRST_OF_LIBRARIES:
            yield f"{number} is in the protocol's own range, 1000–2999, and nobody registered it ({_SECTION})."

    def _called(self, family: str) -> str:
        record = self.families.get(family)
        return record.name.english if record else family


def _not_registered(family: str, number: int) -> str | None:
    if family != REGISTERED_FAMILY or number < FIRST_PRIVATE:
        return None
    return (
        f"{number} cannot be registered: {FIRST_PRIVATE} to {LAST} are for private agreements ({_SECTION}); "
        f"name the service that uses it, as in `closecodes new discord {number}`"
    )


def _same_number(number: int, places: list[str]) -> str:
    count = "one other family" if len(places) == 1 else f"{len(places)} other families"
    return f"{number} exists in {count}: {', '.join(places)}."


def _impossible(number: int) -> str | None:
    if not 0 <= number <= LAST_OF_FIELD:
        return f"{number} is no close code: the field has 16 bits, so it holds 0 to {LAST_OF_FIELD}"
    if number < FIRST:
        return f"{number} cannot be used: 0 to 999 are set aside ({_SECTION})"
    if number > LAST:
        return f"{number} cannot be used: above {LAST} nothing is defined ({_SECTION})"
    return None
