"""Texts and sources of records in one language."""

from __future__ import annotations

import re
from typing import Any

from closecodes.i18n import Language
from closecodes.records import LocalizedText, Source


__all__ = ["Ready", "markdown_in", "sentence_in", "source_in", "text_in"]

_MARKS = re.compile(r"(\*\*|`[^`]*`|\]\([^)]*\))")


class Ready(str):
    """A text that is put into a message as it is, such as Markdown."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the text."""
        return str(self)


def text_in(text: LocalizedText, language: Language) -> str:
    """Return the text in ``language``, without a change."""
    return text.get(language.tag) or text.english


def markdown_in(text: LocalizedText, language: Language) -> str:
    """Return the Markdown of the text in ``language``, typeset between its marks."""
    pieces = _MARKS.split(text_in(text, language))
    return "".join(piece if index % 2 else language.typeset(piece) for index, piece in enumerate(pieces))


def sentence_in(language: Language, message: str, **parts: Any) -> str:
    """Return a sentence of the catalogue around Markdown."""
    ready = {name: Ready(part) if isinstance(part, str) else part for name, part in parts.items()}
    return str(language.pgettext("sentence", message, **ready))


def source_in(source: Source, language: Language) -> dict[str, Any]:
    """Return what a list of sources says about one."""
    checked = source.checked and language.pgettext(
        "sources", "read on %(date)s", date=language.date(source.checked)
    )
    return {
        "id": source.id,
        "title": source.title or source.url,
        "url": source.url,
        "note": markdown_in(source.note, language) if source.note else "",
        "checked": str(checked or ""),
        "verified": source.verified,
    }
