"""Tests of closecodes.render.views.comparison: what a comparison says of two codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

import pytest

from closecodes.i18n import Language
from closecodes.model import CloseCode, Pair, Site
from closecodes.render.views import ComparisonView
from closecodes.render.views.code import CodeView


MakeCode = Callable[..., CloseCode]

_NO_SITE = cast("Site", None)
"""What is said of facts needs no site."""


@pytest.fixture(name="language", params=["english", "french"])
def _language(request: pytest.FixtureRequest) -> Language:
    language: Language = request.getfixturevalue(request.param)
    return language


def _view(pair: Pair, language: Language) -> ComparisonView:
    first, second = (CodeView(code, language, _NO_SITE) for code in (pair.first, pair.second))
    return ComparisonView(pair, (first, second), language)


def _contrasts(pair: Pair, language: Language) -> list[str]:
    """Return the sentences about what tells two codes apart, as the template joins them."""
    view = _view(pair, language)
    return [view.first.contrast_head(name) + view.second.contrast_tail(name) for name in view.contrasts]


def _agreements(pair: Pair, language: Language) -> list[str]:
    """Return the sentences about what two codes have in common."""
    view = _view(pair, language)
    return [view.agreement(name, shared) for name, shared in view.agreements]


class TestContrasts:
    """What tells two codes apart."""

    def test_english(self, make_code: MakeCode, english: Language) -> None:
        """Each fact that differs makes one sentence, the most telling first."""
        pair = Pair(
            make_code(1002, subject="framing", fault="receiver"),
            make_code(1010, subject="extension", fault="either", sent_by="client"),
        )

        assert _contrasts(pair, english) == [
            "1002 is about frames that break the protocol, whereas 1010 is about an extension that was not negotiated.",
            "Either side may send 1002, whereas only the client may send 1010.",
            "The cause of 1002 lies with the side that receives it, whereas the cause of 1010 may lie on either side.",
        ]

    def test_french(self, make_code: MakeCode, french: Language) -> None:
        """In French the second half is joined with « alors que », elided before a vowel."""
        pair = Pair(make_code(1002), make_code(1010, sent_by="client"))

        (sentence,) = _contrasts(pair, french)

        assert re.fullmatch(r"[A-Z].*\b1002\b.*, alors (que |qu’).*\b1010\b.*\.", sentence)

    def test_code(self, make_code: MakeCode, english: Language) -> None:
        """Code in a sentence is marked as code and keeps its small letters."""
        pair = Pair(make_code(1008), make_code(4008))

        call, *_ = _contrasts(pair, english)

        assert call == (
            "<code>close(1008)</code> throws <code>InvalidAccessError</code> in a page, "
            "whereas a page may call <code>close(4008)</code>."
        )

    def test_delays(self, make_code: MakeCode, english: Language) -> None:
        """Two delays that differ only in their numbers are a difference."""
        first = make_code(1012, retry="delayed", retry_delay={"min": 5, "max": 30, "source": "rfc"})
        second = make_code(1006, retry="delayed", retry_delay={"min": 0, "max": 5, "source": "rfc"})
        pair = Pair(first, second)

        (sentence,) = _contrasts(pair, english)

        assert sentence == (
            "After 1012 you may reconnect after a random delay of 5 to 30 seconds, "
            "whereas after 1006 you may reconnect after a random delay of 0 to 5 seconds."
        )

    def test_question_that_does_not_arise(self, make_code: MakeCode, english: Language) -> None:
        """A fact that only one of the two has makes no sentence."""
        pair = Pair(make_code(1008), make_code(1009, http_status=413))

        assert _contrasts(pair, english) == []

    def test_nothing(self, make_code: MakeCode, language: Language) -> None:
        """Two codes with the same facts have no differences."""
        pair = Pair(make_code(1008), make_code(1009))

        assert _contrasts(pair, language) == []


class TestAgreements:
    """What two codes have in common."""

    def test_english(self, make_code: MakeCode, english: Language) -> None:
        """Each fact that both share makes one sentence, the most telling first."""
        pair = Pair(make_code(1003), make_code(1009, subject="message-size", sent_by="server"))

        assert _agreements(pair, english) == [
            "Both stand in a Close frame that somebody sent.",
            "After either, reconnecting helps only once the cause is fixed.",
            "The cause of both lies with the side that receives them.",
            "Both refuse something that the other side did.",
            "<code>wasClean</code> is <code>true</code> with both once the closing handshake is complete.",
            "Both need a connection that was open.",
            "A page can pass neither to <code>close()</code>, which throws <code>InvalidAccessError</code>.",
            "Both belong to the protocol’s own range, 1000–2999.",
            "Both stand in RFC\u00a06455 itself.",
        ]

    def test_numbers(self, make_code: MakeCode, english: Language) -> None:
        """A shared delay is said with its numbers."""
        delay = {"min": 5, "max": 30, "source": "rfc"}
        first, second = (make_code(n, retry="delayed", retry_delay=delay) for n in (1012, 1013))

        said = _agreements(Pair(first, second), english)

        assert "After either, you may reconnect after a random delay of 5 to 30 seconds." in said
