"""What a published site was made from, kept beside it: so that the next build makes only what changed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


__all__ = [
    "MARKER",
    "UNFINISHED",
    "Manifest",
    "Structure",
    "manifest_from",
    "manifest_text",
    "read_manifest",
    "write_manifest",
]

MARKER = ".closecodes"
"""A file at the root of every published site: only folders that have it are ever replaced."""

UNFINISHED = f"{MARKER}.new"
"""What is being written to a site, until it takes its place there; a build that is stopped may leave it behind."""

_FORMAT = 1

_UNCERTAIN = ""
"""In place of the digest of an ingredient that was being replaced; no text has it."""

_ID = re.compile(r"(?:[\w-]+-)?[0-9]+")


@dataclass(frozen=True, slots=True)
class Structure:
    """The addresses of a site, in as few words as they can be told."""

    languages: tuple[str, ...] = ()
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of the codes of each family."""
    across: tuple[tuple[str, str], ...] = ()
    """Pairs of codes of different families."""
    others: tuple[str, ...] = ()
    """Slugs of the pages that are about neither a code nor a pair, and of what stands beside pages."""
    common: tuple[str, ...] = ()
    """Slugs of what serves every language."""
    static: tuple[str, ...] = ()
    """Files that are copied as they are."""

    def __or__(self, other: Structure) -> Structure:
        """Return the addresses of both sites, and perhaps more."""
        families = {*self.codes, *other.codes}
        return Structure(
            _union(self.languages, other.languages),
            {name: _union(self.codes.get(name, ()), other.codes.get(name, ())) for name in sorted(families)},
            _union(self.across, other.across),
            _union(self.others, other.others),
            _union(self.common, other.common),
            _union(self.static, other.static),
        )


def _union(one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys((*one, *other)))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a site was made from, by name, as digests; and which pages it has."""

    ingredients: Mapping[str, str]
    structure: Structure

    def without(self, changed: AbstractSet[str], structure: Structure) -> Manifest:
        """Return what is certain while the ingredients ``changed`` are being replaced.

        They stay named, so that the next build also finds those that are gone again by then.
        """
        return Manifest(
            {**self.ingredients, **dict.fromkeys(changed, _UNCERTAIN)}, self.structure | structure
        )


def read_manifest(output: Path) -> Manifest | None:
    """Return the manifest of the site at ``output``; None where there is none, or it cannot be trusted."""
    try:
        return manifest_from((output / MARKER).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def manifest_from(text: str) -> Manifest | None:
    """Return the manifest that ``text`` is; None where it is none, or not of this program."""
    try:
        data = json.loads(text)
        if data["format"] != _FORMAT:
            return None
        return Manifest(_texts(data["ingredients"]), _structure(data["structure"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _texts(value: Any) -> dict[str, str]:
    if not all(isinstance(text, str) for text in value.values()):
        raise TypeError
    return dict(value)


def _structure(value: Any) -> Structure:
    structure = Structure(
        tuple(value["languages"]),
        {name: tuple(ids) for name, ids in value["codes"].items()},
        tuple((one, other) for one, other in value["across"]),
        tuple(value["others"]),
        tuple(value["common"]),
        tuple(value["static"]),
    )
    words = [*structure.languages, *structure.others, *structure.common, *structure.static]
    ids = [id_ for some in (*structure.codes.values(), *structure.across) for id_ in some]
    if not all(map(_stays_inside, words)) or not all(map(_ID.fullmatch, ids)):
        raise ValueError
    return structure


def _stays_inside(name: str) -> bool:
    """Return whether a path made of ``name`` stays below the output folder."""
    return not name.startswith("/") and ".." not in name.split("/")


def manifest_text(manifest: Manifest) -> str:
    """Return the text from which a manifest is read again."""
    data = {
        "": "Made by closecodes from these ingredients; replaced by the next build.",
        "format": _FORMAT,
        "structure": asdict(manifest.structure),
        "ingredients": dict(sorted(manifest.ingredients.items())),
    }
    return json.dumps(data, indent=0, ensure_ascii=False) + "\n"


def write_manifest(output: Path, manifest: Manifest) -> None:
    """Replace the manifest of the site at ``output`` in one step; raises OSError where the disk refuses."""
    new = output / UNFINISHED
    new.write_text(manifest_text(manifest), encoding="utf-8", newline="\n")
    new.replace(output / MARKER)
