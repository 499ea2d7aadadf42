"""Mark the sentences that synthetic records have in common as shared on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from closecodes.check.rules.shared_sentence import MIN_WORDS
from closecodes.check.sentences import sentences


__all__ = ["with_shared_marked"]

_LISTS = ("causes", "pitfalls")


def with_shared_marked(records: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield each record, which lists those of its texts that say what an earlier one says."""
    said = set[tuple[str, str]]()
    for record in records:
        texts = {key: set(_long_sentences(text)) for key, text in _texts(record)}
        shared = [key for key, own in texts.items() if own & said]
        said.update(*texts.values())
        yield {**record, "shared": shared} if shared else record


def _texts(record: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    yield from record["text"].items()
    for name in _LISTS:
        for index, statement in enumerate(record.get(name, ())):
            yield f"{name}.{index}", {tag: text for tag, text in statement.items() if tag != "sources"}


def _long_sentences(text: dict[str, str]) -> Iterator[tuple[str, str]]:
    for language, said in text.items():
        yield from ((language, one.says) for one in sentences(said) if one.words >= MIN_WORDS)
