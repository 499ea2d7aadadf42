"""Ports: the one asked for, or the next that is free."""

from __future__ import annotations

import pytest

from closecodes.serving import ports
from closecodes.serving.ports import HOST, NoFreePortError, listening_socket


class TestListeningSocket:
    """The socket that a server listens on."""

    def test_any(self) -> None:
        """Port 0 is any free port, of this machine only."""
        with listening_socket(0) as sock:
            host, port = sock.getsockname()

        assert HOST == host
        assert port > 0

    def test_taken(self) -> None:
        """Where the port is taken, it is one of the next."""
        with listening_socket(0) as first:
            taken = first.getsockname()[1]
            with listening_socket(taken) as second:
                assert taken < second.getsockname()[1]

    def test_none_free(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where all are taken, the message says which and what to do."""
        monkeypatch.setattr(ports, "_TRIES", 1)
        with listening_socket(0) as first:
            taken = first.getsockname()[1]
            with pytest.raises(NoFreePortError, match=rf"port {taken} .* choose another with --port"):
                listening_socket(taken)

    def test_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What the machine refuses for another reason is no taken port."""
        monkeypatch.setattr(ports, "HOST", "192.0.2.1")
        with pytest.raises(OSError, match="assign"):
            listening_socket(0)
