"""Every file of the content folder has a known place.

Records are `families/<family>/<number>.yaml`, `families/<family>/family.yaml` and
`comparisons/<a>-<b>.yaml`; prose is `pages/<name>.<language>.md`. A file elsewhere, or one that ends with
`.yml`, would silently not be on the site.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.load import Kind
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each file that no kind of record explains."""
    for document in records.content.of_kind(Kind.UNKNOWN):
        yield Finding(document, (), _message(document.path), position=(1, 1))


def _message(path: str) -> str:
    if path.endswith(".yml"):
        return f"the file would not be on the site; rename it to {path.removesuffix('.yml')}.yaml"
    return (
        "no record is expected here; records are families/<family>/<number>.yaml or comparisons/<a>-<b>.yaml"
    )
