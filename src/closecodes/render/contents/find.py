"""What the field that finds is fed with, and what its page shows without script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from closecodes.addresses import code_slug, guide_slug, slug_of
from closecodes.i18n import pgettext_noop as N_
from closecodes.model import REGISTERED_FAMILY, SOURCE_LANGUAGE, CloseCode, Pair, Site, pairs_across
from closecodes.plan import Page, single_pages
from closecodes.records import Term
from closecodes.records.timeouts import Limit
from closecodes.render.contents.errors import anchor
from closecodes.render.contents.prose import guide_titles, has_limits
from closecodes.render.speaker import Speaker


__all__ = ["data", "explanations", "page"]

_INDEXES = {
    "compare/": (N_("compare index", "Compare two close codes"), N_("navigation", "Compare")),
    "ranges/": (N_("ranges", "What any number means"), N_("navigation", "Ranges")),
    "retry/": (N_("retry page", "Which close codes to reconnect after"), N_("navigation", "Reconnecting")),
    "constants/": (N_("constants", "Names of close codes in libraries"), N_("navigation", "Constants")),
    "errors/": (N_("errors", "Error texts and what is behind them"), N_("navigation", "Error texts")),
    "glossary/": (N_("glossary", "Glossary"),),
    "guides/": (N_("guides", "Guides"),),
    "changes/": (N_("navigation", "Changes"),),
    "about/": (N_("navigation", "About"),),
}
"""Pages that lead to others, by their slugs, with what they are called: their titles, and in the menu."""

_LIMIT_TERMS = {
    Limit.IDLE: "idle-timeout",
    Limit.LIFETIME: "lifetime",
    Limit.KEEPALIVE: "keepalive",
    Limit.CLOSE_HANDSHAKE: "closing-handshake",
}
"""Terms of the glossary by which people call a limit."""

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
    "near": N_("find", "almost this number"),
    "without": N_("find", "its codes, of which none is {part}"),
    "constant": N_("find", "called {part}"),
    "alike": N_("find", "almost called {part}"),
    "text": N_("find", "{part} prints this text"),
    "similar": N_("find", "{part} prints something similar"),
    "texts": N_("find", "all that it prints"),
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
    called = {code.id: term for term, code in _named_terms(speaker.site)}
    for code in speaker.site.codes.values():
        view = speaker.code(code.id)
        others = (
            called[code.id].other_words(speaker.language.tag, SOURCE_LANGUAGE) if code.id in called else ()
        )
        more = {"english": view.registry_name, "called": others}
        about = {"id": code.id, "number": code.number, "family": code.family, "slug": code_slug(code.id)}
        yield {**about, "name": view.name, **{name: value for name, value in more.items() if value}}


def _named_terms(site: Site) -> Iterator[tuple[Term, CloseCode]]:
    """Yield the terms that registered codes are named after: who looks for the one looks for the other."""
    codes = {code.record.name.english.casefold(): code for code in site.registered}
    for term in site.terms:
        if code := codes.get(term.term.english.casefold()):
            yield term, code


def _constants(speaker: Speaker) -> Iterator[tuple[str, str, str]]:
    names = {library.id: library.name for library in speaker.site.libraries}
    for code in speaker.site.codes.values():
        for library, constant in code.record.constants.items():
            yield constant, code.id, names[library]
        for identifier in (code.record.identifier or "").split(", "):
            if identifier:
                yield identifier, code.id, speaker.family(code.family).name


def _pages(speaker: Speaker) -> Iterator[tuple[str, ...]]:
    """Yield address and title of each page that is about no code, and what else people may call it."""
    language, site = speaker.language, speaker.site
    planned = {page.slug for page in single_pages(site, language.tag)}
    for slug, names in _INDEXES.items():
        if slug in planned:
            yield slug, *(str(language.pgettext(name.context, name.text)) for name in names)
    for name, title, _, _ in guide_titles(speaker):
        yield guide_slug(name), str(title)
    for family in speaker.families():
        yield slug_of(family.family), family.name
    of_codes = {term.id for term, _ in _named_terms(site)}
    for term in site.terms:
        own = term.term.get(language.tag)
        title = language.typeset(own) if own else term.term.english
        others = term.other_words(language.tag, SOURCE_LANGUAGE) if term.id not in of_codes else ()
        called = dict.fromkeys((*term.term.root.values(), *others))
        yield f"glossary/#{term.id}", title, *(name for name in called if name != own)
    yield from _limits(speaker)


def _limits(speaker: Speaker) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table of limits, in the guide that has it."""
    language, site = speaker.language, speaker.site
    terms = {term.id: term.term.get(language.tag) for term in site.terms}
    guides = [guide_slug(name) for name, versions in site.guides.items() if has_limits(versions)]
    for limit in site.timeouts if guides else ():
        title = language.pgettext("find", "%(name)s: %(seconds)s s", name=limit.name, seconds=limit.seconds)
        called = terms.get(_LIMIT_TERMS[limit.limit])
        others = (
            limit.setting,
            f"{limit.name} {limit.limit.value} timeout",
            called and f"{limit.name} {called}",
        )
        yield f"{guides[0]}#{limit.id}", str(title), *(name for name in others if name)
