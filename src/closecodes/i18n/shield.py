"""Hide from rules about text what they must leave alone: code, addresses, placeholders, tags.

Each hidden piece leaves one private character behind, so that rules still see where something stands and can
look across it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


__all__ = ["OPAQUE", "PLACEHOLDER", "SPACE", "TAG", "Shielded", "shield_html", "shield_text"]

OPAQUE, TAG, SPACE, PLACEHOLDER = "\ue000", "\ue001", "\ue002", "\ue003"
"""What stands for code and addresses, a tag, a no-break space written as an entity, and a placeholder."""

_HIDDEN = re.compile("[\ue000-\ue003]")
_LEFT_ALONE = re.compile(
    r"""
    (?P<space>&nbsp;|&\#160;|&\#x[aA]0;)
    | (?P<placeholder>%\(\w+\)[sd])
    | [a-z][a-z0-9+.-]*://[^\s<>«»"]*[^\s<>«»".,;:!?)]   # addresses
    | [\w.+-]+@[\w-]+\.[\w.-]+\b                         # mail addresses
    | `[^`]*`                                            # code in Markdown
    | &\#?\w+;                                           # entities of HTML
    | [\ue000-\ue003]
    """,
    re.VERBOSE,
)
_SIGNS = re.compile("[&@`\ue000-\ue003]|://|%\\(")
"""What a text has in it of which something is left alone."""
_TAGS = re.compile(r"(<[^>]*>)")
_OPENING = re.compile(r"<([a-z0-9]+)([^>]*?)(/?)>", re.IGNORECASE)
_OTHER_LANGUAGE = re.compile(r"""(?<!href)\blang=["']""")
_VERBATIM_ELEMENTS = {"code", "pre", "kbd", "samp", "script", "style", "svg"}
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


@dataclass(slots=True)
class Shielded:
    """Text with private characters in place of what was hidden."""

    text: str = ""
    hidden: list[str] = field(default_factory=list)

    def hide(self, piece: str, sign: str) -> None:
        """Append ``piece`` as ``sign``."""
        self.hidden.append(piece)
        self.text += sign

    def restore(self, text: str) -> str:
        """Return ``text``, which may have changed around the signs, with every hidden piece in its place."""
        pieces = iter(self.hidden)
        return _HIDDEN.sub(lambda _: next(pieces), text) if self.hidden else text


def shield_text(text: str, into: Shielded | None = None) -> Shielded:
    """Return plain ``text`` with code, addresses, placeholders and entities hidden."""
    shielded, end = into or Shielded(), 0
    if not _SIGNS.search(text):
        shielded.text += text
        return shielded
    for found in _LEFT_ALONE.finditer(text):
        shielded.text += text[end : found.start()]
        signs = {"space": SPACE, "placeholder": PLACEHOLDER}
        shielded.hide(found[0], signs.get(found.lastgroup or "", OPAQUE))
        end = found.end()
    shielded.text += text[end:]
    return shielded


def shield_html(html: str) -> Shielded:
    """Return ``html`` with tags hidden too, and with code and parts in another language hidden whole."""
    shielded = Shielded()
    verbatim: list[str] = []
    kept = ""
    for index, piece in enumerate(_TAGS.split(html)):
        was_verbatim = bool(verbatim)
        if index % 2:
            _track(piece, verbatim)
        if was_verbatim or verbatim:
            kept += piece
            if not verbatim:
                shielded.hide(kept, OPAQUE)
                kept = ""
        elif index % 2:
            shielded.hide(piece, TAG)
        else:
            shield_text(piece, shielded)
    if kept:
        shielded.hide(kept, OPAQUE)
    return shielded


def _track(tag: str, verbatim: list[str]) -> None:
    """Keep in ``verbatim`` the open elements in which nothing may change."""
    if tag.startswith("</"):
        if verbatim and tag[2:-1].strip().lower() == verbatim[-1]:
            verbatim.pop()
        return
    if (found := _OPENING.match(tag)) and not found[3] and found[1].lower() not in _VOID:
        name = found[1].lower()
        if verbatim or name in _VERBATIM_ELEMENTS or _OTHER_LANGUAGE.search(found[2]):
            verbatim.append(name)
