"""What the field that finds is fed with, and what its page shows without script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from closecodes.addresses import code_slug, guide_slug, slug_of
from closecodes.i18n import pgettext_noop as N_
from closecodes.model import REGISTERED_FAMILY, Pair, pairs_across
from closecodes.plan import Page
from closecodes.render.contents.errors import anchor
from closecodes.render.contents.prose import guide_titles
from closecodes.render.speaker import Speaker


__all__ = ["data", "explanations", "page"]

# NOTE: Words in braces stay as they are; the page fills them in.
_MESSAGES = {
    "count": N_("find", "Matches: {count}"),
    "empty": N_("find", "Paste something first."),
    "pair": N_("find", "comparison"),
    "number": N_("find", "this number"),
    "service": N_("find", "this number at this service"),
    "everywhere": N_("find", "all services that use this number"),
    "range": N_("find", "no page of its own; what its range means"),
    "beyond": N_("find", "not a close code: they end at 65535"),
    "constant": N_("find", "called {part}"),
    "text": N_("find", "{part} prints this text"),
    "similar": N_("find", "{part} prints something similar"),
    "name": N_("find", "by its name"),
    "term": N_("find", "in the glossary"),
    "words": N_("find", "has these words"),
    "all": N_("find", "All matches, explained"),
    "line": N_("find", "line {line}: {reason}"),
    "behind": N_("find", "the code behind it"),
    "same": N_("find", "Choose two different codes."),
    "unrelated": N_("find", "These two are not compared: they belong to different services."),
}


def page(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return what the find page shows: everything there is, for readers without script."""
    numbers = (
        (number, sorted(codes, key=lambda code: code.family != REGISTERED_FAMILY))
        for number, codes in sorted(speaker.site.numbers.items())
    )
    return {
        "numbers": [(number, speaker.codes(codes)) for number, codes in numbers],
        "families": speaker.families(),
        "guides": guide_titles(speaker),
    }


def data(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return the data of one language as JSON."""
    site, language = speaker.site, speaker.language
    messages = {name: language.pgettext(said.context, said.text) for name, said in _MESSAGES.items()}
    value = {
        "language": language.tag,
        "messages": messages,
        "families": {family.id: speaker.family(family.id).name for family in site.families},
        "codes": list(_codes(speaker)),
        "across": sorted({(pair.first.id, pair.second.id) for pair in pairs_across(site) if _named(pair)}),
        "constants": list(_constants(speaker)),
        "ranges": [
            {"min": one.min, "max": one.max, "name": str(speaker.inline(one.name).striptags())}
            for one in site.ranges
        ],
        "errors": [
            {
                "text": text.text,
                "program": texts.name,
                "anchor": anchor(texts, text),
                "codes": list(text.codes),
            }
            for texts in site.error_texts
            for text in texts.texts
        ],
        "pages": list(_pages(speaker)),
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return {"json": Markup(text)}  # noqa: S704 - JSON, not HTML


def explanations(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return as JSON what the find page says of codes and error texts, beyond what the field knows."""
    language = speaker.language
    question = language.pgettext("code page", "Should I reconnect?")
    codes = {
        id_: f"{_meaning(speaker, id_)} {question} {language.sentence(speaker.code(id_).fact('retry')).striptags()}."
        for id_ in speaker.site.codes
    }
    errors = {
        anchor(texts, text): str(speaker.inline(text.explanation).striptags())
        for texts in speaker.site.error_texts
        for text in texts.texts
    }
    text = json.dumps({"codes": codes, "errors": errors}, ensure_ascii=False, separators=(",", ":"))
    return {"json": Markup(text)}  # noqa: S704 - JSON, not HTML


def _meaning(speaker: Speaker, id_: str) -> str:
    view = speaker.code(id_)
    clause = view.meaning_plain
    return str(
        speaker.language.pgettext(
            "sentence", "%(code)s means that %(clause)s.", code=view.number, clause=clause
        )
    )


def _named(pair: Pair) -> bool:
    """Return whether the pair is compared for another reason than its number."""
    return pair.first.number != pair.second.number


def _codes(speaker: Speaker) -> Iterator[dict[str, Any]]:
    for code in speaker.site.codes.values():
        view = speaker.code(code.id)
        english = {"english": view.registry_name} if view.registry_name else {}
        about = {"id": code.id, "number": code.number, "family": code.family, "slug": code_slug(code.id)}
        yield {**about, "name": view.name, **english}


def _constants(speaker: Speaker) -> Iterator[tuple[str, str, str]]:
    names = {library.id: library.name for library in speaker.site.libraries}
    for code in speaker.site.codes.values():
        for library, constant in code.record.constants.items():
            yield constant, code.id, names[library]
        if code.record.identifier:
            yield code.record.identifier, code.id, speaker.family(code.family).name


def _pages(speaker: Speaker) -> Iterator[tuple[str, ...]]:
    """Yield slug and title of guides, families and terms; of a term also what else people may call it."""
    for name, title, _, _ in guide_titles(speaker):
        yield guide_slug(name), str(title)
    for family in speaker.families():
        yield slug_of(family.family), family.name
    for term in speaker.site.terms:
        own = term.term.get(speaker.language.tag)
        title = speaker.language.typeset(own) if own else term.term.english
        others = (*term.term.root.values(), *term.rejected.get(speaker.language.tag, ()))
        yield f"glossary/#{term.id}", title, *dict.fromkeys(name for name in others if name != own)
