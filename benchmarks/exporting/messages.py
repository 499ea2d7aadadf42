"""The messages of the templates, under short names."""

from __future__ import annotations

import re

from benchmarks.exporting.texts import Ready
from closecodes.i18n import Language


__all__ = ["after_conjunction", "conjunction_before", "messages_in"]

_COMPARISON_DESCRIPTION = (
    "%(first)s or %(second)s: what differs, how to tell which one you have, whether to reconnect, and which one "
    "to send."
)
_INTRO = (
    "Both codes are defined by %(definer)s: %(first)s means that %(first_meaning)s; %(second)s means that "
    "%(second_meaning)s."
)
_MESSAGES = {
    "skip": ("navigation", "Skip to the content"),
    "site": ("navigation", "Site"),
    "compare": ("navigation", "Compare"),
    "ranges": ("navigation", "Ranges"),
    "about": ("navigation", "About"),
    "copy": ("copy", "Copy"),
    "copied": ("copy", "Copied"),
    "copy_markdown": ("copy", "Copy as Markdown"),
    "find": ("find", "Number, error text or constant"),
    "find_example": ("find", "1006, discord 4004, an error text…"),
    "neighbours": ("code page", "Other codes of this family"),
    "reconnecting": ("navigation", "Reconnecting"),
    "menu": ("navigation", "Menu"),
    "language": ("navigation", "Language"),
    "breadcrumb": ("navigation", "Breadcrumb"),
    "licence": (
        "footer",
        "Text under CC BY 4.0, code under the MIT licence. Nothing on this page is loaded from elsewhere.",
    ),
    "repository": ("footer", "Source repository"),
    "in_short": ("code page", "In short"),
    "happened": ("code page", "What happened?"),
    "who": ("code page", "Who closed?"),
    "should_reconnect": ("code page", "Should I reconnect?"),
    "check_first": ("code page", "What do I check first?"),
    "when": ("heading", "When you see it"),
    "causes": ("heading", "Typical causes"),
    "fix": ("heading", "How to fix it"),
    "section_sources": ("sources", "Sources of this section:"),
    "reconnect": ("heading", "Reconnecting"),
    "which_one": ("heading", "Sending and receiving it"),
    "pitfalls": ("heading", "What people get wrong"),
    "facts": ("heading", "Facts"),
    "constants": ("heading", "Its name in libraries"),
    "compare_with": ("heading", "Compare with…"),
    "more": ("heading", "Other comparisons"),
    "previous": ("comparison", "Previous comparison:"),
    "following": ("comparison", "Next comparison:"),
    "each_other": ("comparison", "each of the others"),
    "sources": ("heading", "Sources"),
    "improve": ("contributing", "Improve this page"),
    "unconfirmed": ("sources", "unconfirmed"),
    "unopened": ("sources", "not opened by us"),
    "description": ("heading", "Description"),
    "differences": ("heading", "Key differences"),
    "shared": ("heading", "What they share"),
    "side_by_side": ("table", "The facts side by side; ≠ marks those that differ"),
    "fact": ("table", "Fact"),
    "differs": ("table", "(differs)"),
    "which": ("heading", "When to use which"),
    "sending": ("heading", "You are about to send one of them"),
    "receiving": ("heading", "You received one of them"),
    "versus": ("comparison", "%(first)s vs %(second)s"),
    "comparison_title": ("title", "%(family)s %(first)s %(first_name)s vs %(second)s %(second_name)s"),
    "comparison_description": ("comparison", _COMPARISON_DESCRIPTION),
    "intro": ("comparison", _INTRO),
    "contrast": ("difference", "%(first)s, whereas %(second)s."),
    "forward": ("comparison", "This comparison is at %(first)s vs %(second)s."),
    "client": ("wire", "Client"),
    "server": ("wire", "Server"),
    "code": ("table", "Code"),
    "name": ("table", "Name"),
    "you_see_it": ("table", "You see it when…"),
    "reconnect_short": ("table", "Reconnect?"),
    "about_family": ("heading", "About this family"),
    "document": ("family", "Official document"),
    "never": ("retry", "Do not reconnect"),
    "after-fix": ("retry", "Fix first"),
    "delayed": ("retry", "Reconnect later"),
    "at-once": ("retry", "Reconnect"),
    "depends": ("retry", "It depends"),
}

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_QUE = re.compile(r"\bque (?=%\((first_meaning|second_meaning|second)\)s)")


def messages_in(language: Language) -> dict[str, str]:
    """Return the messages in ``language``, with placeholders such as ``{first}``.

    A conjunction before a clause is left out where the clause could change it: it comes with the clause.
    """
    return {name: _prepared(_translated(language, *message)) for name, message in _MESSAGES.items()}


def _translated(language: Language, context: str, text: str) -> str:
    names = _PLACEHOLDER.findall(text)
    return str(language.pgettext(context, text, **{name: f"%({name})s" for name in names}))


def _prepared(text: str) -> str:
    return _PLACEHOLDER.sub(r"{\1}", _QUE.sub("", text))


def conjunction_before(name: str, language: Language) -> str:
    """Return the conjunction that was left out of the message called ``name``: « que », or nothing."""
    return "que " if _QUE.search(_translated(language, *_MESSAGES[name])) else ""


def after_conjunction(name: str, clause: str, language: Language) -> str:
    """Return ``clause`` with the conjunction that the message called ``name`` has lost, elided."""
    conjunction = conjunction_before(name, language)
    return str(language.gettext(f"{conjunction}%(clause)s", clause=Ready(clause))) if conjunction else clause
