"""Make the batches of a plan on a Dask cluster, whose workers need not share a disk with this process.

A worker gets the site, the templates and the catalogues once, and writes its pages to any target that fsspec can
write to: a shared disk, an object store. Pages are the same bytes wherever they are made, so that a batch whose
worker was lost is simply made again by another.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

from closecodes.manifest import MARKER, Manifest, manifest_from, manifest_text
from closecodes.plan import Batch, pages_in
from closecodes.stores import MissingExtraError
from closecodes.workers import Report, done_in_turn
from closecodes.workshop import Workshop
from closecodes.writing import write_files


__all__ = ["make_on_cluster", "publish_to", "read_published"]

RETRIES = 3
"""How often a batch is given to another worker after its own was lost."""

_AT_ONCE = 500
"""Files sent to an object store in one call: few enough to hold, enough to travel side by side."""

_Files = Iterable[tuple[str, bytes]]


@dataclass(frozen=True)
class _Shipment:
    """A workshop and the files it reads."""

    workshop: Workshop
    templates: Mapping[str, bytes]
    locales: Mapping[str, bytes]
    key: str

    @classmethod
    def of(cls, workshop: Workshop) -> _Shipment:
        templates, locales = _files_below(workshop.templates), _files_below(workshop.locales)
        content = repr((workshop.site, sorted(templates.items()), sorted(locales.items()), workshop.base_url))
        return cls(workshop, templates, locales, hashlib.sha256(content.encode()).hexdigest())

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shipment) and self.key == other.key


def _files_below(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def make_on_cluster(
    address: str, workshop: Workshop, batches: Sequence[Batch], target: str, *, report: Report
) -> int:
    """Render all pages of ``batches`` on the cluster whose scheduler is at ``address``, into ``target``.

    Calls ``report`` with the number of pages of each batch as it is done, and returns the number of all. Raises
    MissingExtraError, OSError where the scheduler does not answer, and what a worker raised.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError from None
    with Client(address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        shipment = client.scatter(_Shipment.of(workshop), broadcast=True)
        executor = client.get_executor(pure=False, retries=RETRIES)
        return done_in_turn([executor.submit(_make, shipment, batch, target) for batch in batches], report)


def _make(shipment: _Shipment, batch: Batch, target: str) -> int:
    workshop = _unpacked(shipment)
    pages = pages_in(workshop.site, batch)
    return _write(target, ((page.file, workshop.renderer.render(page)) for page in pages))


@lru_cache(maxsize=2)
def _unpacked(shipment: _Shipment) -> Workshop:
    """Return the workshop with its files on this machine; kept for the batches to come."""
    folder = Path(tempfile.mkdtemp(prefix="closecodes-"))
    write_files(folder, ((f"templates/{name}", data) for name, data in shipment.templates.items()))
    write_files(folder, ((f"locales/{name}", data) for name, data in shipment.locales.items()))
    return replace(shipment.workshop, templates=folder / "templates", locales=folder / "locales", cache=None)


def _write(target: str, files: _Files) -> int:
    from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra
    from fsspec.implementations.local import LocalFileSystem  # noqa: PLC0415 - as above

    system, root = url_to_fs(target)
    if isinstance(system, LocalFileSystem):
        Path(root).mkdir(parents=True, exist_ok=True)
        return write_files(Path(root), files)
    count = 0
    for some in _portions(files):
        system.pipe({f"{root}/{name}": data for name, data in some})
        count += len(some)
    return count


def _portions(files: _Files) -> Iterator[list[tuple[str, bytes]]]:
    iterator = iter(files)
    while portion := list(islice(iterator, _AT_ONCE)):
        yield portion


def read_published(target: str) -> Manifest | None:
    """Return the manifest of the site in a store; None where there is none, or it cannot be trusted."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra

    system, root = url_to_fs(target)
    try:
        return manifest_from(system.cat_file(f"{root}/{MARKER}").decode())
    except (OSError, UnicodeDecodeError):
        return None


def publish_to(
    target: str, files: _Files, manifest: Manifest, gone: Iterable[str], swept: Iterable[str] = ()
) -> int:
    """Finish a site in a store, where nothing can be swapped: other files, what is gone, the manifest last.

    The folders ``swept`` have none but the given ``files`` afterwards.
    """
    from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra

    written = dict(files)
    count = _write(target, written.items())
    system, root = url_to_fs(target)
    kept = {f"{root}/{name}" for name in written}
    for folder in swept:
        for path in system.find(f"{root}/{folder}"):
            if path not in kept:
                system.rm_file(path)
    for name in gone:
        if system.exists(f"{root}/{name}"):
            system.rm_file(f"{root}/{name}")
    _write(target, [(MARKER, manifest_text(manifest).encode())])
    return count
