"""What an open page is told of problems, in its own language but for the messages of the checker."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.pofile import PoFileError
from babel.support import NullTranslations

from closecodes.i18n import Language
from closecodes.i18n import pgettext_noop as N_
from closecodes.model import SOURCE_LANGUAGE
from closecodes.serving.editions import Edition


__all__ = ["overlay_of"]

_MOST = 20
"""Problems that an overlay shows; the terminal shows all."""

_NOTE = N_("serve", "You see the last good site. This goes away when the problems are mended.")
_DISMISS = N_("serve", "Dismiss")


def overlay_of(edition: Edition, address: str) -> dict[str, Any]:
    """Return the message for the page at ``address``: its overlay, or an empty one that takes it away."""
    problems = edition.problems
    if not problems:
        return {"problems": []}
    tag = address.partition("/")[0]
    known = tag if tag in edition.checked.records.languages else SOURCE_LANGUAGE
    language = _language(known, edition.project.locales)
    lines = edition.checked.records.content.lines()
    return {
        "language": known,
        "direction": language.direction,
        "heading": str(
            language.npgettext(
                "serve", "One problem in the files", "%(num)s problems in the files", len(problems)
            )
        ),
        "note": str(language.pgettext(_NOTE.context, _NOTE.text)),
        "dismiss": str(language.pgettext(_DISMISS.context, _DISMISS.text)),
        "problems": [
            {
                "place": f"{problem.place.path}:{problem.place.line}:{problem.place.column}",
                "rule": f"{problem.level}[{problem.rule}]",
                "message": problem.message,
                "source": _source(lines.get(problem.place.path, []), problem.place.line),
            }
            for problem in problems[:_MOST]
        ],
    }


@cache
def _language(tag: str, locales: Path) -> Language:
    """Return a language of the site; English words where its catalogue is what is wrong."""
    try:
        return Language.load(tag, locales)
    except PoFileError:
        return Language(SOURCE_LANGUAGE, NullTranslations())


def _source(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""
