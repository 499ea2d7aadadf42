"""The words for what a code is about."""

from __future__ import annotations

from closecodes.i18n import pgettext_noop as N_
from closecodes.render.messages.base import ValueWords


__all__ = ["SUBJECT_WORDS"]

SUBJECT_WORDS: dict[tuple[str, str], ValueWords] = {
    ("subject", "completed-work"): ValueWords(
        N_("fact", "Work that is finished"),
        N_("difference", "%(code)s is about work that is finished"),
        N_("agreement", "Both are about work that is finished."),
    ),
    ("subject", "departure"): ValueWords(
        N_("fact", "An endpoint that leaves"),
        N_("difference", "%(code)s is about an endpoint that leaves"),
        N_("agreement", "Both are about an endpoint that leaves."),
    ),
    ("subject", "framing"): ValueWords(
        N_("fact", "Frames that break the protocol"),
        N_("difference", "%(code)s is about frames that break the protocol"),
        N_("agreement", "Both are about frames that break the protocol."),
    ),
    ("subject", "message-type"): ValueWords(
        N_("fact", "A type of message that is not accepted"),
        N_("difference", "%(code)s is about a type of message, text or binary, that is not accepted"),
        N_("agreement", "Both are about a type of message, text or binary, that is not accepted."),
    ),
    ("subject", "reserved"): ValueWords(
        N_("fact", "Nothing: it has no meaning yet"),
        N_("difference", "%(code)s has no meaning yet"),
        N_("agreement", "Neither has a meaning yet."),
    ),
    ("subject", "missing-code"): ValueWords(
        N_("fact", "A Close frame without a code"),
        N_("difference", "%(code)s is about a Close frame that gives no code"),
        N_("agreement", "Both are about a Close frame that gives no code."),
    ),
    ("subject", "missing-frame"): ValueWords(
        N_("fact", "A connection lost without a word"),
        N_("difference", "%(code)s is about a connection that was lost without a word"),
        N_("agreement", "Both are about a connection that was lost without a word."),
    ),
    ("subject", "message-content"): ValueWords(
        N_("fact", "Content that does not fit the message’s type"),
        N_("difference", "%(code)s is about content that does not fit the type of its message"),
        N_("agreement", "Both are about content that does not fit the type of its message."),
    ),
    ("subject", "policy"): ValueWords(
        N_("fact", "A rule of the other side"),
        N_("difference", "%(code)s is about a rule that the other side set"),
        N_("agreement", "Both are about a rule that the other side set."),
    ),
    ("subject", "message-size"): ValueWords(
        N_("fact", "The size of a message"),
        N_("difference", "%(code)s is about the size of a message"),
        N_("agreement", "Both are about the size of a message."),
    ),
    ("subject", "extension"): ValueWords(
        N_("fact", "An extension that was not negotiated"),
        N_("difference", "%(code)s is about an extension that was not negotiated"),
        N_("agreement", "Both are about an extension that was not negotiated."),
    ),
    ("subject", "internal-error"): ValueWords(
        N_("fact", "An unexpected error in the program that closes"),
        N_("difference", "%(code)s is about an unexpected error in the program that closes"),
        N_("agreement", "Both are about an unexpected error in the program that closes."),
    ),
    ("subject", "restart"): ValueWords(
        N_("fact", "A service that restarts"),
        N_("difference", "%(code)s is about a service that restarts"),
        N_("agreement", "Both are about a service that restarts."),
    ),
    ("subject", "overload"): ValueWords(
        N_("fact", "A service without spare capacity"),
        N_("difference", "%(code)s is about a service without spare capacity"),
        N_("agreement", "Both are about a service without spare capacity."),
    ),
    ("subject", "upstream"): ValueWords(
        N_("fact", "A server behind the gateway"),
        N_("difference", "%(code)s is about a server behind the gateway"),
        N_("agreement", "Both are about a server behind the gateway."),
    ),
    ("subject", "tls"): ValueWords(
        N_("fact", "The TLS handshake"),
        N_("difference", "%(code)s is about the TLS handshake"),
        N_("agreement", "Both are about the TLS handshake."),
    ),
    ("subject", "authentication"): ValueWords(
        N_("fact", "A client that has not proved who it is"),
        N_("difference", "%(code)s is about a client that has not proved who it is"),
        N_("agreement", "Both are about a client that has not proved who it is."),
    ),
    ("subject", "permission"): ValueWords(
        N_("fact", "A client that lacks a permission"),
        N_("difference", "%(code)s is about a client that lacks a permission"),
        N_("agreement", "Both are about a client that lacks a permission."),
    ),
    ("subject", "timeout"): ValueWords(
        N_("fact", "Something that did not come in time"),
        N_("difference", "%(code)s is about something that did not come in time"),
        N_("agreement", "Both are about something that did not come in time."),
    ),
    ("subject", "session"): ValueWords(
        N_("fact", "A session that is over or not valid"),
        N_("difference", "%(code)s is about a session that is over or not valid"),
        N_("agreement", "Both are about a session that is over or not valid."),
    ),
    ("subject", "rate"): ValueWords(
        N_("fact", "Messages that come too fast"),
        N_("difference", "%(code)s is about messages that come too fast"),
        N_("agreement", "Both are about messages that come too fast."),
    ),
    ("subject", "sequence"): ValueWords(
        N_("fact", "A message at the wrong moment"),
        N_("difference", "%(code)s is about a message at the wrong moment"),
        N_("agreement", "Both are about a message at the wrong moment."),
    ),
    ("subject", "not-found"): ValueWords(
        N_("fact", "Something asked for that does not exist"),
        N_("difference", "%(code)s is about something asked for that does not exist"),
        N_("agreement", "Both are about something asked for that does not exist."),
    ),
    ("subject", "version"): ValueWords(
        N_("fact", "A version that is not supported"),
        N_("difference", "%(code)s is about a version that is not supported"),
        N_("agreement", "Both are about a version that is not supported."),
    ),
    ("subject", "quota"): ValueWords(
        N_("fact", "What the account or plan allows"),
        N_("difference", "%(code)s is about what the account or plan allows"),
        N_("agreement", "Both are about what the account or plan allows."),
    ),
    ("subject", "duplicate"): ValueWords(
        N_("fact", "Another connection that takes its place"),
        N_("difference", "%(code)s is about another connection that takes its place"),
        N_("agreement", "Both are about another connection that takes its place."),
    ),
}
