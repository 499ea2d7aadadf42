"""What the site is, and the libraries whose constants it names."""

from __future__ import annotations

from pydantic import Field

from closecodes.records.text import Identifier, LocalizedText, Record, SharedTexts, Translations


__all__ = ["Libraries", "Library", "SiteRecord"]


class Library(Record):
    """A library whose constants the records name."""

    id: Identifier
    """Short name; records refer to it."""
    name: str
    """What the library is called."""
    language: str
    """The programming language it is for."""
    constants: str
    """The class, enumeration or module that holds the constants."""
    source: str
    """Address of the file that defines them; https only."""


class Libraries(Record):
    """The libraries whose constants the records name."""

    libraries: tuple[Library, ...]
    """The libraries, in the order of the tables."""


class SiteRecord(Record):
    """What the site is called and where it lives."""

    name: str
    """Name of the site."""
    tagline: LocalizedText
    """One sentence under the name."""
    base_url: str
    """Address the site is served from, ending with a slash; https only."""
    repository: str
    """Address of the source repository, where pages are improved; https only."""
    branch: str
    """The branch that the site is built from."""
    proper_names: tuple[str, ...] = ()
    """Words that keep their capital at the start of a clause."""
    shared: SharedTexts = ()
    """Texts that say a sentence of another record on purpose, named as under `translation`."""
    translation: Translations = Field(default_factory=dict)
    """Digests of the English that each translation was made from; written by the tool."""
