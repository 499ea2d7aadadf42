"""The typed facts of a code: language-neutral, and the only thing comparisons are computed from."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from closecodes.records.text import Identifier, Record
from closecodes.records.words import Word


__all__ = [
    "Facts",
    "Fault",
    "Growth",
    "Kind",
    "ReportedFor",
    "Retry",
    "RetryAddress",
    "RetryDelay",
    "SentBy",
    "SpecifiedIn",
    "Subject",
]


class SentBy(Word):
    """Who may put the code into a Close frame."""

    CLIENT = "client", "The end that opened the connection."
    SERVER = "server", "The end that accepted the connection."
    EITHER = "either", "Both ends may."
    NOBODY = "nobody", "No end may; a library reports it, or it is reserved. Then `on_the_wire` is false."


class ReportedFor(Word):
    """What makes a library report a code that nobody sent."""

    EMPTY_CLOSE = "empty-close", "A Close frame arrived without a code."
    NO_CLOSE = "no-close", "The connection ended without a Close frame."
    TLS_FAILURE = "tls-failure", "The TLS handshake failed, before there was a WebSocket."


class Subject(Word):
    """What the code is about, in one word."""

    COMPLETED_WORK = "completed-work", "The work is done, and nothing more is to come."
    DEPARTURE = "departure", "One end goes away: a page that is left, a server that stops."
    FRAMING = "framing", "A frame breaks the rules of the protocol."
    MESSAGE_TYPE = "message-type", "A kind of message that the other end does not accept, such as binary."
    RESERVED = "reserved", "Nothing yet: the number is set aside."
    MISSING_CODE = "missing-code", "A Close frame without a code."
    MISSING_FRAME = "missing-frame", "A connection that ended without a Close frame."
    MESSAGE_CONTENT = "message-content", "The content of a message: bad UTF-8, bad JSON, a missing field."
    POLICY = "policy", "A rule of the other end that no better word names."
    MESSAGE_SIZE = "message-size", "A message that is too big."
    EXTENSION = "extension", "An extension of the protocol that was not agreed on."
    INTERNAL_ERROR = "internal-error", "A failure inside the program that closes."
    RESTART = "restart", "A restart or a move of the service."
    OVERLOAD = "overload", "Too much load on the service."
    UPSTREAM = "upstream", "A server behind a gateway."
    TLS = "tls", "Encryption, certificates and their handshake."
    AUTHENTICATION = "authentication", "Who the client is: a token, a key, a login."
    PERMISSION = "permission", "What the client may do."
    TIMEOUT = "timeout", "Something that took too long, or silence."
    SESSION = "session", "A session that is over, unknown or not valid."
    RATE = "rate", "Too many messages or connections in a time."
    SEQUENCE = "sequence", "A message that came too early, too late or twice."
    NOT_FOUND = "not-found", "Something asked for that does not exist."
    VERSION = "version", "A version that is not served, or no longer."
    QUOTA = "quota", "An amount that is used up: connections, minutes, money."
    DUPLICATE = "duplicate", "A second connection, subscription or name where one is allowed."


class Kind(Word):
    """What sort of ending the code announces."""

    PLANNED = "planned", "All is well: somebody meant to end the connection."
    REFUSAL = "refusal", "One end refuses what the other did or is."
    FAILURE = "failure", "Something broke."
    UNSTATED = "unstated", "The code does not say."


class Fault(Word):
    """Where the cause lies, seen from the Close frame that carries the code."""

    NONE = "none", "There is no fault to look for."
    SENDER = "sender", "With the end that sends the Close frame."
    RECEIVER = "receiver", "With the end that receives the Close frame."
    EITHER = "either", "On either end."
    UPSTREAM = "upstream", "Behind a gateway, at a server that neither end sees."
    ANYWHERE = "anywhere", "Anywhere: client, network, proxy or server."


class Retry(Word):
    """Whether a client that met the code should reconnect."""

    NEVER = "never", "Reconnecting is pointless or unwanted."
    AFTER_FIX = "after-fix", "Reconnecting helps only once the cause is fixed."
    DELAYED = "delayed", "Reconnect after a delay; give it under `retry_delay` if a source does."
    AT_ONCE = "at-once", "Reconnect at once."
    DEPENDS = "depends", "It depends on the case; `text.reconnect` says on what."


class Growth(Word):
    """How the delay changes when reconnecting fails again."""

    EXPONENTIAL = "exponential", "It doubles, or grows by another factor, after each failure."


class RetryAddress(Word):
    """Where to reconnect to."""

    SAME = "same", "The address that was connected to."
    OTHER = "other", "Another address, which the service gave."


class SpecifiedIn(Word):
    """What defines the code."""

    RFC_6455 = "rfc-6455", "RFC 6455, the protocol itself."
    REGISTRY = "registry", "The WebSocket Close Code Number Registry that IANA keeps."
    VENDOR = "vendor", "The document or source code of a service or library."


class RetryDelay(Record):
    """A published delay before reconnecting, in seconds; drawn at random between its bounds."""

    min: Annotated[int, Field(ge=0, le=86_400)]
    """Shortest delay, in seconds."""
    max: Annotated[int, Field(ge=0, le=86_400)]
    """Longest delay, in seconds."""
    growth: Growth | None = None
    """How the delay grows from one failed attempt to the next."""
    source: Identifier | None = None
    """Id of the source that publishes this delay."""

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Self:
        if self.min > self.max:
            message = f"min {self.min} is above max {self.max}; the shortest delay comes first"
            raise ValueError(message)
        return self


class Facts(Record):
    """What can be said of a code without words."""

    sent_by: SentBy
    """Who may put the code into a Close frame."""
    on_the_wire: bool
    """Whether the code may stand in a Close frame."""
    reported_for: ReportedFor | None = None
    """What makes a library report the code although nobody sent it; only if not `on_the_wire`."""
    subject: Subject
    """What the code is about."""
    kind: Kind
    """What sort of ending the code announces."""
    fault: Fault
    """Where the cause lies; sender and receiver are those of the Close frame."""
    retry: Retry
    """Whether to reconnect."""
    retry_delay: RetryDelay | None = None
    """How long to wait, where a source says so."""
    retry_address: RetryAddress | None = None
    """Where to reconnect to, where a source says so."""
    specified_in: SpecifiedIn
    """What defines the code."""
    http_status: Annotated[int, Field(ge=100, le=599)] | None = None
    """The HTTP status that the code mirrors."""

    @model_validator(mode="after")
    def _wire_facts_agree(self) -> Self:
        if self.on_the_wire and self.reported_for:
            message = f"reported_for is {self.reported_for} although on_the_wire is true; a code is sent or reported"
            raise ValueError(message)
        if self.on_the_wire == (self.sent_by is SentBy.NOBODY):
            message = (
                f"sent_by is {self.sent_by} although on_the_wire is {str(self.on_the_wire).lower()}; "
                "what nobody sends is not on the wire, and the reverse"
            )
            raise ValueError(message)
        return self
