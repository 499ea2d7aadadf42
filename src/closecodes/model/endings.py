"""How a connection ends, as programs and pages see it."""

from __future__ import annotations

from enum import StrEnum


__all__ = ["BrowserClose", "CleanClose", "Origin", "Phase", "browser_close"]

NORMAL_CLOSURE = 1000
FIRST_SCRIPT_CODE, LAST_SCRIPT_CODE = 3000, 4999


class BrowserClose(StrEnum):
    """What ``WebSocket.close(code)`` does with a code in a page."""

    ALLOWED = "allowed"
    THROWS = "throws"


class CleanClose(StrEnum):
    """What ``wasClean`` tells about a connection that ended with a code."""

    CLEAN = "clean"
    UNCLEAN = "unclean"
    NEVER_SEEN = "never-seen"


class Phase(StrEnum):
    """When in the life of a connection a code can appear."""

    OPENING = "opening"
    OPEN = "open"
    ANY = "any"
    NEVER = "never"


class Origin(StrEnum):
    """Where the reader's program has the code from."""

    FRAME = "frame"
    EMPTY_CLOSE = "empty-close"
    NO_CLOSE = "no-close"
    TLS_FAILURE = "tls-failure"
    NOWHERE = "nowhere"


def browser_close(number: int) -> BrowserClose:
    """Return what ``WebSocket.close(number)`` does in a page.

    Scripts may pass 1000 and 3000–4999; any other number throws InvalidAccessError
    (WHATWG WebSockets, ``close()``, step 1).

    >>> browser_close(1001).value
    'throws'
    """
    allowed = number == NORMAL_CLOSURE or FIRST_SCRIPT_CODE <= number <= LAST_SCRIPT_CODE
    return BrowserClose.ALLOWED if allowed else BrowserClose.THROWS
