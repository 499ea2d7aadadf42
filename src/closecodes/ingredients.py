"""Name everything that a site is made from, with a digest of each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from closecodes.check.parsing import Records
from closecodes.load import Document, Kind
from closecodes.manifest import Manifest, Structure
from closecodes.model import Site, beside_each, code_id, pairs_across
from closecodes.plan import common_slugs, other_slugs
from closecodes.project import Project
from closecodes.search import Indexer
from closecodes.static import static_bytes, static_names


__all__ = [
    "BRIEF",
    "CODE",
    "COMPARISON",
    "ERRORS",
    "LISTED",
    "STATIC",
    "codes_of",
    "digest_of",
    "is_partial",
    "manifest_of",
]

CODE, BRIEF, COMPARISON = "code/", "brief/", "comparison/"
ERRORS, LISTED, STATIC, WORDS = "errors/", "listed/", "static/", "words/"
"""Prefixes of ingredients; those without one concern every page."""

_PACKAGE = Path(__file__).parent


def manifest_of(  # noqa: PLR0913 - everything that a site is made from
    project: Project,
    records: Records,
    site: Site,
    base_url: str,
    indexer: Indexer | None = None,
    *,
    copies: tuple[str, ...] = (),
) -> Manifest:
    """Return what a build of ``site`` is made from, and the pages it has; ``copies`` are the endings of copies."""
    static = _static(project.static)
    ingredients = {
        "base_url": base_url,
        "extras": digest_of(f"{not site.pages_only} {bool(site.changes)} {copies}"),
        "program": _tree(_PACKAGE, "*.py"),
        "templates": _tree(project.templates, "*"),
        "locales": _tree(project.locales, "*.po"),
        **dict(_documents(records)),
        **{f"{BRIEF}{id_}": digest_of(json.dumps(code.record.name.root)) for id_, code in site.codes.items()},
        **{f"{STATIC}{name}": digest for name, digest in static.items()},
        **({f"{WORDS}pagefind": indexer.version} if indexer else {}),
    }
    return Manifest(ingredients, _structure(site, tuple(static)))


def codes_of(manifest: Manifest) -> Mapping[str, str]:
    """Return, for each code by its id, the digest of what pages show of it: its record, and the codes beside it."""
    beside = {
        id_: near for ids in manifest.structure.codes.values() for id_, near in beside_each(ids).items()
    }
    return {id_: digest_of(f"{manifest.ingredients[f'{CODE}{id_}']} {near}") for id_, near in beside.items()}


def _structure(site: Site, static: tuple[str, ...]) -> Structure:
    return Structure(
        site.languages,
        {family.id: tuple(code.id for code in family.codes) for family in site.families},
        tuple((pair.first.id, pair.second.id) for pair in pairs_across(site)),
        tuple(other_slugs(site)),
        tuple(common_slugs(site)),
        static,
    )


def _documents(records: Records) -> Iterator[tuple[str, str]]:
    """Yield name and digest of each content file; listed ones appear in pages that are always made anew."""
    pairs = {parsed.document.path: " ".join(parsed.record.codes) for parsed in records.comparisons}
    for document in records.content.documents:
        yield _name(document, pairs), digest_of(f"{document.path}\n{document.text}")


def _name(document: Document, pairs: Mapping[str, str]) -> str:
    match document.kind:
        case Kind.CODE:
            return CODE + code_id(document.folder, document.stem)
        case Kind.COMPARISON:
            return COMPARISON + pairs[document.path]
        case Kind.ERROR_TEXTS:
            return ERRORS + document.stem
        case (
            Kind.PAGE | Kind.RANGES | Kind.GUIDE | Kind.SAMPLE | Kind.GLOSSARY | Kind.TIMEOUTS | Kind.CHANGES
        ):
            return LISTED + document.path
        case _:
            return document.path


def _static(folder: Path) -> Mapping[str, str]:
    return {name: _digest_of(static_bytes(folder, name)) for name in static_names(folder)}


def _tree(folder: Path, pattern: str) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob(pattern)):
        if path.is_file():
            digest.update(f"{path.relative_to(folder).as_posix()}\n".encode())
            digest.update(_digest_of(path.read_bytes()).encode())
    return digest.hexdigest()[:16]


def is_partial(name: str) -> bool:
    """Return whether an ingredient concerns some pages only."""
    return name.startswith((CODE, BRIEF, COMPARISON, ERRORS, LISTED, STATIC, WORDS))


def digest_of(text: str) -> str:
    """Return the digest by which a text is recognised."""
    return _digest_of(text.encode())


def _digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
