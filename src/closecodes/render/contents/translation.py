"""How far translations are: the page for translators, and the badge for READMEs."""

from __future__ import annotations

import json
from itertools import groupby
from operator import attrgetter
from typing import Any

from markupsafe import Markup

from closecodes.model import SOURCE_LANGUAGE
from closecodes.model.translation import Progress, State, TextState
from closecodes.plan import Page
from closecodes.render.speaker import Speaker
from closecodes.render.texts import Borrowed


__all__ = ["badge", "borrowed_from", "page"]

_MOST = 200
"""Texts of one state that a page lists: a language that has just begun has thousands."""

_COLOURS = ((100, "brightgreen"), (90, "green"), (70, "yellow"), (40, "orange"), (0, "red"))
"""Names of colours that shields.io knows, each from a percentage on."""


def page(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return what the page for translators shows: the numbers of all languages, and what is open in its own."""
    own = speaker.language.tag
    translated = [tag for tag in speaker.site.languages if tag != SOURCE_LANGUAGE]
    shown = translated if own == SOURCE_LANGUAGE else [own]
    return {
        "progress": {tag: _progress(speaker, tag) for tag in translated},
        "open": [
            (tag, state.value, *_listed(_progress(speaker, tag), state))
            for tag in shown
            for state in (State.MISSING, State.STALE)
            if _progress(speaker, tag).count(state)
        ],
    }


def _listed(progress: Progress, state: State) -> tuple[list[tuple[str, list[TextState]]], int]:
    """Return the texts in ``state`` by file, and how many more there are."""
    texts = [text for text in progress.open if text.state is state]
    by_file = groupby(texts[:_MOST], key=attrgetter("path"))
    return [(path, list(found)) for path, found in by_file], max(0, len(texts) - _MOST)


def borrowed_from(speaker: Speaker, file: str) -> tuple[str, list[Borrowed]]:
    """Return the path of the record whose path ends with ``file``, and its texts that are shown in English.

    They are those that have no translation into the language of the page; in English there are none.
    """
    translations, language = speaker.site.translations, speaker.language.tag
    waiting = translations.into(language).open if translations and language != SOURCE_LANGUAGE else ()
    texts = [text for text in waiting if text.state is State.MISSING and text.path.endswith(f"/{file}")]
    return texts[0].path if texts else file, [Borrowed(text.field, text.line) for text in texts]


def badge(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return the badge of one language as JSON, in the endpoint format of shields.io."""
    language = speaker.language
    percent = _progress(speaker, language.tag).percent
    value = {
        "schemaVersion": 1,
        "label": language.name,
        "message": language.typeset(f"{percent}%"),
        "color": next(colour for least, colour in _COLOURS if percent >= least),
    }
    return {"json": Markup(json.dumps(value, ensure_ascii=False))}  # noqa: S704 - JSON, not HTML


def _progress(speaker: Speaker, language: str) -> Progress:
    if speaker.site.translations is None:
        message = "the site was made without its records"
        raise ValueError(message)
    return speaker.site.translations.into(language)
