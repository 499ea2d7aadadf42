"""One code in one language, as other tools get it."""

from __future__ import annotations

from typing import Any

from benchmarks.exporting.facts import facts_in
from benchmarks.exporting.messages import after_conjunction
from benchmarks.exporting.texts import Ready, markdown_in, sentence_in, source_in, text_in
from benchmarks.exporting.who import who_closed
from closecodes.i18n import Language
from closecodes.model import CloseCode, Site
from closecodes.records import SourcedText
from closecodes.render.wire import wire_of


__all__ = ["code_in"]

_RETRY = ("retry_delay", "retry")


def code_in(code: CloseCode, site: Site, language: Language) -> dict[str, Any]:
    """Return everything that the pages of other tools say about ``code``."""
    english = code.record.name.english
    name = language.typeset(text_in(code.record.name, language))
    return {
        "id": code.id,
        "number": str(code.number),
        "name": name,
        "registry": "" if name == english else english,
        "retry": code.facts.retry.value,
        "retry_backing": _RETRY[0] if code.facts.retry_delay else _RETRY[1],
        "advice": "send" if code.record.text.send else "instead",
        "see_also": list(code.record.see_also),
        "who": who_closed(code, language),
        **_addresses(code, site),
        **_sentences(code, language),
        **_texts(code, language),
        "facts": facts_in(code, language),
        "wire": _wire(code, language),
        "constants": _constants(code, site),
        "sources": [source_in(source, language) for source in code.record.sources],
        "backing": {name: _backing(code, name, language) for name in _names(code)},
    }


def _addresses(code: CloseCode, site: Site) -> dict[str, str]:
    blob = f"{site.record.repository}/blob/{site.record.branch}/{code.path}"
    return {
        "improve": f"{blob}#L{code.lines.get('code', 1)}",
        "improve_texts": f"{blob}#L{code.lines.get('text', 1)}",
    }


def _sentences(code: CloseCode, language: Language) -> dict[str, str]:
    number = code.number
    allowed = (
        "In a page, %(call)s works: scripts may pass 1000 and any number from 3000 to 4999.",
        "In a page, %(call)s throws %(error)s: scripts may pass only 1000 and numbers from 3000 to 4999.",
    )
    meaning = language.typeset(text_in(code.record.text.meaning, language)).replace("`", "")
    browser = allowed[code.browser_close != "allowed"]
    parts = {"call": f"`close({number})`", "error": "`InvalidAccessError`"}
    say = language.pgettext
    return {
        "title": str(say("title", "%(family)s close code %(code)s", family="{family}", code=number)),
        "description": sentence_in(language, "%(code)s means that %(clause)s.", code=number, clause=meaning),
        "browser": str(say("browser", browser, **parts)),
        "comparisons": str(say("comparison", "Comparisons of %(code)s", code=number)),
        "compared_with": str(say("comparison", "%(code)s compared with:", code=number)),
        "all_sources": str(say("sources", "All sources of %(code)s", code=number)),
        "improve_label": str(say("contributing", "Improve the texts of %(code)s", code=number)),
    }


def _texts(code: CloseCode, language: Language) -> dict[str, Any]:
    text, number = code.record.text, code.number
    meaning, when = markdown_in(text.meaning, language), markdown_in(text.when, language)
    received = (
        "If you received %(code)s, %(clause)s."
        if code.facts.on_the_wire
        else "If your library reports %(code)s, %(clause)s."
    )
    clause = markdown_in(text.received, language)
    return {
        "meaning": sentence_in(language, "%(code)s means that %(clause)s.", code=number, clause=meaning),
        "meaning_clause": after_conjunction("intro", meaning, language),
        "when": sentence_in(language, "You see %(code)s when %(clause)s.", code=number, clause=when),
        "when_clause": str(language.sentence(Ready(when))),
        "send": _advice(code, language),
        "received": sentence_in(language, received, code=number, clause=clause),
        "check": markdown_in(text.check, language) if text.check else "",
        "fix": markdown_in(text.fix, language),
        "reconnect": markdown_in(text.reconnect, language),
        "causes": [
            {**item, "text": f"{language.sentence(Ready(item['text']))}."}
            for item in _statements(code, code.record.causes, language)
        ],
        "pitfalls": _statements(code, code.record.pitfalls, language),
    }


def _advice(code: CloseCode, language: Language) -> str:
    text = code.record.text
    message = "Send %(code)s when %(clause)s." if text.send else "Never send %(code)s: %(clause)s."
    clause = text.send or text.instead
    return sentence_in(
        language, message, code=code.number, clause=markdown_in(clause, language) if clause else ""
    )


def _statements(code: CloseCode, items: tuple[SourcedText, ...], language: Language) -> list[dict[str, Any]]:
    return [
        {"text": markdown_in(item.text, language), "backing": _cited(code, item.sources, language)}
        for item in items
    ]


def _cited(code: CloseCode, ids: tuple[str, ...], language: Language) -> dict[str, Any]:
    cites = [
        {
            "number": number,
            "id": source.id,
            "label": str(
                language.pgettext("sources", "Source %(number)s of %(code)s", number=number, code=code.number)
            ),
        }
        for number, source in enumerate(code.record.sources, start=1)
        if source.id in ids
    ]
    confirmed = any(source.verified for source in code.record.sources if source.id in ids)
    return {"confirmed": confirmed or not ids, "cites": cites}


def _backing(code: CloseCode, name: str, language: Language) -> dict[str, Any]:
    if name in _DERIVED:
        return {"confirmed": True, "cites": []}
    ids = tuple(source.id for source in code.sources_of(name))
    return {**_cited(code, ids, language), "confirmed": code.is_confirmed(name)}


_DERIVED = ("clean", "phase", "browser", "range")


def _names(code: CloseCode) -> list[str]:
    fields = [*type(code.facts).model_fields, *type(code.record.text).model_fields]
    return [*fields, *_DERIVED]


def _wire(code: CloseCode, language: Language) -> dict[str, Any]:
    wire, say = wire_of(code), language.pgettext
    arrows = [
        {
            "label": str(say(arrow.label.context, arrow.label.text, code=code.number)),
            "to_client": arrow.to_client,
            "arrives": arrow.arrives,
            "quiet": arrow.quiet,
        }
        for arrow in wire.arrows
    ]
    return {
        "title": str(say("wire", "What happens on the wire: %(code)s", code=code.number)),
        "caption": str(say(wire.caption.context, wire.caption.text, code=code.number)),
        "arrows": arrows,
        "complete": wire.complete,
    }


def _constants(code: CloseCode, site: Site) -> list[dict[str, str]]:
    named = code.record.constants
    return [
        {
            "library": library.name,
            "language": library.language,
            "holder": library.constants,
            "constant": named[library.id],
            "source": library.source,
        }
        for library in site.libraries
        if library.id in named
    ]
