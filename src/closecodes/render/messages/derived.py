"""The words for facts that follow from the number and the origin of a code."""

from __future__ import annotations

from closecodes.i18n import pgettext_noop as N_
from closecodes.render.messages.base import ValueWords


__all__ = ["DERIVED_WORDS"]

DERIVED_WORDS: dict[tuple[str, str], ValueWords] = {
    # NOTE: %(was_clean)s is the property wasClean, %(true)s and %(false)s its values, all set as code.
    ("clean", "clean"): ValueWords(
        N_("fact", "%(true)s once the handshake is complete"),
        N_("difference", "%(was_clean)s is %(true)s with %(code)s once the closing handshake is complete"),
        N_("agreement", "%(was_clean)s is %(true)s with both once the closing handshake is complete."),
    ),
    ("clean", "unclean"): ValueWords(
        N_("fact", "%(false)s"),
        N_("difference", "%(was_clean)s is %(false)s with %(code)s"),
        N_("agreement", "%(was_clean)s is %(false)s with both."),
    ),
    ("phase", "open"): ValueWords(
        N_("fact", "Once the connection is open"),
        N_("difference", "%(code)s needs a connection that was open"),
        N_("agreement", "Both need a connection that was open."),
    ),
    ("phase", "opening"): ValueWords(
        N_("fact", "Before the connection opens"),
        N_("difference", "%(code)s can appear only before the connection opens"),
        N_("agreement", "Both can appear only before the connection opens."),
    ),
    ("phase", "any"): ValueWords(
        N_("fact", "At any time, even if the connection never opened"),
        N_("difference", "%(code)s may also mean that the connection never opened"),
        N_("agreement", "Both may also mean that the connection never opened."),
    ),
    # NOTE: %(call)s is code such as close(1012), %(error)s the name of an exception.
    ("browser", "allowed"): ValueWords(
        N_("fact", "%(call)s is allowed"),
        N_("difference", "a page may call %(call)s"),
        N_("agreement", "A page may pass both to %(close)s."),
    ),
    ("browser", "throws"): ValueWords(
        N_("fact", "%(call)s throws %(error)s"),
        N_("difference", "%(call)s throws %(error)s in a page"),
        N_("agreement", "A page can pass neither to %(close)s, which throws %(error)s."),
    ),
    ("range", "protocol"): ValueWords(
        N_("fact", "1000–2999: the protocol itself"),
        N_("difference", "%(code)s belongs to the protocol’s own range, 1000–2999"),
        N_("agreement", "Both belong to the protocol’s own range, 1000–2999."),
    ),
    ("range", "registered"): ValueWords(
        N_("fact", "3000–3999: registered by libraries and applications"),
        N_("difference", "%(code)s belongs to the range that libraries and applications register, 3000–3999"),
        N_("agreement", "Both belong to the range that libraries and applications register, 3000–3999."),
    ),
    ("range", "private"): ValueWords(
        N_("fact", "4000–4999: private agreement"),
        N_("difference", "%(code)s belongs to the range for private agreements, 4000–4999"),
        N_("agreement", "Both belong to the range for private agreements, 4000–4999."),
    ),
    ("specified_in", "rfc-6455"): ValueWords(
        N_("fact", "RFC 6455"),
        N_("difference", "%(code)s stands in RFC 6455 itself"),
        N_("agreement", "Both stand in RFC 6455 itself."),
    ),
    ("specified_in", "registry"): ValueWords(
        N_("fact", "The registry, after RFC 6455"),
        N_("difference", "%(code)s was added to the registry after RFC 6455"),
        N_("agreement", "Both were added to the registry after RFC 6455."),
    ),
    ("specified_in", "vendor"): ValueWords(
        N_("fact", "Its vendor’s documentation"),
        N_("difference", "only its vendor defines %(code)s"),
        N_("agreement", "Only their vendor defines them."),
    ),
    ("http_status", "mirrors"): ValueWords(
        N_("fact", "HTTP %(status)s"),
        N_("difference", "%(code)s is the counterpart of HTTP %(status)s"),
        N_("agreement", "Both are counterparts of HTTP %(status)s."),
    ),
}
