"""What the index of words knows of each page: its title and its sections, straight from the records.

Only pages about one subject are searched: codes, families, guides and the glossary. Texts that a page borrows from
English, for want of a translation, are left out of the index of its language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from closecodes.addresses import guide_slug, slug_of
from closecodes.i18n import Language
from closecodes.i18n import pgettext_noop as N_
from closecodes.model import REGISTERED_FAMILY, SOURCE_LANGUAGE, CloseCode, Family, Site
from closecodes.records import LocalizedText, SourcedText, Term
from closecodes.search.normalising import normalised, without_markdown


__all__ = ["Document", "Section", "documents_of", "html_of"]

_HEADINGS = {
    "when": N_("heading", "When you see it"),
    "fix": N_("heading", "How to fix it"),
    "reconnect": N_("heading", "Reconnecting"),
    "which": N_("heading", "Sending and receiving it"),
    "pitfalls": N_("heading", "What people get wrong"),
    "printed": N_("heading", "What your software prints"),
    "reasons": N_("heading", "Reason texts seen in the frame"),
    "about": N_("heading", "About this family"),
}
_GLOSSARY = N_("glossary", "Glossary")
_SECTION = re.compile(r"^## +", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page that a result can lead to; the first one has no id."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One page, as the index of a language knows it."""

    slug: str
    title: str
    sections: tuple[Section, ...]


def documents_of(site: Site, language: Language) -> Iterator[Document]:
    """Yield what is searched in ``language``, in the order of the plan."""
    printed = _printed(site, language.tag)
    for family in site.families:
        yield _family(family, language)
        for code in family.codes:
            yield _code(code, family, language, printed.get(code.id, []))
    for name, versions in sorted(site.guides.items()):
        if language.tag in versions:
            yield _guide(name, versions[language.tag])
    if site.terms:
        yield _glossary(site.terms, language)


def html_of(document: Document, language: str) -> str:
    """Return a document as the page that Pagefind reads; the title counts most, then the headings."""
    parts = [
        (f'<h2 id="{escape(section.id)}">{_words(section.title)}</h2>' if section.id else "")
        + f"<p>{_words(section.text)}</p>"
        for section in document.sections
        if section.text.strip()
    ]
    title = f"<h1>{_words(document.title)}</h1>"
    return f'<!doctype html><html lang="{language}"><body>{title}{"".join(parts)}</body></html>\n'


def _words(text: str) -> str:
    return escape(normalised(without_markdown(text)), quote=False)


def _printed(site: Site, tag: str) -> Mapping[str, list[str]]:
    """Return what software prints for each code, with the explanations in the language ``tag``."""
    printed: dict[str, list[str]] = {}
    for texts in site.error_texts:
        for text in texts.texts:
            for id_ in text.codes:
                said = f"{text.text} ({texts.name}). {text.explanation.get(tag) or ''}"
                printed.setdefault(id_, []).append(said)
    return printed


def _code(code: CloseCode, family: Family, language: Language, printed: Iterable[str]) -> Document:
    record, text, tag = code.record, code.record.text, language.tag
    name = record.name.get(tag) or record.name.english
    of_family = "" if code.family == REGISTERED_FAMILY else f"{_name(family, tag)} "
    also = " · ".join(dict.fromkeys(filter(None, (record.name.english, record.identifier))))
    sections = (
        Section("", "", _joined(tag, text.meaning, after=also)),
        _section("when", language, _joined(tag, text.when, *_statements(record.causes))),
        _section("fix", language, _joined(tag, text.check, text.fix)),
        _section("reconnect", language, _joined(tag, text.reconnect)),
        _section("which", language, _joined(tag, text.send, text.instead, text.received)),
        _section("pitfalls", language, _joined(tag, *_statements(record.pitfalls))),
        _section("printed", language, "\n".join(printed)),
        _section("reasons", language, "\n".join(f"{reason.text} ({reason.by})" for reason in record.reasons)),
    )
    return Document(slug_of(code), f"{of_family}{code.number} {name}", sections)


def _family(family: Family, language: Language) -> Document:
    text, tag = family.record.text, language.tag
    sections = (
        Section("", "", _joined(tag, text.defined_by)),
        _section("about", language, _joined(tag, text.description)),
        _section("reconnect", language, _joined(tag, text.reconnect)),
    )
    return Document(slug_of(family), _name(family, tag), sections)


def _guide(name: str, markdown: str) -> Document:
    """Return a guide; its headings have no addresses, so that every result leads to its start."""
    title, _, text = markdown.lstrip("# ").partition("\n")
    return Document(guide_slug(name), title, (Section("", "", _SECTION.sub("", text)),))


def _glossary(terms: Iterable[Term], language: Language) -> Document:
    tag = language.tag
    sections = (
        Section(term.id, name, _joined(tag, term.definition, term.note, after=_other_words(term, tag)))
        for term in terms
        if (name := term.term.get(tag))
    )
    title = language.pgettext(_GLOSSARY.context, _GLOSSARY.text)
    return Document("glossary/", str(title), tuple(sections))


def _other_words(term: Term, tag: str) -> str:
    """Return what people may call a term: in other languages, and by the words not to use."""
    words = (*term.term.root.values(), *term.other_words(tag, SOURCE_LANGUAGE))
    return " · ".join(dict.fromkeys(words))


def _section(id_: str, language: Language, text: str) -> Section:
    heading = _HEADINGS[id_]
    return Section(id_, str(language.pgettext(heading.context, heading.text)), text)


def _statements(items: Iterable[SourcedText]) -> Iterator[LocalizedText]:
    yield from (item.text for item in items)


def _joined(tag: str, *texts: LocalizedText | None, after: str = "") -> str:
    own = (text.get(tag) for text in texts if text)
    return "\n\n".join([text for text in own if text] + ([after] if after else []))


def _name(family: Family, tag: str) -> str:
    return family.record.name.get(tag) or family.record.name.english
