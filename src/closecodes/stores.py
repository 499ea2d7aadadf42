"""Where a site is published: a folder of this machine, or a store that has an address."""

from __future__ import annotations


__all__ = ["MissingExtraError", "is_address"]


class MissingExtraError(Exception):
    """The libraries of the extra ``cluster`` are not installed."""

    def __init__(self) -> None:
        super().__init__(
            "a cluster needs more libraries; install them with: pip install 'closecodes[cluster]'"
        )


def is_address(output: str) -> bool:
    """Return whether ``output`` is the address of a store rather than a folder of this machine."""
    return "://" in output
