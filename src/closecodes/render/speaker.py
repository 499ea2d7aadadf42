"""One language of the site: the views of its codes and families, each made once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment

from closecodes.addresses import slug_of
from closecodes.i18n import Language
from closecodes.model import CloseCode, Pair, Site
from closecodes.records import LocalizedText
from closecodes.render.texts import TextMaker
from closecodes.render.views import CodeView, ComparisonView, FamilyView


__all__ = ["Speaker"]


class Speaker:
    """What pages in one language show."""

    def __init__(self, site: Site, language: Language, environment: Environment) -> None:
        self.site = site
        self.language = language
        self.environment = environment
        self.code = cache(lambda id_: CodeView(site.codes[id_], language, site))
        self.family = cache(lambda id_: FamilyView(site.family(id_), language))
        self.template = cache(lambda kind: environment.get_template(f"{kind}.html"))

    def codes(self, codes: Iterable[CloseCode]) -> list[CodeView]:
        """Return the views of ``codes``."""
        return [self.code(code.id) for code in codes]

    def families(self) -> list[FamilyView]:
        """Return all families, by their names."""
        views = (self.family(family.id) for family in self.site.families)
        return sorted(views, key=lambda family: self.language.sort_key(family.name))

    def comparison_of(self, pair: Pair) -> ComparisonView:
        """Return the view of a pair."""
        return ComparisonView(pair, (self.code(pair.first.id), self.code(pair.second.id)), self.language)

    def comparison(self, pair: Pair, view: ComparisonView, target: str | None = None) -> dict[str, Any]:
        """Return what a page about ``pair`` shows: ``view``, which may be of others that take its place."""
        same = pair.first.family == pair.second.family
        return {
            "comparison": view,
            "target_slug": target or slug_of(pair),
            "family": self.family(pair.first.family),
            "other_family": None if same else self.family(pair.second.family),
        }

    def inline(self, text: LocalizedText) -> Any:
        """Return a text of a list as HTML that may stand in a sentence, marked where it is English."""
        return TextMaker(self.language, {}).inline(text, "")

    def block(self, text: LocalizedText) -> Any:
        """Return a text of a list as paragraphs, marked where it is English."""
        return TextMaker(self.language, {}).block(text, "")
