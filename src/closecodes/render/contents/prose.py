"""What pages of prose show: Markdown, with links to codes, tables of limits and tested samples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from markupsafe import Markup, escape

from closecodes.addresses import address_in, relative_address, slug_of_reference
from closecodes.model import SOURCE_LANGUAGE
from closecodes.plan import Page
from closecodes.render.highlighting import highlighted
from closecodes.render.markup import block_html
from closecodes.render.speaker import Speaker


__all__ = ["guide", "guide_titles", "guides", "has_limits", "prose"]

_LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")
_REFERENCE = re.compile(r"\]\((code|compare|family|guide):([^)\s]+)\)")
_HERE = "here.invalid"
"""A host that links of the site have while their Markdown is cleaned, which knows absolute links only."""
_LONGEST_DESCRIPTION = 300
_PLACEHOLDER = re.compile(r"<p>\{\{ (timeouts|sample ([\w.-]+)) \}\}</p>")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in the language of the page, or in English where there is none."""

    markdown: str
    path: str
    language: str | None
    """The language, if it is not the page's own."""

    @property
    def title(self) -> str:
        return self.markdown.lstrip("# ").partition("\n")[0]

    @property
    def lead(self) -> str:
        return self.markdown.partition("\n\n")[2].partition("\n\n")[0]


def _text(speaker: Speaker, folder: str, name: str, versions: Mapping[str, str]) -> _Text:
    own = speaker.language.tag if speaker.language.tag in versions else None
    tag = own or SOURCE_LANGUAGE
    return _Text(versions[tag], f"content/{folder}/{name}.{tag}.md", None if own else SOURCE_LANGUAGE)


def _shown(speaker: Speaker, text: _Text, html: str) -> dict[str, Any]:
    typeset = speaker.language.typeset_html(html) if text.language is None else Markup(html)  # noqa: S704 - sanitised
    return {
        "prose": typeset,
        "prose_title": speaker.language.typeset(text.title) if text.language is None else text.title,
        "prose_language": text.language,
        "prose_path": text.path,
    }


def prose(speaker: Speaker, page: Page) -> dict[str, Any]:
    """Return what a page of prose shows."""
    name = cast("str", page.subject)
    text = _text(speaker, "pages", name, speaker.site.prose[name])
    return _shown(speaker, text, _html(text, page))


def guides(speaker: Speaker, _: Page) -> dict[str, Any]:
    """Return what the list of guides shows."""
    return {"guides": guide_titles(speaker)}


def has_limits(versions: Mapping[str, str]) -> bool:
    """Return whether a guide shows the table of limits, in all its ``versions``."""
    return all("{{ timeouts }}" in text for text in versions.values())


def guide_titles(speaker: Speaker) -> list[tuple[str, str, str | None, Markup]]:
    """Return the name, title, foreign language and summary of each guide, by title."""
    texts = {name: _text(speaker, "guides", name, versions) for name, versions in speaker.site.guides.items()}
    titles = [
        (
            name,
            speaker.language.typeset(text.title),
            text.language,
            _shown(speaker, text, _lead(text))["prose"],
        )
        for name, text in texts.items()
    ]
    return sorted(titles, key=lambda title: speaker.language.sort_key(title[1]))


def _lead(text: _Text) -> str:
    html = block_html(_LINK.sub(r"\1", text.lead))
    return html.removeprefix("<p>").removesuffix("</p>")


def guide(speaker: Speaker, page: Page) -> dict[str, Any]:
    """Return what a guide shows; the template puts in the parts that stand between its sections."""
    name = cast("str", page.subject)
    text = _text(speaker, "guides", name, speaker.site.guides[name])
    html = _html(text, page)
    cut = [*_PLACEHOLDER.split(html), None, None]
    pieces = zip(cut[::3], cut[1::3], cut[2::3], strict=True)
    return {
        **_shown(speaker, text, html),
        "sections": [
            (_shown(speaker, text, piece or "")["prose"], (what or "").split(" ")[0], sample)
            for piece, what, sample in pieces
        ],
        "description": escape(_shortened(speaker.language.typeset(_plain(text.lead)))),
        "sample": lambda name: highlighted(name, speaker.site.samples[name]),
        "timeouts": sorted(speaker.site.timeouts, key=lambda timeout: (timeout.seconds, timeout.name)),
        "timeout_sources": {source.id: source for source in speaker.site.timeout_sources},
        "code_with": speaker.code,
        "inline": speaker.inline,
        "others": [other for other in guide_titles(speaker) if other[0] != name],
    }


def _html(text: _Text, page: Page) -> str:
    """Return the HTML of a text, the links to other pages of the site made for ``page``."""

    def resolved(found: re.Match[str]) -> str:
        return f"](https://{_HERE}/{slug_of_reference(found[1], found[2])})"

    html = block_html(_REFERENCE.sub(resolved, text.markdown))
    home = relative_address(page.address, address_in(page.language, ""))
    return html.replace(f"https://{_HERE}/", home)


def _shortened(text: str) -> str:
    """Return the whole sentences of ``text`` that a description has room for; at least the first."""
    first, *others = re.split(r"(?<=[.!?]) ", text)
    for sentence in others:
        if len(first) + len(sentence) >= _LONGEST_DESCRIPTION:
            break
        first = f"{first} {sentence}"
    return first


def _plain(markdown: str) -> str:
    return _LINK.sub(r"\1", markdown).replace("`", "").replace("**", "").replace("\n", " ")
