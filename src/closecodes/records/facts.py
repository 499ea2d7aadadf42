"""The typed facts of a code: language-neutral, and the only thing comparisons are computed from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from closecodes.records.text import Identifier, Record


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


class SentBy(StrEnum):
    """Who may put the code into a Close frame."""

    CLIENT = "client"
    SERVER = "server"
    EITHER = "either"
    NOBODY = "nobody"


class ReportedFor(StrEnum):
    """What makes a library report a code that nobody sent."""

    EMPTY_CLOSE = "empty-close"
    NO_CLOSE = "no-close"
    TLS_FAILURE = "tls-failure"


class Subject(StrEnum):
    """What the code is about, in one word."""

    COMPLETED_WORK = "completed-work"
    DEPARTURE = "departure"
    FRAMING = "framing"
    MESSAGE_TYPE = "message-type"
    RESERVED = "reserved"
    MISSING_CODE = "missing-code"
    MISSING_FRAME = "missing-frame"
    MESSAGE_CONTENT = "message-content"
    POLICY = "policy"
    MESSAGE_SIZE = "message-size"
    EXTENSION = "extension"
    INTERNAL_ERROR = "internal-error"
    RESTART = "restart"
    OVERLOAD = "overload"
    UPSTREAM = "upstream"
    TLS = "tls"
    AUTHENTICATION = "authentication"
    PERMISSION = "permission"
    TIMEOUT = "timeout"
    SESSION = "session"
    RATE = "rate"
    SEQUENCE = "sequence"
    NOT_FOUND = "not-found"
    VERSION = "version"
    QUOTA = "quota"
    DUPLICATE = "duplicate"


class Kind(StrEnum):
    """What sort of ending the code announces."""

    PLANNED = "planned"
    REFUSAL = "refusal"
    FAILURE = "failure"
    UNSTATED = "unstated"


class Fault(StrEnum):
    """Where the cause lies, seen from the Close frame that carries the code."""

    NONE = "none"
    SENDER = "sender"
    RECEIVER = "receiver"
    EITHER = "either"
    UPSTREAM = "upstream"
    ANYWHERE = "anywhere"


class Retry(StrEnum):
    """Whether a client that met the code should reconnect."""

    NEVER = "never"
    AFTER_FIX = "after-fix"
    DELAYED = "delayed"
    AT_ONCE = "at-once"
    DEPENDS = "depends"


class Growth(StrEnum):
    """How the delay changes when reconnecting fails again."""

    EXPONENTIAL = "exponential"


class RetryAddress(StrEnum):
    """Where to reconnect to."""

    SAME = "same"
    OTHER = "other"


class SpecifiedIn(StrEnum):
    """What defines the code."""

    RFC_6455 = "rfc-6455"
    REGISTRY = "registry"
    VENDOR = "vendor"


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
            message = f"sent_by is {self.sent_by} although on_the_wire is {str(self.on_the_wire).lower()}"
            raise ValueError(message)
        return self
