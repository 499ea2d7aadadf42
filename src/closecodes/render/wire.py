"""What happens on the wire, from the facts of a code: the data of the drawing."""

from __future__ import annotations

from dataclasses import dataclass

from closecodes.i18n import Message
from closecodes.i18n import pgettext_noop as N_
from closecodes.model import CloseCode, Origin
from closecodes.records import SentBy


__all__ = ["Arrow", "Wire", "wire_of"]


@dataclass(frozen=True, slots=True)
class Arrow:
    """One thing that travels between the two endpoints."""

    label: Message
    to_client: bool
    arrives: bool = True
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Wire:
    """The arrows between client and server in order, whether the ending is complete, and a description."""

    arrows: tuple[Arrow, ...]
    complete: bool
    caption: Message


# NOTE: labels in the drawing of the wire; keep them short.
_DATA = N_("wire", "data")
_CLOSE = N_("wire", "Close %(code)s")
_EMPTY = N_("wire", "Close, no code")
_HELLO = N_("wire", "TLS handshake")
_FAILED = N_("wire", "failure")
_LOST = N_("wire", "nothing more")

_CAPTIONS = {
    SentBy.EITHER: N_("wire", "One side sends Close %(code)s, the other answers with a Close frame: a complete closing handshake. Either side may begin."),
    SentBy.SERVER: N_("wire", "The server sends Close %(code)s, the client answers with a Close frame: a complete closing handshake."),
    SentBy.CLIENT: N_("wire", "The client sends Close %(code)s, the server answers with a Close frame: a complete closing handshake."),
}  # fmt: skip
_LOCAL_CAPTIONS = {
    Origin.EMPTY_CLOSE: N_("wire", "A Close frame without a code travels each way: a complete closing handshake, in which no number was sent."),
    Origin.NO_CLOSE: N_("wire", "The connection ends and no Close frame arrives: there was no closing handshake."),
    Origin.TLS_FAILURE: N_("wire", "The TLS handshake fails: no WebSocket connection ever exists, so no frame can be sent."),
    Origin.NOWHERE: N_("wire", "No frame carries %(code)s."),
}  # fmt: skip


def wire_of(code: CloseCode) -> Wire:
    """Return what travels between the endpoints when a connection ends with ``code``."""
    if code.origin is Origin.FRAME:
        first_to_client = code.facts.sent_by is SentBy.SERVER
        arrows = _handshake(_CLOSE, first_to_client=first_to_client)
        return Wire(arrows, complete=True, caption=_CAPTIONS[code.facts.sent_by])
    return Wire(_local_arrows(code.origin), code.origin is Origin.EMPTY_CLOSE, _LOCAL_CAPTIONS[code.origin])


def _handshake(close: Message, *, first_to_client: bool) -> tuple[Arrow, ...]:
    data = Arrow(_DATA, to_client=not first_to_client, quiet=True)
    return data, Arrow(close, to_client=first_to_client), Arrow(close, to_client=not first_to_client)


def _local_arrows(origin: Origin) -> tuple[Arrow, ...]:
    if origin is Origin.EMPTY_CLOSE:
        return _handshake(_EMPTY, first_to_client=True)
    if origin is Origin.NO_CLOSE:
        return Arrow(_DATA, to_client=False, quiet=True), Arrow(_LOST, to_client=True, arrives=False)
    if origin is Origin.TLS_FAILURE:
        return Arrow(_HELLO, to_client=False), Arrow(_FAILED, to_client=True, arrives=False)
    return ()
