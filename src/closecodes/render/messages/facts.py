"""The words for the typed facts of a code, but for its subject."""

from __future__ import annotations

from closecodes.i18n import Message
from closecodes.i18n import pgettext_noop as N_
from closecodes.render.messages.base import ValueWords


__all__ = ["FACT_LABELS", "FACT_WORDS"]

FACT_LABELS: dict[str, Message] = {
    "origin": N_("fact", "Where you get it from"),
    "subject": N_("fact", "What it is about"),
    "retry": N_("fact", "Reconnect?"),
    "sent_by": N_("fact", "Who may send it"),
    "fault": N_("fact", "Where the cause lies"),
    "kind": N_("fact", "Kind of ending"),
    # NOTE: wasClean is a property of the browser's CloseEvent; keep it as it is.
    "clean": N_("fact", "wasClean"),
    "phase": N_("fact", "When it can appear"),
    # NOTE: close() is the method of the browser's WebSocket; keep it as it is.
    "browser": N_("fact", "close() in a page"),
    "http_status": N_("fact", "HTTP counterpart"),
    "range": N_("fact", "Range"),
    "specified_in": N_("fact", "Defined in"),
}

FACT_WORDS: dict[tuple[str, str], ValueWords] = {
    ("origin", "frame"): ValueWords(
        N_("fact", "A Close frame that the other side sent"),
        N_("difference", "%(code)s stands in a Close frame that somebody sent"),
        N_("agreement", "Both stand in a Close frame that somebody sent."),
    ),
    ("origin", "empty-close"): ValueWords(
        N_("fact", "Your own library, for a Close frame without a code"),
        N_("difference", "your own library reports %(code)s when a Close frame arrives without a code"),
        N_("agreement", "Your own library reports both when a Close frame arrives without a code."),
    ),
    ("origin", "no-close"): ValueWords(
        N_("fact", "Your own library, because no Close frame arrived"),
        N_("difference", "your own library reports %(code)s because no Close frame arrived"),
        N_("agreement", "Your own library reports both because no Close frame arrived."),
    ),
    ("origin", "tls-failure"): ValueWords(
        N_("fact", "Your own library, because the TLS handshake failed"),
        N_("difference", "your own library reports %(code)s because the TLS handshake failed"),
        N_("agreement", "Your own library reports both because the TLS handshake failed."),
    ),
    ("origin", "nowhere"): ValueWords(
        N_("fact", "Nowhere: it is neither sent nor reported"),
        N_("difference", "%(code)s is neither sent nor reported by a correct implementation"),
        N_("agreement", "Neither is sent or reported by a correct implementation."),
    ),
    ("retry", "never"): ValueWords(
        N_("fact", "No"),
        N_("difference", "after %(code)s there is no reason to reconnect"),
        N_("agreement", "After either, there is no reason to reconnect."),
    ),
    ("retry", "after-fix"): ValueWords(
        N_("fact", "Only once the cause is fixed"),
        N_("difference", "after %(code)s reconnecting helps only once the cause is fixed"),
        N_("agreement", "After either, reconnecting helps only once the cause is fixed."),
    ),
    ("retry", "delayed"): ValueWords(
        N_("fact", "Yes, after a delay; no source gives one in seconds"),
        N_(
            "difference",
            "after %(code)s you may reconnect after a delay, which no source gives in seconds",
        ),
        N_(
            "agreement",
            "After either, you may reconnect after a delay, which no source gives in seconds.",
        ),
    ),
    ("retry", "delayed-fixed"): ValueWords(
        N_("fact", "Yes, after %(min)s s"),
        N_("difference", "after %(code)s you may reconnect after %(min)s s"),
        N_("agreement", "After either, you may reconnect after %(min)s s."),
    ),
    ("retry", "delayed-longer"): ValueWords(
        N_("fact", "Yes, after %(min)s s, then longer each time"),
        N_("difference", "after %(code)s you may reconnect after %(min)s s, then longer after each failure"),
        N_("agreement", "After either, you may reconnect after %(min)s s, then longer after each failure."),
    ),
    ("retry", "delayed-random"): ValueWords(
        N_("fact", "Yes, after %(min)s to %(max)s seconds at random"),
        N_(
            "difference",
            "after %(code)s you may reconnect after a random delay of %(min)s to %(max)s seconds",
        ),
        N_(
            "agreement", "After either, you may reconnect after a random delay of %(min)s to %(max)s seconds."
        ),
    ),
    ("retry", "delayed-growing"): ValueWords(
        N_("fact", "Yes, after %(min)s to %(max)s seconds at random, then longer each time"),
        N_(
            "difference",
            "after %(code)s you may reconnect after a random delay of %(min)s to %(max)s seconds that grows with each failure",
        ),
        N_(
            "agreement",
            "After either, you may reconnect after a random delay of %(min)s to %(max)s seconds that grows with each failure.",
        ),
    ),
    ("retry", "at-once"): ValueWords(
        N_("fact", "Yes, at once"),
        N_("difference", "after %(code)s you may reconnect at once"),
        N_("agreement", "After either, you may reconnect at once."),
    ),
    ("retry", "depends"): ValueWords(
        N_("fact", "It depends: see the advice"),
        N_("difference", "after %(code)s it depends on your case whether to reconnect"),
        N_("agreement", "After either, it depends on your case whether to reconnect."),
    ),
    ("retry", "other-address"): ValueWords(
        N_("fact", "To another address, or when the user asks"),
        N_(
            "difference",
            "after %(code)s you may reconnect to another address, or to the same one when the user asks",
        ),
        N_(
            "agreement",
            "After either, you may reconnect to another address, or to the same one when the user asks.",
        ),
    ),
    ("sent_by", "client"): ValueWords(
        N_("fact", "The client"),
        N_("difference", "only the client may send %(code)s"),
        N_("agreement", "Only the client may send them."),
    ),
    ("sent_by", "server"): ValueWords(
        N_("fact", "The server"),
        N_("difference", "%(code)s comes from the server"),
        N_("agreement", "Both come from the server."),
    ),
    ("sent_by", "either"): ValueWords(
        N_("fact", "Either side"),
        N_("difference", "either side may send %(code)s"),
        N_("agreement", "Either side may send both."),
    ),
    ("fault", "none"): ValueWords(
        N_("fact", "No fault to look for"),
        N_("difference", "behind %(code)s there is no fault to look for"),
        N_("agreement", "Behind both there is no fault to look for."),
    ),
    ("fault", "sender"): ValueWords(
        N_("fact", "With the side that sends it"),
        N_("difference", "the cause of %(code)s lies with the side that sends it"),
        N_("agreement", "The cause of both lies with the side that sends them."),
    ),
    ("fault", "receiver"): ValueWords(
        N_("fact", "With the side that receives it"),
        N_("difference", "the cause of %(code)s lies with the side that receives it"),
        N_("agreement", "The cause of both lies with the side that receives them."),
    ),
    ("fault", "either"): ValueWords(
        N_("fact", "On either side"),
        N_("difference", "the cause of %(code)s may lie on either side"),
        N_("agreement", "The cause of both may lie on either side."),
    ),
    ("fault", "upstream"): ValueWords(
        N_("fact", "Behind the gateway"),
        N_("difference", "the cause of %(code)s lies behind the gateway"),
        N_("agreement", "The cause of both lies behind the gateway."),
    ),
    ("fault", "anywhere"): ValueWords(
        N_("fact", "Anywhere: client, network, proxy or server"),
        N_("difference", "the cause of %(code)s may lie anywhere: client, network, proxy or server"),
        N_("agreement", "The cause of both may lie anywhere: client, network, proxy or server."),
    ),
    ("kind", "planned"): ValueWords(
        N_("fact", "Planned"),
        N_("difference", "%(code)s announces a planned ending"),
        N_("agreement", "Both announce a planned ending."),
    ),
    ("kind", "refusal"): ValueWords(
        N_("fact", "Refusal"),
        N_("difference", "%(code)s refuses something that the other side did"),
        N_("agreement", "Both refuse something that the other side did."),
    ),
    ("kind", "failure"): ValueWords(
        N_("fact", "Failure"),
        N_("difference", "%(code)s reports a failure"),
        N_("agreement", "Both report a failure."),
    ),
    ("kind", "unstated"): ValueWords(
        N_("fact", "Not stated"),
        N_("difference", "%(code)s does not say what sort of ending it was"),
        N_("agreement", "Neither says what sort of ending it was."),
    ),
}
