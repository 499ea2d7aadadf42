"""Mend what needs no thought: write the digests of translations that have none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from closecodes.check.parsing import Parsed, parse_records
from closecodes.check.texts import digest, texts_of
from closecodes.i18n import find_languages
from closecodes.load import load_content
from closecodes.model.languages import SOURCE_LANGUAGE
from closecodes.project import Project
from closecodes.records import Record


__all__ = ["fix_project", "with_digests"]

_TRANSLATION_BLOCK = re.compile(r"^translation:.*\n?(?:^[ \t]+.*\n?|^\s*\n)*", re.MULTILINE)


def fix_project(project: Project) -> Iterator[str]:
    """Mend the content of ``project`` in place, yielding the path of each file that changed."""
    base = project.shown_from(project.content)
    content = load_content(project.content, shown_from=base)
    for parsed in parse_records(content, find_languages(project.locales)).all():
        text = parsed.document.text
        fixed = with_digests(parsed)
        if fixed != text:
            (base / parsed.document.path).write_text(fixed, encoding="utf-8", newline="\n")
            yield parsed.document.path


def with_digests(parsed: Parsed[Record]) -> str:
    """Return the text of a record's file with a digest for each translation.

    Digests that are there stay as they are, stale or not: only a person can say that a translation
    still holds. Those of texts that are gone are dropped.
    """
    if "translation" not in type(parsed.record).model_fields:
        return parsed.document.text
    digests = _digests(parsed)
    body = _TRANSLATION_BLOCK.sub("", parsed.document.text).rstrip("\n") + "\n"
    return body + _block(digests) if digests else body


def _digests(parsed: Parsed[Record]) -> dict[str, dict[str, str]]:
    recorded = getattr(parsed.record, "translation", {})
    digests: dict[str, dict[str, str]] = {}
    for found in texts_of(parsed.record):
        for language in sorted(found.text.root):
            if language != SOURCE_LANGUAGE:
                kept = recorded.get(language, {}).get(found.key)
                digests.setdefault(language, {})[found.key] = kept or digest(found.text.english)
    return digests


def _block(digests: dict[str, dict[str, str]]) -> str:
    lines = ["translation:\n"]
    for language, by_key in sorted(digests.items()):
        lines.append(f"  {language}:\n")
        lines += [f"    {key}: {json.dumps(value)}\n" for key, value in by_key.items()]
    return "".join(lines)
