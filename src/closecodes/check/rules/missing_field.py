"""A record has every field it needs.

The place given is where the record, or the part of it that lacks the field, begins. A field that is there under a
misspelt name is not told twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.fields import description_at, field_at, fields_at, words_of
from closecodes.check.parsing import Fault, Records
from closecodes.check.rules.base import Finding, faults_of_type
from closecodes.check.words import nearest, one_of
from closecodes.load import ValuePath
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each field that is required and absent."""
    misspelt = set(_misspelt(records))
    for fault in faults_of_type(records, "missing"):
        if (fault.document.path, fault.path) not in misspelt:
            message = f"the field `{fault.path[-1]}` is missing{_where(fault)}{_wanted(fault)}"
            yield Finding(fault.document, fault.path[:-1], message, at_key=True)


def _misspelt(records: Records) -> Iterator[tuple[str, ValuePath]]:
    """Yield the file and place of each field that an unknown one was probably meant to be."""
    for fault in faults_of_type(records, "extra_forbidden"):
        parent = fault.path[:-1]
        if meant := nearest(str(fault.path[-1]), fields_at(fault.model, parent)):
            yield fault.document.path, (*parent, meant)


def _where(fault: Fault) -> str:
    parents = fault.path[:-1]
    return f" in `{'.'.join(map(str, parents))}`" if parents else ""


def _wanted(fault: Fault) -> str:
    """Return what the field is for, and the words it takes, as the end of a message."""
    description, field = description_at(fault.model, fault.path), field_at(fault.model, fault.path)
    about = f": {description[0].lower()}{description[1:].removesuffix('.')}" if description else ""
    words = words_of(field) if field else ()
    return f"{about}; expected {one_of(words)}" if words else about
