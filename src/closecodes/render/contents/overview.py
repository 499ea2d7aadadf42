"""What the pages show that lead to all others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from closecodes.model import SITUATIONS, CloseCode, Pair, Site, situation_of
from closecodes.plan import Page
from closecodes.records import Retry
from closecodes.render.contents.prose import guide_titles
from closecodes.render.speaker import Speaker
from closecodes.render.texts import TextMaker
from closecodes.render.views import ComparisonView


__all__ = ["llms", "overview"]

MATRIX_LIMIT = 60
"""Most codes of a family whose comparisons are shown as one table: its cells grow with their square."""


def overview(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return what the start page and the index of comparisons show."""
    site = speaker.site
    return {
        "registered": speaker.codes(site.registered),
        "advice": [word.value for word in Retry],
        "situations": [(name, speaker.codes(codes)) for name, codes in _situations(site)],
        "families": speaker.families(),
        "codes_of": lambda family: speaker.codes(family.family.codes),
        "authored": list(_authored(speaker)),
        "matrix_limit": MATRIX_LIMIT,
        "pair_of": lambda one, other: Pair.of(one.code, other.code),
        "is_authored": lambda pair: (pair.first.id, pair.second.id) in site.comparisons,
        "guides": guide_titles(speaker),
        "texts_count": sum(len(texts.texts) for texts in site.error_texts),
        "codes_count": len(site.codes),
        "tagline": TextMaker(speaker.language, {}).plain(site.tagline),
        "tagline_html": TextMaker(speaker.language, {}).inline(site.tagline, "tagline"),
    }


def llms(speaker: Speaker, page: Page) -> dict[str, Any]:
    """Return what ``llms.txt`` shows: what there is to read as Markdown, in one language."""
    site = speaker.site
    pairs = (Pair(site.codes[one], site.codes[other]) for one, other in site.comparisons)
    return {
        **overview(speaker, page),
        "pairs": [(pair, speaker.comparison_of(pair)) for pair in pairs],
        "others": [tag for tag in site.languages if tag != speaker.language.tag],
        "prose": sorted(site.prose),
    }


def _situations(site: Site) -> Iterator[tuple[str, list[CloseCode]]]:
    """Yield the registered codes by the situation of someone who met them, in the order of need."""
    groups: dict[str, list[CloseCode]] = {name: [] for name in SITUATIONS}
    for code in site.registered:
        groups[situation_of(code)].append(code)
    yield from ((name, codes) for name, codes in groups.items() if codes)


def _authored(speaker: Speaker) -> Iterator[ComparisonView]:
    codes = speaker.site.codes
    for (first, second), comparison in speaker.site.comparisons.items():
        yield speaker.comparison_of(Pair(codes[first], codes[second], comparison))
