"""One language of the site: the views of its codes and families, each made once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from jinja2 import Environment

from closecodes.addresses import pair_slug, slug_of
from closecodes.i18n import Language
from closecodes.model import Beside, CloseCode, Pair, Site, beside_across, pairs_across
from closecodes.records import LocalizedText
from closecodes.render.texts import TextMaker
from closecodes.render.views import CodeView, ComparisonView, FamilyView


__all__ = ["Speaker"]


class _Views(dict[str, CodeView]):
    """The views of codes by their ids, each made when it is first asked for."""

    def __init__(self, known: Mapping[str, CodeView], make: Callable[[str], CodeView]) -> None:
        super().__init__(known)
        self._make = make

    def __missing__(self, id_: str) -> CodeView:
        """Make the view of the code called ``id_``; raises KeyError if there is none."""
        self[id_] = view = self._make(id_)
        return view


class Speaker:
    """What pages in one language show."""

    def __init__(
        self,
        site: Site,
        language: Language,
        environment: Environment,
        views: Mapping[str, CodeView] | None = None,
    ) -> None:
        """Make a speaker; ``views`` are those of codes that are as they were on an earlier site."""
        self.site = site
        self.language = language
        self.environment = environment
        self.views = _Views(views or {}, lambda id_: CodeView(site.codes[id_], language, site))
        self.code = self.views.__getitem__
        self.family = cache(lambda id_: FamilyView(site.family(id_), language))
        self.template = cache(lambda kind: environment.get_template(kind.template))

    def renewed(self, site: Site, same: Collection[str]) -> Speaker:
        """Return who says the same of ``site``; ``same`` are the codes that are as they were.

        Parts about one of them alone, and the compiled templates, are used again.
        """
        views = {id_: view for id_, view in self.views.items() if id_ in same}
        self.environment.parts.keep_only(set(map(id, views.values())))  # type: ignore[attr-defined]
        self.environment.components.forget()  # type: ignore[attr-defined]
        return Speaker(site, self.language, self.environment, views)

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
            "steps_across": [] if same else list(self._steps_across(pair)),
        }

    def _steps_across(self, pair: Pair) -> Iterator[tuple[str, str, str]]:
        """Yield way, slug and name of what comes before and after a pair across families; none has no page."""
        first, beside = self.code(pair.first.id), self._beside_across.get((pair.first.id, pair.second.id))
        for rel, id_ in zip(("prev", "next"), beside or (None, None), strict=True):
            if id_:
                yield rel, pair_slug(first.id, id_), first.called(self.site.codes[id_])

    @cached_property
    def _beside_across(self) -> Mapping[tuple[str, str], Beside]:
        return beside_across((pair.first.id, pair.second.id) for pair in pairs_across(self.site))

    def inline(self, text: LocalizedText) -> Any:
        """Return a text of a list as HTML that may stand in a sentence, marked where it is English."""
        return TextMaker(self.language, {}).inline(text, "")

    def block(self, text: LocalizedText) -> Any:
        """Return a text of a list as paragraphs, marked where it is English."""
        return TextMaker(self.language, {}).block(text, "")
