"""What the page of changes and the feed show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from closecodes.addresses import slug_of_reference
from closecodes.model import REGISTERED_FAMILY, SOURCE_LANGUAGE
from closecodes.pages import Page
from closecodes.render.contents.prose import guide_titles
from closecodes.render.speaker import Speaker
from closecodes.render.texts import TextMaker


__all__ = ["changes"]

Named = tuple[str, str | None]
"""A name, and its language if it is not the page's own."""


def changes(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return the changes, the latest first, and the day of the latest."""
    titles = {name: (title, foreign) for name, title, foreign, _ in guide_titles(speaker)}
    maker = TextMaker(speaker.language, {})
    return {
        "changes": [
            {
                "id": change.id,
                "date": change.date,
                "html": maker.inline(change.text, ""),
                "title": maker.plain(change.text),
                "foreign": None if change.text.get(speaker.language.tag) else SOURCE_LANGUAGE,
                "pages": list(_pages(speaker, change.pages, titles)),
            }
            for change in speaker.site.changes
        ],
        "latest": max(change.date for change in speaker.site.changes),
    }


def _pages(
    speaker: Speaker, references: tuple[str, ...], titles: Mapping[str, Named]
) -> Iterator[tuple[str, str, str | None]]:
    """Yield the slug, the name and the foreign language of the name of each page that a change names."""
    for reference in references:
        kind, _, name = reference.partition(":")
        yield slug_of_reference(kind, name), *_named(speaker, kind, name, titles)


def _named(speaker: Speaker, kind: str, name: str, titles: Mapping[str, Named]) -> Named:
    match kind:
        case "code":
            return _code(speaker, name)
        case "compare":
            (first, foreign), (second, other) = (_code(speaker, id_) for id_ in name.split("/"))
            said = speaker.language.pgettext(
                "comparison", "%(first)s vs %(second)s", first=first, second=second
            )
            return str(said), foreign or other
        case "family":
            return _family(speaker, name)
        case _:
            return titles[name]


def _family(speaker: Speaker, id_: str) -> Named:
    view = speaker.family(id_)
    own = view.family.record.name.get(speaker.language.tag)
    return view.name, None if own else SOURCE_LANGUAGE


def _code(speaker: Speaker, id_: str) -> Named:
    code = speaker.site.codes[id_]
    if code.family == REGISTERED_FAMILY:
        return str(code.number), None
    name, foreign = _family(speaker, code.family)
    return f"{name} {code.number}", foreign
