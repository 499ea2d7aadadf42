"""The name of a file says what is in it.

`families/<family>/<number>.yaml` holds that number, `family.yaml` the id of its folder,
`comparisons/<a>-<b>.yaml` those two codes: the registered one first, then the lower number, then the
family's name; `error-texts/<id>.yaml` holds the texts of that program.
"""

from __future__ import annotations

from collections.abc import Iterator

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding
from closecodes.model.identity import in_page_order
from closecodes.problems import Level


__all__ = ["LEVEL", "check"]

LEVEL = Level.ERROR


def check(records: Records) -> Iterator[Finding]:
    """Yield a finding for each file whose name and content disagree."""
    for code in records.codes:
        if not code.document.path.endswith(f"/{code.record.code}.yaml"):
            number = code.record.code
            message = (
                f"the file is called {code.document.stem}.yaml; code {number} belongs into {number}.yaml"
            )
            yield Finding(code.document, ("code",), message)
    for family in records.families:
        if family.document.folder != family.record.id:
            message = f"the folder is called {family.document.folder}; the id must be the same"
            yield Finding(family.document, ("id",), message)
    yield from _comparisons(records)
    for program in records.error_texts:
        name, id_ = _stem(program.document.path), program.record.id
        if name != id_:
            message = f"the file is called {name}.yaml; the program `{id_}` belongs into {id_}.yaml"
            yield Finding(program.document, ("id",), message)


def _comparisons(records: Records) -> Iterator[Finding]:
    for parsed in records.comparisons:
        first, second = in_page_order(*parsed.record.codes)
        if (first, second) != parsed.record.codes:
            message = f"the order of the page is {first}, {second}: registered first, then the lower number"
            yield Finding(parsed.document, ("codes",), message)
        elif _stem(parsed.document.path) != f"{first}-{second}":
            name = _stem(parsed.document.path)
            message = f"the file is called {name}.yaml; this pair belongs into {first}-{second}.yaml"
            yield Finding(parsed.document, ("codes",), message)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yaml")
