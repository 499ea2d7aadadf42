"""Mend what needs no thought: what rules can mend by themselves, and the digests that translations lack."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from closecodes.check.gaps import is_gap
from closecodes.check.mending import mended_content
from closecodes.check.parsing import Parsed, parse_records
from closecodes.check.texts import digest
from closecodes.load import Content
from closecodes.load.strict_yaml import read_yaml
from closecodes.model.languages import SOURCE_LANGUAGE
from closecodes.records import Record


__all__ = ["fix_content", "with_digests"]

_TRANSLATION_BLOCK = re.compile(r"^translation:.*\n?(?:^[ \t]+.*\n?|^\s*\n)*", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)


def fix_content(content: Content, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the path and the mended text of each file of ``content`` that can be mended."""
    mended = mended_content(content, languages)
    records = {parsed.document.path: parsed for parsed in parse_records(mended, languages).all()}
    for before, after in zip(content.documents, mended.documents, strict=True):
        parsed = records.get(after.path)
        text = with_digests(parsed) if parsed and not after.problems else after.text
        if text != before.text:
            yield after.path, text


def with_digests(parsed: Parsed[Record]) -> str:
    """Return the text of a record's file with a digest for each translation.

    Digests that are there stay as they are, stale or not: only a person can say that a translation
    still holds. Those of texts that are gone are dropped.
    """
    if "translation" not in type(parsed.record).model_fields:
        return parsed.document.text
    text, digests = parsed.document.text, _digests(parsed)
    if digests == getattr(parsed.record, "translation", {}):
        return text
    comments = [line for block in _TRANSLATION_BLOCK.findall(text) for line in _COMMENT.findall(block)]
    body = _TRANSLATION_BLOCK.sub("", text).rstrip("\n") + "\n"
    fixed = body + _block(digests, comments)
    return fixed if _says(fixed, {**parsed.document.value, "translation": digests}) else text


def _says(text: str, value: Any) -> bool:
    """Return whether ``text`` is YAML for ``value``; a layout of another kind is left to its author."""
    reading = read_yaml(text.encode())
    return not reading.problems and {"translation": {}, **reading.value} == value


def _digests(parsed: Parsed[Record]) -> dict[str, dict[str, str]]:
    recorded = getattr(parsed.record, "translation", {})
    digests: dict[str, dict[str, str]] = {}
    for found in parsed.texts:
        today = None if is_gap(found.text.english) else digest(found.text.english)
        for language in sorted(set(found.text.root) - {SOURCE_LANGUAGE}):
            if known := recorded.get(language, {}).get(found.key) or today:
                digests.setdefault(language, {})[found.key] = known
    return digests


def _block(digests: dict[str, dict[str, str]], comments: list[str]) -> str:
    lines = ["translation:\n" if digests else "", *(f"{comment}\n" for comment in comments)]
    for language, by_key in sorted(digests.items()):
        lines.append(f"  {language}:\n")
        lines += [f"    {key}: {json.dumps(value)}\n" for key, value in by_key.items()]
    return "".join(lines)
