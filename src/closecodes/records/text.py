"""Texts in several languages, and the sources of statements."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, RootModel, StringConstraints
from pydantic_core import CoreSchema


__all__ = ["Identifier", "LocalizedText", "Record", "SharedTexts", "Source", "SourcedText", "Translations"]

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$")]
"""A name inside a record: lower case, digits, hyphens and full stops (``rfc6455-7.4.1``)."""

Translations = dict[str, dict[str, str]]
"""Language, then the path of a text (``causes.0``), to the digest of the English it was made from."""

SharedTexts = tuple[str, ...]
"""The paths of texts, as under `translation`, that say a sentence of another record on purpose."""


_FORGOTTEN: set[str] = set()
"""In place of the fields that were written out: pydantic's sets of them are a third of what records weigh."""


class Record(BaseModel):
    """The common ground of all records: nothing unknown, nothing converted, nothing changed later."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    def __getstate__(self) -> dict[Any, Any]:
        """Return what another process needs of the record."""
        return {**super().__getstate__(), "__pydantic_fields_set__": _FORGOTTEN}


class LocalizedText(RootModel[dict[str, str]]):
    """One text in several languages, by BCP 47 tag; English (``en``) is the language of reference."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    def __getstate__(self) -> dict[Any, Any]:
        """Return what another process needs of the text."""
        return {**super().__getstate__(), "__pydantic_fields_set__": _FORGOTTEN}

    @property
    def english(self) -> str:
        """Return the English text, or an empty string where it is still missing."""
        return self.root.get("en", "")

    def get(self, language: str) -> str | None:
        """Return the text in ``language``, or None where it is not translated."""
        return self.root.get(language) or None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return a schema that asks for English, offers French and takes any other BCP 47 tag."""
        text = {"type": "string", "minLength": 1}
        return {
            "type": "object",
            "title": "LocalizedText",
            "description": "One text in several languages; English is required.",
            "properties": {"en": text, "fr": text},
            "patternProperties": {LANGUAGE_PATTERN: text},
            "additionalProperties": False,
            "required": ["en"],
        }


class SourcedText(Record):
    """One statement of a list, in several languages, with the sources that back it."""

    en: str | None = None
    """The statement in English."""
    fr: str | None = None
    """The statement in French."""
    sources: tuple[Identifier, ...] = ()
    """Ids of the record's sources that back this statement."""

    __pydantic_extra__: dict[str, str]

    model_config = ConfigDict(extra="allow")

    @property
    def text(self) -> LocalizedText:
        """Return the statement without its sources."""
        texts = {"en": self.en, "fr": self.fr, **(self.__pydantic_extra__ or {})}
        return LocalizedText(localized_part(texts))


class Source(Record):
    """Where facts and statements come from."""

    id: Identifier
    """Short name, unique in this record; statements cite it."""
    title: str | None = None
    """What the source calls itself, a name in its own language; its address where left out."""
    note: LocalizedText | None = None
    """What to look for there, where the name does not say it; a few words."""
    url: str
    """Address of the source; https only."""
    supports: tuple[str, ...] = ()
    """Names of the facts and texts of this record that the source backs."""
    verified: bool
    """Whether somebody opened the source itself and read the statement there."""
    checked: datetime.date | None = None
    """The day the source was last opened."""


def localized_part(value: Mapping[str, Any]) -> dict[str, str]:
    """Return the entries of a mapping that are texts."""
    return {language: text for language, text in value.items() if isinstance(text, str)}
