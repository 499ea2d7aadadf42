"""The whole site as one value that JSON can hold."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

from benchmarks.exporting.codes import code_in
from benchmarks.exporting.messages import messages_in
from benchmarks.exporting.texts import Ready, markdown_in, source_in, text_in
from closecodes import pipeline
from closecodes.i18n import Language
from closecodes.model import Family, Site
from closecodes.model.building import build_site
from closecodes.project import find_project
from closecodes.render.policy import CONTENT_SECURITY_POLICY


__all__ = ["ROOT", "write_site"]

ROOT = Path(__file__).resolve().parents[2]


def write_site(content: Path, target: Path) -> None:
    """Write the records of a ``content`` folder without faults to the JSON file ``target``."""
    project = find_project(ROOT, ROOT / "src" / "closecodes").with_content(content)
    checked = pipeline.check_project(project, pipeline.load_project(project), strict=True)
    site = build_site(checked.records)
    languages = [Language.load(tag, project.locales) for tag in site.languages]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(_value(site, languages), ensure_ascii=False), encoding="utf-8", newline="\n")


def _value(site: Site, languages: list[Language]) -> dict[str, Any]:
    (family,) = site.families
    record = site.record
    return {
        "name": record.name,
        "base_url": record.base_url,
        "policy": CONTENT_SECURITY_POLICY,
        "repository": record.repository,
        "languages": [_language(language) for language in languages],
        "family": family.id,
        "order": [code.id for code in family.codes],
        **{language.tag: _spoken(site, family, language) for language in languages},
    }


def _language(language: Language) -> dict[str, str]:
    say = language.pgettext
    return {
        "tag": language.tag,
        "name": language.name,
        "offer": str(say("offer", "This page is also in English.")),
        "decline": str(say("offer", "No, thanks")),
    }


def _codes(site: Site, family: Family, language: Language) -> dict[str, Any]:
    codes = {code.id: code_in(code, site, language) for code in family.codes}
    ids = list(codes)
    for before, after in itertools.pairwise(ids):
        codes[before]["after"] = {name: codes[after][name] for name in ("number", "name")}
        codes[after]["before"] = {name: codes[before][name] for name in ("number", "name")}
    return codes


def _spoken(site: Site, family: Family, language: Language) -> dict[str, Any]:
    return {
        "tag": language.tag,
        "direction": language.direction,
        "messages": messages_in(language),
        "family": _family(site, family, language),
        "codes": _codes(site, family, language),
    }


def _family(site: Site, family: Family, language: Language) -> dict[str, Any]:
    record, say = family.record, language.pgettext
    name = language.typeset(text_in(record.name, language))
    definer = markdown_in(record.text.defined_by, language)
    described = "Close codes of %(family)s: what each means, when you see it, and whether to reconnect."
    read_on = family.read_on and say(
        "family", "List last read on %(date)s", date=language.date(family.read_on)
    )
    return {
        "name": name,
        "title": str(say("family", "Close codes of %(family)s", family=name)),
        "description": str(say("family", described, family=name)),
        "definer": definer,
        "intro": str(say("family", "These codes are defined by %(definer)s.", definer=Ready(definer))),
        "document": record.document,
        "read_on": str(read_on or ""),
        "about": markdown_in(record.text.description, language),
        "reconnect": markdown_in(record.text.reconnect, language),
        "sources": [source_in(source, language) for source in record.sources],
        "improve": f"{site.record.repository}/blob/{site.record.branch}/{family.path}#L1",
    }
