"""Render planned pages: page in, bytes out. Nothing is read or written here but templates."""

from __future__ import annotations

import html
from collections.abc import Callable, Collection, Mapping
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from closecodes.addresses import CARD, address_in, relative_address, slug_of
from closecodes.cache import Cache, Parts
from closecodes.extras import has_card, has_text
from closecodes.i18n import Language
from closecodes.i18n import pgettext_noop as N_
from closecodes.model import (
    SOURCE_LANGUAGE,
    CloseCode,
    Family,
    Pair,
    Site,
)
from closecodes.plan import Page, PageKind, alternates
from closecodes.render.composing import Composer
from closecodes.render.contents import content_of
from closecodes.render.environment import hold_templates, make_environment
from closecodes.render.files import MAKERS, Desk
from closecodes.render.policy import CONTENT_SECURITY_POLICY, policy_with
from closecodes.render.speaker import Speaker
from closecodes.render.views import ComparisonView


__all__ = ["Renderer"]

_OFFER = {
    "text": N_("offer", "This page is also in English."),
    "decline": N_("offer", "No, thanks"),
}

NO_DEPTH = -1
"""In place of the depth of pages whose links are absolute, so that they share no parts with others.

One less where the page has no language, to whose links none is added.
"""


_POLICY = Markup(CONTENT_SECURITY_POLICY)  # noqa: S704 - our own
"""The policy as templates print it: its apostrophes may stand in an attribute."""


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
        self._base_url = base_url
        self._kept: Mapping[str, Parts] = {}
        speakers = {
            tag: Speaker(
                site,
                language,
                make_environment(
                    templates,
                    language,
                    plain=plain,
                    compiled=cache.templates(tag) if cache else None,
                ),
            )
            for tag, language in languages.items()
        }
        self._speak(site, speakers, composed=not plain)

    def _speak(self, site: Site, speakers: Mapping[str, Speaker], *, composed: bool) -> None:
        self._site = site
        self._speakers = speakers
        self._desk = Desk(site, speakers, self._base_url, self._cache, self.render)
        self._composed = composed
        self._composers: dict[str, Composer] = {}

    def renewed(self, site: Site, same: Collection[str]) -> Renderer:
        """Return the renderer of ``site``, which has the languages and templates of this one's.

        ``same`` are the codes that are as they were, like everything else that their parts show: what was rendered
        of them is used again. This renderer may not be used any more.
        """
        renderer = copy(self)
        renderer._reuse = False  # noqa: SLF001 - what the cache on disk has belongs to an earlier site
        renderer._kept = {  # noqa: SLF001 - one of us
            tag: {id_: own for id_, own in composer.parts.items() if id_ in same}
            for tag, composer in self._composers.items()
        }
        speakers = {tag: speaker.renewed(site, same) for tag, speaker in self._speakers.items()}
        renderer._speak(site, speakers, composed=self._composed)  # noqa: SLF001 - as above
        return renderer

    def render(self, page: Page) -> bytes:
        """Return the bytes of ``page``."""
        if page.kind in MAKERS:
            return MAKERS[page.kind](self._desk, page)
        tag = page.language or SOURCE_LANGUAGE
        if isinstance(page.subject, Pair) and self._composed:
            composed = self._composer(tag).compose(page, page.subject)
            if composed is not None:
                return composed
        return self._run(self._speakers[tag], page, content_of(page, self._speakers[tag])).encode()

    def hold_templates(self) -> None:
        """Keep all templates as they are now, whatever is saved before a page needs them."""
        for speaker in self._speakers.values():
            hold_templates(speaker.environment)

    def _composer(self, language: str) -> Composer:
        """Return what composes pages in one language; many a renderer needs it for one only."""
        if language not in self._composers:
            self._composers[language] = self._new_composer(self._speakers[language])
        return self._composers[language]

    def _new_composer(self, speaker: Speaker) -> Composer:
        def make_page(page: Page, pair: Pair, view: ComparisonView, target: str | None = None) -> str:
            return self._run(speaker, page, speaker.comparison(pair, view, target))

        tag = speaker.language.tag
        kept = self._cache.load_parts(tag) if self._cache and self._reuse else self._kept.get(tag, {})
        return Composer(speaker, make_page, kept)

    def keep_parts(self, language: str) -> None:
        """Keep the parts of all codes in one language for later builds."""
        if self._cache and language in self._composers:
            self._cache.save_parts(language, self._composers[language].parts)

    def _run(self, speaker: Speaker, page: Page, content: dict[str, Any]) -> str:
        made = speaker.template(page.kind).render({**self._frame(page), **content})
        text = html.unescape(made) if page.kind is PageKind.LLMS else made
        return text.rstrip("\n") + "\n"

    def _frame(self, page: Page) -> dict[str, Any]:
        """Return what every template needs: its page, its links, its versions in other languages."""
        prefix = self._base_url if page.kind is PageKind.NOT_FOUND else None
        link = _link_maker(page, prefix)
        return {
            "page": page,
            "depth": page.depth if prefix is None else NO_DEPTH - (page.language is None),
            "site": self._site,
            "base_url": self._base_url,
            "canonical": self._base_url + page.address,
            "alternates": list(alternates(page, self._site.languages)),
            "languages": [speaker.language for speaker in self._speakers.values()],
            "asset": lambda name: link("static/" + name, None),
            "link": link,
            "home": link(""),
            "here": lambda tag: link(page.slug, tag),
            "improve": self._improve,
            "offers": self._offers,
            "policy": _POLICY if prefix is None else self._policy_of_absolute_links,
            **self._sharing(page),
        }

    @cached_property
    def _policy_of_absolute_links(self) -> Markup:
        address = urlsplit(self._base_url)
        return Markup(policy_with(f"{address.scheme}://{escape(address.netloc)}"))  # noqa: S704 - escaped

    def _sharing(self, page: Page) -> dict[str, Any]:
        """Return what the head of a page says to programs: its card, its original, absolute addresses."""
        tag = page.language or SOURCE_LANGUAGE

        def absolute(target: CloseCode | Family | str) -> str:
            return self._base_url + address_in(tag, target if isinstance(target, str) else slug_of(target))

        return {
            "absolute": absolute,
            "card": absolute((page.slug if has_card(page) else "") + CARD),
            "has_text": has_text(page),
            "original": self._base_url + address_in(SOURCE_LANGUAGE, page.slug),
        }

    @cached_property
    def _offers(self) -> dict[str, dict[str, str]]:
        """Return what offers each language to a reader who prefers it, in that language."""
        languages = {tag: speaker.language for tag, speaker in self._speakers.items()}
        return {
            tag: {
                name: str(language.pgettext(message.context, message.text))
                for name, message in _OFFER.items()
            }
            for tag, language in languages.items()
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
