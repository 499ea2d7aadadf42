"""Render planned pages: page in, bytes out. Nothing is read or written here but templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from closecodes.addresses import address_in, relative_address, slug_of
from closecodes.cache import Cache
from closecodes.compare import Verdict
from closecodes.i18n import Language
from closecodes.model import (
    REGISTERED_FAMILY,
    SITUATIONS,
    SOURCE_LANGUAGE,
    CloseCode,
    Family,
    Pair,
    Site,
    situation_of,
)
from closecodes.plan import Page, PageKind, alternates
from closecodes.render.composing import Composer
from closecodes.render.environment import make_environment
from closecodes.render.markup import block_html
from closecodes.render.texts import TextMaker
from closecodes.render.views import CodeView, ComparisonView, FamilyView


__all__ = ["Renderer"]

MATRIX_LIMIT = 60
"""Most codes of a family whose comparisons are shown as one table: its cells grow with their square."""

NO_DEPTH = -1
"""In place of the depth of pages whose links are absolute, so that they share no parts with others."""


class Renderer:
    """Renders the pages of one site."""

    def __init__(  # noqa: PLR0913 - everything that a page is made from
        self,
        site: Site,
        languages: Mapping[str, Language],
        templates: Path,
        base_url: str,
        *,
        plain: bool = False,
        cache: Cache | None = None,
        reuse: bool = False,
    ) -> None:
        """Make a renderer; ``plain`` shares nothing between pages, ``reuse`` trusts the parts in ``cache``."""
        self._cache = cache
        self._reuse = reuse
        self._site = site
        self._base_url = base_url
        self._speakers = {
            tag: _Speaker(
                site,
                language,
                make_environment(
                    templates,
                    language,
                    plain=plain,
                    compiled=cache.templates(tag) if cache and reuse else None,
                ),
            )
            for tag, language in languages.items()
        }
        self._composers = {
            tag: self._composer(speaker) for tag, speaker in self._speakers.items() if not plain
        }

    def render(self, page: Page) -> bytes:
        """Return the bytes of ``page``."""
        tag = page.language or SOURCE_LANGUAGE
        if isinstance(page.subject, Pair) and tag in self._composers:
            composed = self._composers[tag].compose(page, page.subject)
            if composed is not None:
                return composed
        return self._run(self._speakers[tag], page, self._speakers[tag].content(page)).encode()

    def _composer(self, speaker: _Speaker) -> Composer:
        def make_page(
            page: Page,
            pair: Pair,
            codes: tuple[CodeView, CodeView],
            verdicts: tuple[Verdict, ...] | None = None,
            target: str | None = None,
        ) -> str:
            return self._run(speaker, page, speaker.comparison(pair, codes, verdicts, target))

        kept = self._cache.load_parts(speaker.language.tag) if self._cache and self._reuse else {}
        return Composer(speaker.environment, speaker.code, make_page, kept)

    def keep_parts(self, language: str) -> None:
        """Keep the parts of all codes in one language for later builds."""
        if self._cache and language in self._composers:
            self._cache.save_parts(language, self._composers[language].parts)

    def _run(self, speaker: _Speaker, page: Page, content: dict[str, Any]) -> str:
        html = speaker.template(page.kind).render({**self._frame(page), **content})
        return html.rstrip("\n") + "\n"

    def _frame(self, page: Page) -> dict[str, Any]:
        """Return what every template needs: its page, its links, its versions in other languages."""
        prefix = self._base_url if page.kind is PageKind.NOT_FOUND else None
        link = _link_maker(page, prefix)
        return {
            "page": page,
            "depth": page.depth if prefix is None else NO_DEPTH,
            "site": self._site,
            "base_url": self._base_url,
            "canonical": self._base_url + page.address,
            "alternates": list(alternates(page, self._site.languages)),
            "languages": [speaker.language for speaker in self._speakers.values()],
            "asset": lambda name: link("static/" + name, None),
            "link": link,
            "here": lambda tag: link(page.slug, tag),
            "improve": self._improve,
        }

    def _improve(self, path: str, line: int = 1) -> str:
        record = self._site.record
        return f"{record.repository}/blob/{record.branch}/{path}#L{line}"


def _link_maker(page: Page, prefix: str | None) -> Callable[..., str]:
    def link(target: CloseCode | Family | Pair | str, language: str | None = page.language) -> str:
        slug = target if isinstance(target, str) else slug_of(target)
        address = address_in(language, slug)
        return prefix + address if prefix is not None else relative_address(page.address, address)

    return link


class _Speaker:
    """Prepares the content of pages in one language, making each code's texts once."""

    def __init__(self, site: Site, language: Language, environment: Environment) -> None:
        self._site = site
        self.language = language
        self.environment = environment
        self.code = cache(lambda id_: CodeView(site.codes[id_], language, site))
        self.family = cache(lambda id_: FamilyView(site.family(id_), language))
        self.template = cache(lambda kind: environment.get_template(f"{kind}.html"))

    def content(self, page: Page) -> dict[str, Any]:
        """Return what the template of ``page`` shows."""
        makers: dict[PageKind, Callable[[Any], dict[str, Any]]] = {
            PageKind.CODE: self._code,
            PageKind.FAMILY: self._family,
            PageKind.COMPARISON: self._pair,
            PageKind.FORWARD: self._pair,
            PageKind.START: self._overview,
            PageKind.COMPARE_INDEX: self._overview,
            PageKind.RANGES: self._ranges,
            PageKind.PROSE: self._prose,
            PageKind.NOT_FOUND: self._overview,
        }
        maker = makers.get(page.kind)
        return maker(page.subject) if maker else {}

    def _code(self, code: CloseCode) -> dict[str, Any]:
        others = [self.code(other.id) for other in self._site.family(code.family).codes if other is not code]
        pairs = {other.id: Pair.of(code, other.code) for other in others}
        related = [self.code(id_) for id_ in code.record.see_also]
        return {
            "code": self.code(code.id),
            "family": self.family(code.family),
            "others": others,
            "pairs": {**pairs, **{view.id: Pair.of(code, view.code) for view in related}},
            "related": related,
        }

    def _family(self, family: Family) -> dict[str, Any]:
        return {"family": self.family(family.id), "codes": [self.code(code.id) for code in family.codes]}

    def _pair(self, pair: Pair) -> dict[str, Any]:
        return self.comparison(pair, (self.code(pair.first.id), self.code(pair.second.id)))

    def comparison(
        self,
        pair: Pair,
        codes: tuple[CodeView, CodeView],
        verdicts: tuple[Verdict, ...] | None = None,
        target: str | None = None,
    ) -> dict[str, Any]:
        """Return what a page about ``pair`` shows, with ``codes`` and others in the place of its own."""
        same = pair.first.family == pair.second.family
        return {
            "comparison": ComparisonView(pair, codes, self.language, verdicts),
            "target_slug": target or slug_of(pair),
            "family": self.family(pair.first.family),
            "other_family": None if same else self.family(pair.second.family),
        }

    def _overview(self, _: object) -> dict[str, Any]:
        return {
            "registered": [self.code(code.id) for code in self._registered],
            "situations": [
                (name, [self.code(code.id) for code in codes]) for name, codes in self._situations()
            ],
            "families": sorted(
                (self.family(family.id) for family in self._site.families),
                key=lambda family: self.language.sort_key(family.name),
            ),
            "codes_of": lambda family: [self.code(code.id) for code in family.family.codes],
            "authored": list(self._authored()),
            "matrix_limit": MATRIX_LIMIT,
            "pair_of": lambda one, other: Pair.of(one.code, other.code),
            "is_authored": lambda pair: (pair.first.id, pair.second.id) in self._site.comparisons,
            "tagline": TextMaker(self.language, {}).plain(self._site.tagline),
            "tagline_html": TextMaker(self.language, {}).inline(self._site.tagline, "tagline"),
        }

    @property
    def _registered(self) -> tuple[CloseCode, ...]:
        return tuple(code for code in self._site.codes.values() if code.family == REGISTERED_FAMILY)

    def _situations(self) -> Iterator[tuple[str, list[CloseCode]]]:
        """Yield the registered codes by the situation of someone who met them, in the order of need."""
        groups: dict[str, list[CloseCode]] = {name: [] for name in SITUATIONS}
        for code in self._registered:
            groups[situation_of(code)].append(code)
        yield from ((name, codes) for name, codes in groups.items() if codes)

    def _authored(self) -> Iterator[ComparisonView]:
        codes = self._site.codes
        for (first, second), comparison in self._site.comparisons.items():
            pair = Pair(codes[first], codes[second], comparison)
            yield ComparisonView(pair, (self.code(first), self.code(second)), self.language)

    def _ranges(self, _: object) -> dict[str, Any]:
        return {
            "ranges": self._site.ranges,
            "texts": TextMaker(self.language, self._site.ranges_lines),
            "range_page": self._site.ranges_path,
            "codes_in": lambda low, high: [
                self.code(code.id) for code in self._site.codes.values() if low <= code.number <= high
            ],
        }

    def _prose(self, name: str) -> dict[str, Any]:
        versions = self._site.prose[name]
        own = self.language.tag in versions
        text = versions[self.language.tag if own else SOURCE_LANGUAGE]
        html = block_html(text)
        return {
            "prose": self.language.typeset_html(html) if own else Markup(html),  # noqa: S704 - sanitised
            "prose_title": text.lstrip("# ").partition("\n")[0],
            "prose_language": None if own else SOURCE_LANGUAGE,
            "prose_path": f"content/pages/{name}.{self.language.tag if own else SOURCE_LANGUAGE}.md",
        }
