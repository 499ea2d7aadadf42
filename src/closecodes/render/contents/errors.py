"""What the index of error texts shows, and the data that the search is fed with."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from closecodes.plan import Page
from closecodes.records import ErrorText, ErrorTexts
from closecodes.render.contents.translation import borrowed_from
from closecodes.render.speaker import Speaker


__all__ = ["anchor", "data", "index"]


def anchor(texts: ErrorTexts, text: ErrorText) -> str:
    """Return the id that a text has on the page."""
    return f"{texts.id}-{texts.texts.index(text) + 1}"


def index(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return what the index of error texts shows."""
    key = speaker.language.sort_key
    return {
        "programs": sorted(speaker.site.error_texts, key=lambda texts: key(texts.name)),
        "code_with": speaker.code,
        "anchor": anchor,
        "inline": speaker.inline,
        "borrowed_of": lambda texts: borrowed_from(speaker, f"error-texts/{texts.id}.yaml"),
        "source_of": lambda texts, id_: next(source for source in texts.sources if source.id == id_),
    }


def data(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return the texts as JSON, for programs."""
    entries = [
        {
            "text": text.text,
            "program": texts.name,
            "id": anchor(texts, text),
            "printedAs": text.printed_as.value,
            "codes": list(text.codes),
            "explanation": text.explanation.get(speaker.language.tag) or text.explanation.english,
        }
        for texts in speaker.site.error_texts
        for text in texts.texts
    ]
    json_text = json.dumps({"language": speaker.language.tag, "texts": entries}, ensure_ascii=False, indent=0)
    return {"json": Markup(json_text)}  # noqa: S704 - JSON, not HTML
