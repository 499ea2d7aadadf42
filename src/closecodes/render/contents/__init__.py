"""What the template of each kind of page shows: one function for each, from the page and its language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from closecodes.plan import Page, PageKind
from closecodes.render.contents import changes, codes, errors, find, overview, prose, reference, translation
from closecodes.render.speaker import Speaker


__all__ = ["content_of"]

_MAKERS: dict[PageKind, Callable[[Speaker, Page], dict[str, Any]]] = {
    PageKind.CODE: codes.code,
    PageKind.FAMILY: codes.family,
    PageKind.NUMBER: codes.number,
    PageKind.COMPARISON: codes.pair,
    PageKind.FORWARD: codes.pair,
    PageKind.START: overview.overview,
    PageKind.COMPARE_INDEX: overview.overview,
    PageKind.NOT_FOUND: overview.overview,
    PageKind.RANGES: reference.ranges,
    PageKind.CONSTANTS: reference.constants,
    PageKind.RETRY: reference.retry,
    PageKind.GLOSSARY: reference.glossary,
    PageKind.ERRORS: errors.index,
    PageKind.ERROR_DATA: errors.data,
    PageKind.FIND: find.page,
    PageKind.FIND_DATA: find.data,
    PageKind.EXPLANATIONS: find.explanations,
    PageKind.PROSE: prose.prose,
    PageKind.TRANSLATION: translation.page,
    PageKind.TRANSLATION_BADGE: translation.badge,
    PageKind.GUIDES: prose.guides,
    PageKind.CHANGES: changes.changes,
    PageKind.FEED: changes.changes,
    PageKind.LLMS: overview.llms,
    PageKind.GUIDE: prose.guide,
}


def content_of(page: Page, speaker: Speaker) -> dict[str, Any]:
    """Return what the template of ``page`` shows in the language of ``speaker``."""
    maker = _MAKERS.get(page.kind)
    return maker(speaker, page) if maker else {}
