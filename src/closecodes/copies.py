"""Compressed copies beside the files of a site, for hosts that send them as they are.

The same bytes make the same copies, whatever the time and the system; only another version of zlib or Brotli may
pack them otherwise.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec


__all__ = ["KINDS", "available_kinds", "copies_of", "with_copies"]

_TEXT = {"css", "html", "ico", "js", "json", "md", "svg", "txt", "webmanifest", "xml"}
_GZIP_LEVEL, _BROTLI_QUALITY = 9, 9
_UNKNOWN_SYSTEM = b"\xff"
"""In the tenth byte of a gzip file, which else names the system that made it (RFC 1952, 2.3.1)."""

File = tuple[str, bytes]


def _gzip(data: bytes) -> bytes:
    packed = gzip.compress(data, _GZIP_LEVEL, mtime=0)
    return packed[:9] + _UNKNOWN_SYSTEM + packed[10:]


def _brotli(data: bytes) -> bytes:
    import brotli  # noqa: PLC0415 - an extra that few builds need

    packed: bytes = brotli.compress(data, quality=_BROTLI_QUALITY)
    return packed


KINDS: dict[str, Callable[[bytes], bytes]] = {".gz": _gzip, ".br": _brotli}
"""What compresses, by the ending of the copy."""


def available_kinds() -> tuple[str, ...]:
    """Return the endings of the copies that can be made here: Brotli is an extra."""
    return (".gz", ".br") if find_spec("brotli") else (".gz",)


def with_copies(files: Iterable[File], kinds: Iterable[str]) -> Iterator[File]:
    """Yield each file, followed by its copies of ``kinds``, if it is text."""
    for name, data in files:
        yield name, data
        if name.rpartition(".")[2] in _TEXT:
            yield from ((f"{name}{kind}", KINDS[kind](data)) for kind in kinds)


def copies_of(names: Iterable[str]) -> Iterator[str]:
    """Yield the names of all copies that files may have, whether they are there or not."""
    return (f"{name}{kind}" for name in names for kind in KINDS)
