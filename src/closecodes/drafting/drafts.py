"""Make records of answers; what was not answered is a gap."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from closecodes.check.gaps import GAP
from closecodes.check.texts import digest
from closecodes.drafting.answers import bounds_of, flag_of
from closecodes.model.identity import REGISTERED_FAMILY
from closecodes.model.languages import SOURCE_LANGUAGE
from closecodes.records import Source


__all__ = ["Answers", "code_draft", "comparison_draft", "family_draft"]

Draft = dict[str, Any]

_FACTS = ("subject", "kind", "fault", "retry")
_TEXTS = ("meaning", "when", "check", "fix", "reconnect", "received", "send", "instead")
_OPTIONAL_TEXTS = {"check", "send", "instead"}
_NAME_OF_SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody answered, by the keys of the questions, in which languages, and on which day."""

    given: Mapping[str, str]
    languages: Sequence[str]
    today: datetime.date
    known_sources: Sequence[Source] = ()
    """Sources of the same family, whose names are used again."""

    def get(self, key: str) -> str:
        """Return an answer, or what marks a gap."""
        return self.given.get(key) or GAP

    def text(self, key: str) -> dict[str, str]:
        """Return a text in the languages that were answered, and a gap for English that was not."""
        found = {tag: self.given[f"{key}.{tag}"] for tag in self.languages if self.given.get(f"{key}.{tag}")}
        return {SOURCE_LANGUAGE: GAP, **found}

    def texts(self, names: Iterable[str], optional: Iterable[str] = ()) -> dict[str, dict[str, str]]:
        """Return the texts called ``names``, without those of ``optional`` that nobody answered."""
        texts = {name: self.text(name) for name in names}
        return {
            name: text
            for name, text in texts.items()
            if name not in optional or text != {SOURCE_LANGUAGE: GAP}
        }


def code_draft(family: str, number: int, answers: Answers) -> Draft:
    """Return the record of a code."""
    wanted = _advice(family, answers)
    texts = answers.texts(_TEXTS, _OPTIONAL_TEXTS - wanted)
    facts = _facts(family, answers)
    supports = ["name", *(name for name in facts if name != "retry_delay"), *texts]
    source = _source(answers, supports)
    if "retry_delay" in facts:
        facts["retry_delay"]["source"] = source["id"]
    draft: Draft = {"code": number, "name": answers.text("name")}
    if identifier := answers.given.get("identifier"):
        draft["identifier"] = identifier
    draft |= {"facts": facts, "text": texts}
    if see_also := [id_.strip() for id_ in answers.given.get("see_also", "").split(",") if id_.strip()]:
        draft["see_also"] = see_also
    return _finished({**draft, "sources": [source]})


def _advice(family: str, answers: Answers) -> set[str]:
    """Return the advice about sending that a record needs: a vendor's needs none."""
    if family != REGISTERED_FAMILY:
        return set()
    return {"instead" if answers.given.get("sent_by") == "nobody" else "send"}


def _facts(family: str, answers: Answers) -> Draft:
    sent_by, registered = answers.get("sent_by"), family == REGISTERED_FAMILY
    on_the_wire = GAP if registered and sent_by == GAP else sent_by != "nobody"
    facts: Draft = {"sent_by": sent_by, "on_the_wire": on_the_wire}
    if reported_for := answers.given.get("reported_for"):
        facts["reported_for"] = reported_for
    facts |= {name: answers.get(name) for name in _FACTS}
    if bounds := bounds_of(answers.given.get("retry_delay", "")):
        facts["retry_delay"] = {"min": bounds[0], "max": bounds[1]}
    facts["specified_in"] = answers.get("specified_in") if registered else "vendor"
    return facts


def family_draft(id_: str, answers: Answers) -> Draft:
    """Return the record of a family."""
    texts = answers.texts(("defined_by", "description", "reconnect"))
    bounds = bounds_of(answers.given.get("range", ""))
    document = answers.get("document")
    source = _source(answers, list(texts), document)
    draft: Draft = {
        "id": id_,
        "name": answers.text("name"),
        "document": document,
        "range": {"min": bounds[0], "max": bounds[1]} if bounds else {"min": GAP, "max": GAP},
        "text": texts,
    }
    if source["verified"]:
        draft["read_on"] = answers.today
    if version := answers.given.get("version"):
        draft["version"] = version
    return _finished({**draft, "sources": [source]})


def comparison_draft(codes: tuple[str, str], answers: Answers) -> Draft:
    """Return the record of a comparison of two codes, whose ids are in the order of their page."""
    texts = answers.texts(("difference", "tell", "act"))
    return _finished({"codes": list(codes), "text": texts, "sources": [_source(answers, list(texts))]})


def _source(answers: Answers, supports: list[str], address: str | None = None) -> Draft:
    url = address or answers.get("source.url")
    known = next((source for source in answers.known_sources if source.url == url), None)
    title = answers.given.get("source.title") or (known.title if known else None)
    source: Draft = {"id": known.id if known else _slug(title or urlsplit(url).hostname or "")}
    if title:
        source["title"] = title
    if known and known.note:
        source["note"] = dict(known.note.root)
    verified = bool(flag_of(answers.given.get("source.verified", "no")))
    source |= {"url": url, "supports": supports, "verified": verified}
    return {**source, "checked": answers.today} if verified else source


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-") or _NAME_OF_SOURCE


def _finished(draft: Draft) -> Draft:
    """Return ``draft`` with the digests of its translations."""
    digests: dict[str, dict[str, str]] = {}
    for key, text in _texts(draft):
        english = text[SOURCE_LANGUAGE]
        for language in sorted(set(text) - {SOURCE_LANGUAGE}):
            if english != GAP:
                digests.setdefault(language, {})[key] = digest(english)
    return {**draft, "translation": digests} if digests else draft


def _texts(draft: Draft) -> Iterable[tuple[str, dict[str, str]]]:
    if "name" in draft:
        yield "name", draft["name"]
    yield from draft["text"].items()
    for source in draft["sources"]:
        if "note" in source:
            yield f"sources.{source['id']}.note", source["note"]
