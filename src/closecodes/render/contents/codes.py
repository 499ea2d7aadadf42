"""What pages about codes, numbers, families and pairs show."""

from __future__ import annotations

from typing import Any, cast

from closecodes.addresses import pair_slug, slug_of
from closecodes.model import CloseCode, Family, Pair, Site, in_page_order
from closecodes.plan import Page
from closecodes.records.errors import ErrorText, ErrorTexts
from closecodes.render.speaker import Speaker


__all__ = ["code", "family", "number", "pair"]


def code(speaker: Speaker, page: Page) -> dict[str, Any]:
    """Return what the page about a code shows."""
    subject = cast("CloseCode", page.subject)
    site = speaker.site
    codes = site.family(subject.family).codes
    place = next(index for index, other in enumerate(codes) if other is subject)
    related = [speaker.code(id_) for id_ in subject.record.see_also]
    namesakes = speaker.codes([other for other in site.numbers[subject.number] if other is not subject])
    rest = [other for other in codes if other is not subject and other.id not in subject.record.see_also]
    return {
        "code": speaker.code(subject.id),
        "family": speaker.family(subject.family),
        "others": [(pair_slug(*in_page_order(subject.id, view.id)), view) for view in speaker.codes(rest)],
        "before": speaker.code(codes[place - 1].id) if place else None,
        "after": speaker.code(codes[place + 1].id) if place + 1 < len(codes) else None,
        "related": related,
        "namesakes": namesakes,
        "family_of": lambda view: speaker.family(view.code.family),
        "comparisons": {view.id: slug_of(Pair.of(subject, view.code)) for view in (*related, *namesakes)},
        "printed": _printed(site, subject),
        "inline": speaker.inline,
    }


def _printed(site: Site, code: CloseCode) -> list[tuple[ErrorTexts, list[ErrorText]]]:
    """Return what each program prints when a connection ends with ``code``, for those that print something."""
    found = [
        (program, [text for text in program.texts if code.id in text.codes]) for program in site.error_texts
    ]
    return [(program, texts) for program, texts in found if texts]


def number(speaker: Speaker, page: Page) -> dict[str, Any]:
    """Return what the page about a number shows that no registry gives a meaning."""
    subject = cast("int", page.subject)
    codes = speaker.codes(speaker.site.numbers[subject])
    views = [(one, other) for index, one in enumerate(codes) for other in codes[index + 1 :]]
    return {
        "number": subject,
        "codes": codes,
        "family_of": lambda view: speaker.family(view.code.family),
        "pairs": [(one, other, slug_of(Pair.of(one.code, other.code))) for one, other in views],
        "neighbours": speaker.site.private_numbers,
    }


def family(speaker: Speaker, page: Page) -> dict[str, Any]:
    """Return what the page about a family shows."""
    subject = cast("Family", page.subject)
    return {
        "family": speaker.family(subject.id),
        "codes": speaker.codes(subject.codes),
        "inline": speaker.inline,
    }


def pair(speaker: Speaker, page: Page) -> dict[str, Any]:
    """Return what the page about a pair shows."""
    subject = cast("Pair", page.subject)
    return speaker.comparison(subject, speaker.comparison_of(subject))
