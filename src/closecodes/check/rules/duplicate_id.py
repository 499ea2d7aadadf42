"""An id names one thing.

Two sources of a record, or two libraries, with the same id could not be told apart by those who cite them;
a code compared with itself would have no page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.check.sources import source_lists
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each id that stands a second time in the same list."""
    for parsed in records.all():
        for path, sources in source_lists(parsed.record):
            for index, id_ in _repeated(source.id for source in sources):
                yield Finding(parsed.document, (*path, index, "id"), _message(id_))
    for comparison in records.comparisons:
        for index, id_ in _repeated(comparison.record.codes):
            yield Finding(comparison.document, ("codes", index), f"`{id_}` is compared with itself")
    for libraries in records.libraries:
        for index, id_ in _repeated(library.id for library in libraries.record.libraries):
            yield Finding(libraries.document, ("libraries", index, "id"), _message(id_))


def _message(id_: str) -> str:
    return f"the id `{id_}` already stands above in this list"


def _repeated(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen = set[str]()
    for index, id_ in enumerate(ids):
        if id_ in seen:
            yield index, id_
        seen.add(id_)
