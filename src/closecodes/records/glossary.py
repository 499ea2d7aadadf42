"""The terms of the field, in every language, and the terms not to use."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from closecodes.records.text import Identifier, LocalizedText, Record, SharedTexts, Source, Translations


__all__ = ["Glossary", "Term"]


class Term(Record):
    """One term of the glossary."""

    id: Identifier
    """Name of the term in addresses."""
    term: LocalizedText
    """The term itself, as it stands inside a sentence."""
    definition: LocalizedText
    """One or two sentences: what the term means here."""
    rejected: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """By language, words that authors must not use for this term."""
    allowed: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """By language, phrases in which a rejected word is right after all."""
    searched: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """By language, other words under which people look for this term; no page shows them."""
    note: LocalizedText | None = None
    """Why the rejected words are wrong, or what to watch."""
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """Ids of the glossary's sources that use or define the term."""

    def other_words(self, *languages: str) -> tuple[str, ...]:
        """Return by what words, in ``languages``, people may look for the term: rejected ones, and others."""
        by_language = ((*self.rejected.get(tag, ()), *self.searched.get(tag, ())) for tag in languages)
        return tuple(dict.fromkeys(word for words in by_language for word in words))


class Glossary(Record):
    """All terms."""

    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    """The terms, in the order of their ids."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """Where the terms come from."""
    shared: SharedTexts = ()
    """Texts that say a sentence of another record on purpose, named as under `translation`."""
    translation: Translations = Field(default_factory=dict)
    """Digests of the English that each translation was made from; written by the tool."""
