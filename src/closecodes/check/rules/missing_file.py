"""The content folder has the files that the site cannot do without.

`site.yaml` says where the site lives, `ranges.yaml` what any number means, `libraries.yaml` whose constants
the records name; each folder of `families/` has a `family.yaml` that says who defines its codes.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.load import Document, Kind, Marks
from closecodes.problems import Level


__all__ = ["LEVEL", "WIDE", "check"]

LEVEL = Level.ERROR

WIDE = True

_WHY = {
    Kind.SITE: "it says what the site is called and where it lives",
    Kind.RANGES: "it says what any number means",
    Kind.LIBRARIES: "it names the libraries whose constants the records give",
}


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each file that is needed and absent."""
    content = records.content
    for kind, why in _WHY.items():
        if not any(content.of_kind(kind)):
            yield _missing(f"{content.folder}/{kind}.yaml", kind, why)
    known = {document.folder for document in content.of_kind(Kind.FAMILY)}
    for family in sorted({document.folder for document in content.of_kind(Kind.CODE)} - known):
        path = f"{content.folder}/families/{family}/family.yaml"
        yield _missing(path, Kind.FAMILY, f"it says who defines the codes of `{family}`")


def _missing(path: str, kind: Kind, why: str) -> Finding:
    absent = Document(path, kind, None, Marks(), "")
    return Finding(absent, (), f"the file is missing; {why}", position=(1, 1))
