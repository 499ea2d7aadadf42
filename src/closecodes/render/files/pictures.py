"""Cards and icons: what they show comes from the views of a language, what is drawn is kept by its content."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, cast

from closecodes.i18n import Language
from closecodes.i18n import pgettext_noop as N_
from closecodes.model import REGISTERED_FAMILY, CloseCode, Pair
from closecodes.pages import Page
from closecodes.render.files.desk import Desk
from closecodes.render.speaker import Speaker
from closecodes.render.views import CodeView


if TYPE_CHECKING:
    from closecodes.render.files import cards


__all__ = ["card", "icon"]

_ADVICE_NAMES = {
    "never": N_("retry", "Do not reconnect"),
    "after-fix": N_("retry", "Fix first"),
    "delayed": N_("retry", "Reconnect later"),
    "at-once": N_("retry", "Reconnect"),
    "depends": N_("retry", "It depends"),
}
_ENDS = (N_("wire", "Client"), N_("wire", "Server"))


def card(desk: Desk, page: Page) -> bytes:
    """Return the social card of a code, of a comparison that somebody wrote, or of the site."""
    from closecodes.render.files import cards  # noqa: PLC0415 - most builds draw nothing

    shown = _shown(desk, page)
    if desk.cache is None:
        return cards.draw(shown)
    return desk.cache.picture(f"{_drawn_by()}{shown}", lambda: cards.draw(shown))


def _shown(desk: Desk, page: Page) -> cards.CodeCard | cards.PairCard | cards.SiteCard:
    speaker = desk.speaker(page)
    match page.subject:
        case CloseCode():
            return _code(desk, speaker, speaker.code(page.subject.id))
        case Pair():
            return _pair(desk, speaker, page.subject)
        case _:
            return _site(desk, speaker)


def _code(desk: Desk, speaker: Speaker, view: CodeView) -> cards.CodeCard:
    from closecodes.render.files import cards  # noqa: PLC0415 - as above

    say = speaker.language.pgettext
    client, server = (str(say(end.context, end.text)) for end in _ENDS)
    arrows = tuple(
        cards.Arrow(
            str(say(arrow.label.context, arrow.label.text, code=view.number)),
            arrow.to_client,
            arrow.arrives,
            arrow.quiet,
        )
        for arrow in view.wire.arrows
    )
    side = _side(speaker.language, view, view.family_name)
    return cards.CodeCard(desk.site.record.name, side, (client, server), arrows, view.wire.complete)


def _pair(desk: Desk, speaker: Speaker, pair: Pair) -> cards.PairCard:
    from closecodes.render.files import cards  # noqa: PLC0415 - as above

    comparison = speaker.comparison_of(pair)
    text = comparison.text
    first, second = (
        _side(speaker.language, view, "" if view.code.family == REGISTERED_FAMILY else view.family_name)
        for view in comparison.codes
    )
    sentence = str(text.difference.striptags()) if text else ""
    return cards.PairCard(desk.site.record.name, (first, second), sentence)


def _site(desk: Desk, speaker: Speaker) -> cards.SiteCard:
    from closecodes.render.files import cards  # noqa: PLC0415 - as above

    tagline = desk.site.tagline.get(speaker.language.tag) or desk.site.tagline.english
    numbers = tuple(code.number for code in desk.site.registered)
    return cards.SiteCard(desk.site.record.name, speaker.language.typeset(tagline), numbers[:12])


def _side(language: Language, view: CodeView, family: str) -> cards.Side:
    from closecodes.render.files import cards  # noqa: PLC0415 - as above

    advice = _ADVICE_NAMES[view.retry]
    word = str(language.pgettext(advice.context, advice.text))
    return cards.Side(family, view.number, view.name, view.retry, word)


@cache
def _drawn_by() -> str:
    """Return what a picture depends on beside what it shows: how it is drawn, and with what."""
    import PIL  # noqa: PLC0415 - as above

    sources = (
        Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("cards.py", "drawing.py")
    )
    return "\n".join((PIL.__version__, version("fontpkg-fira-sans"), *sources))


def icon(_: Desk, page: Page) -> bytes:
    """Return a picture that stands for the site."""
    from closecodes.render.files import drawing  # noqa: PLC0415 - as above

    return drawing.icon(cast("int", page.subject), "ICO" if page.slug.endswith(".ico") else "PNG")
