"""Note that a translation fits the English of today."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from closecodes.check.fixing import with_digests
from closecodes.check.parsing import Parsed
from closecodes.records import Record


__all__ = ["accepted"]


def accepted(parsed: Parsed[Record], language: str, fields: Collection[str]) -> str:
    """Return the text of a record's file in which the translations of ``fields`` count as made from today's English.

    It is as it was where the layout of the file is not one that can be changed safely.
    """
    recorded = {tag: dict(digests) for tag, digests in getattr(parsed.record, "translation", {}).items()}
    kept = {key: value for key, value in recorded.get(language, {}).items() if key not in fields}
    record = parsed.record.model_copy(update={"translation": {**recorded, language: kept}})
    return with_digests(replace(parsed, record=record))
