"""What the pages of reference show: ranges, constants of libraries, the retry matrix, the glossary."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from closecodes.model import REGISTERED_FAMILY
from closecodes.plan import Page
from closecodes.records import Retry, Term
from closecodes.render.contents.translation import borrowed_from
from closecodes.render.speaker import Speaker
from closecodes.render.texts import TextMaker


__all__ = ["constants", "glossary", "ranges", "retry"]


def ranges(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return what the page of ranges shows."""
    site = speaker.site
    return {
        "ranges": site.ranges,
        "texts": TextMaker(speaker.language, site.ranges_lines),
        "range_page": site.ranges_path,
        "numbers_in": lambda low, high: [number for number in sorted(site.numbers) if low <= number <= high],
        "codes_with": lambda number: speaker.codes(site.numbers[number]),
    }


def constants(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return what the table of constants shows."""
    return {"libraries": speaker.site.libraries, "codes": speaker.codes(speaker.site.registered)}


def retry(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return what the retry matrix shows: every code by family, and by advice."""
    families = [(family, speaker.codes(family.family.codes)) for family in speaker.families()]
    registered_first = sorted(families, key=lambda entry: entry[0].id != REGISTERED_FAMILY)
    return {"families": registered_first, "advice": [word.value for word in Retry], "inline": speaker.inline}


def glossary(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return what the glossary shows: its terms in the order of the language, by their first letters."""
    key = speaker.language.sort_key

    def name(term: Term) -> str:
        return term.term.get(speaker.language.tag) or term.term.english

    terms = sorted(speaker.site.terms, key=lambda term: key(name(term)))
    letters = groupby(terms, key=lambda term: key(name(term))[0][:1].upper())
    return {
        "letters": [(letter, list(entries)) for letter, entries in letters],
        "name_of": name,
        "inline": speaker.inline,
        "borrowed": borrowed_from(speaker, "glossary.yaml"),
        "glossary_sources": {source.id: source for source in speaker.site.term_sources},
    }
