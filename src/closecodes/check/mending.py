"""Make the changes that rules ask for in the files themselves, so that nothing else in them changes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from closecodes.check.parsing import Records, parse_records
from closecodes.check.rules import RULES, Finding
from closecodes.check.rules.base import Mend
from closecodes.check.texts import digest, texts_of
from closecodes.load import Content, Document, Kind, ValuePath
from closecodes.load.strict_yaml import read_yaml
from closecodes.records import Record


__all__ = ["mended_content"]

_MOST_PASSES = 5
"""Mending one thing can show another beside it; a record that never comes to rest is left to its author."""

_PROSE = {Kind.PAGE, Kind.GUIDE}


def mended_content(content: Content, languages: tuple[str, ...]) -> Content:
    """Return ``content`` with what its rules can mend without thought."""
    for _ in range(_MOST_PASSES):
        records = parse_records(content, languages)
        found = _findings(records)
        documents = tuple(_mended(document, found.get(document.path, ())) for document in content.documents)
        if documents == content.documents:
            break
        following = replace(content, documents=documents)
        content = _with_digests_of_today(following, records, languages)
    return content


def _findings(records: Records) -> dict[str, list[Finding]]:
    found = defaultdict[str, list[Finding]](list)
    for rule in RULES.values():
        for finding in rule.check(records):
            if finding.mend and not finding.document.problems:
                found[finding.document.path].append(finding)
    return found


def _mended(document: Document, findings: Sequence[Finding]) -> Document:
    """Return a document with the changes of ``findings``, or as it was if they would change anything else."""
    text = _applied(document.text, [finding.mend for finding in findings if finding.mend])
    if document.kind in _PROSE:
        return replace(document, text=text, value=text) if findings else document
    mended = _read_again(document, text) if findings else document
    paths = {finding.path for finding in findings}
    return mended if mended is document or _differ_only_at(paths, document, mended) else document


def _applied(text: str, mends: Sequence[Mend]) -> str:
    """Return ``text`` with ``mends``, but for those that reach into one before."""
    pieces, end = list[str](), 0
    for mend in sorted(mends, key=lambda mend: (mend.start, mend.end)):
        if mend.start >= end:
            pieces += [text[end : mend.start], mend.text]
            end = mend.end
    return "".join([*pieces, text[end:]])


def _read_again(document: Document, text: str) -> Document:
    reading = read_yaml(text.encode())
    return replace(
        document, value=reading.value, marks=reading.marks, text=text, problems=tuple(reading.problems)
    )


def _differ_only_at(paths: set[ValuePath], one: Document, other: Document) -> bool:
    if other.problems:
        return False
    before, after = dict(_leaves(one.value, ())), dict(_leaves(other.value, ()))
    return before.keys() == after.keys() and all(
        before[path] == after[path] for path in before.keys() - paths
    )


def _leaves(value: Any, path: ValuePath) -> Iterator[tuple[ValuePath, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, index))
    else:
        yield path, value


def _with_digests_of_today(content: Content, before: Records, languages: tuple[str, ...]) -> Content:
    """Return ``content`` with digests that still hold: a sign mended in the English changes no translation."""
    english = {parsed.document.path: _english(parsed.record) for parsed in before.all()}
    carried = {
        parsed.document.path: _carried(
            parsed.document, english[parsed.document.path], _english(parsed.record)
        )
        for parsed in parse_records(content, languages).all()
    }
    documents = tuple(carried.get(document.path, document) for document in content.documents)
    return replace(content, documents=documents)


def _english(record: Record) -> dict[str, str]:
    return {found.key: found.text.english for found in texts_of(record)}


def _carried(document: Document, before: dict[str, str], after: dict[str, str]) -> Document:
    text = document.text
    for key in before.keys() & after.keys():
        old, new = digest(before[key]), digest(after[key])
        if old != new:
            text = re.sub(rf"(?<![\w.])({re.escape(key)}[\"']?\s*:\s*[\"']?){old}\b", rf"\g<1>{new}", text)
    return document if text == document.text else _read_again(document, text)
