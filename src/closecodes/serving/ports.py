"""Take the port that was asked for, or the next that is free."""

from __future__ import annotations

import errno
import os
import socket


__all__ = ["HOST", "NoFreePortError", "listening_socket"]

HOST = "127.0.0.1"
"""Nobody but this machine: the server shows work in progress, and where files lie."""

_TRIES = 20
_HIGHEST = 65_535


class NoFreePortError(Exception):
    """All ports from the one asked for are taken."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"port {port} and those after it are taken; choose another with --port, or 0 for any"
        )


def listening_socket(port: int) -> socket.socket:
    """Return a socket that listens on ``port`` of this machine, or on the next free one; any if ``port`` is 0.

    Raises NoFreePortError, and OSError where the machine refuses.
    """
    for number in range(port, min(port + _TRIES, _HIGHEST + 1)):
        try:
            return _bound(number)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise NoFreePortError(port)


def _bound(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share a port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((HOST, port))
        bound.listen()
    except OSError:
        bound.close()
        raise
    return bound
