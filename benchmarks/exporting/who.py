"""Who closed, in a sentence."""

from __future__ import annotations

from closecodes.i18n import Language
from closecodes.model import CloseCode, Origin


__all__ = ["who_closed"]

_BY_SENDER = {
    "server": "The server: it sent this code in a Close frame.",
    "client": "The client: it sent this code in a Close frame.",
    "either": "The side that sent the Close frame; either side may send this code.",
}
_BY_ORIGIN = {
    Origin.EMPTY_CLOSE: "The side that sent the Close frame. It gave no code; your own library adds this one.",
    Origin.NO_CLOSE: "Nobody said so: no Close frame arrived, and your own library reports this code instead.",
    Origin.TLS_FAILURE: "Nobody: the connection never opened, and your own library reports this code.",
    Origin.NOWHERE: "Nobody: a correct implementation neither sends nor reports it.",
}


def who_closed(code: CloseCode, language: Language) -> str:
    """Return the sentence that says who closed a connection that ended with ``code``."""
    text = _BY_ORIGIN.get(code.origin) or _BY_SENDER[code.facts.sent_by.value]
    return str(language.pgettext("who closed", text))
