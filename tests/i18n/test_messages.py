"""Tests of messages that are translated later than they are written."""

from __future__ import annotations

import pytest

from closecodes.i18n import Message, pgettext_noop


def test_noop() -> None:
    """Marking a message keeps its context and its English as they are."""
    message = pgettext_noop("fact", 'isn\'t "sent"...')

    assert ("fact", 'isn\'t "sent"...') == (message.context, message.text)


def test_context_counts() -> None:
    """The same words in another context are another message."""
    assert Message("button", "Close") != Message("heading", "Close")


def test_frozen() -> None:
    """A message never changes."""
    message = Message("button", "Close")

    with pytest.raises(AttributeError):
        message.text = "Open"  # type: ignore[misc]
