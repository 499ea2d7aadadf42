"""Tests of closecodes.render.wire."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from closecodes.i18n import Language, Message
from closecodes.model import CloseCode
from closecodes.render.wire import Arrow, wire_of


MakeCode = Callable[..., CloseCode]

_LOCAL = {"sent_by": "nobody", "on_the_wire": False}
_FACTS: list[dict[str, object]] = [
    {"sent_by": "either"},
    {"sent_by": "server"},
    {"sent_by": "client"},
    {**_LOCAL, "reported_for": "empty-close"},
    {**_LOCAL, "reported_for": "no-close"},
    {**_LOCAL, "reported_for": "tls-failure"},
    _LOCAL,
]


def _said(message: Message, language: Language) -> str:
    return str(language.pgettext(message.context, message.text, code=1234))


def _directions(arrows: tuple[Arrow, ...], language: Language) -> list[str]:
    """Return each arrow as a line of text: ``client <- Close 1234 - server``."""
    return [_drawn(arrow, _said(arrow.label, language)) for arrow in arrows]


def _drawn(arrow: Arrow, label: str) -> str:
    end = ">" if arrow.arrives else "x"
    return f"server -{label}-{end} client" if arrow.to_client else f"client -{label}-{end} server"


class TestWireOf:
    """Tests of wire_of."""

    def test_server_first(self, make_code: MakeCode, english: Language) -> None:
        """A code of the server travels to the client, which answers with the same."""
        wire = wire_of(make_code(1234, sent_by="server"))

        assert _directions(wire.arrows, english) == [
            "client -data-> server",
            "server -Close 1234-> client",
            "client -Close 1234-> server",
        ]
        assert wire.complete

    def test_either(self, make_code: MakeCode, english: Language) -> None:
        """A code that either side may send travels both ways, whoever begins."""
        wire = wire_of(make_code(1234, sent_by="either"))

        _, first, second = _directions(wire.arrows, english)
        assert {"client -Close 1234-> server", "server -Close 1234-> client"} == {first, second}
        assert wire.complete

    def test_client_first(self, make_code: MakeCode, english: Language) -> None:
        """A code that only clients send travels to the server first."""
        wire = wire_of(make_code(1234, sent_by="client"))

        assert _directions(wire.arrows, english) == [
            "server -data-> client",
            "client -Close 1234-> server",
            "server -Close 1234-> client",
        ]
        assert wire.complete

    def test_empty_close(self, make_code: MakeCode, english: Language) -> None:
        """Close frames without a code make a complete closing handshake as well."""
        wire = wire_of(make_code(1234, **_LOCAL, reported_for="empty-close"))

        assert _directions(wire.arrows, english) == [
            "client -data-> server",
            "server -Close, no code-> client",
            "client -Close, no code-> server",
        ]
        assert wire.complete

    def test_no_close(self, make_code: MakeCode, english: Language) -> None:
        """Where no Close frame arrives, the drawing ends in the middle."""
        wire = wire_of(make_code(1234, **_LOCAL, reported_for="no-close"))

        assert _directions(wire.arrows, english) == ["client -data-> server", "server -nothing more-x client"]
        assert not wire.complete

    def test_tls_failure(self, make_code: MakeCode, english: Language) -> None:
        """Where TLS fails, nothing but its handshake travels."""
        wire = wire_of(make_code(1234, **_LOCAL, reported_for="tls-failure"))

        assert _directions(wire.arrows, english) == [
            "client -TLS handshake-> server",
            "server -failure-x client",
        ]
        assert not wire.complete

    def test_nowhere(self, make_code: MakeCode, english: Language) -> None:
        """A code that is neither sent nor reported has nothing to draw, and says so."""
        wire = wire_of(make_code(1234, **_LOCAL))

        assert wire.arrows == ()
        assert not wire.complete
        assert _said(wire.caption, english) == "No frame carries 1234."

    def test_only_data_is_quiet(self, make_code: MakeCode, english: Language) -> None:
        """What stands back in the drawing is the data before the end."""
        arrows = [arrow for facts in _FACTS for arrow in wire_of(make_code(1234, **facts)).arrows]

        assert {"data"} == {_said(arrow.label, english) for arrow in arrows if arrow.quiet}
        assert "data" not in {_said(arrow.label, english) for arrow in arrows if not arrow.quiet}

    @pytest.mark.parametrize(
        ("sender", "beginning"),
        [
            ("either", "One side sends Close 1234, the other answers "),
            ("server", "The server sends Close 1234, the client answers "),
            ("client", "The client sends Close 1234, the server answers "),
        ],
    )
    def test_caption(self, sender: str, beginning: str, make_code: MakeCode, english: Language) -> None:
        """The description says who sends the code and who answers."""
        wire = wire_of(make_code(1234, sent_by=sender))

        assert _said(wire.caption, english).startswith(beginning)

    @pytest.mark.parametrize("facts", _FACTS)
    def test_caption_agrees(self, facts: dict[str, object], make_code: MakeCode, english: Language) -> None:
        """The description speaks of a complete closing handshake exactly where the drawing shows one."""
        wire = wire_of(make_code(1234, **facts))

        assert wire.complete == ("complete closing handshake" in _said(wire.caption, english))

    @pytest.mark.parametrize("facts", _FACTS)
    def test_french(
        self, facts: dict[str, object], make_code: MakeCode, english: Language, french: Language
    ) -> None:
        """The description exists in French, and is one or more whole sentences."""
        caption = wire_of(make_code(1234, **facts)).caption

        said = _said(caption, french)
        assert _said(caption, english) != said
        assert said[0].isupper()
        assert said.endswith(".")
