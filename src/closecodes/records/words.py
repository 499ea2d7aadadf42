"""Words that a field of a record chooses from, each with its meaning."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


__all__ = ["Word"]


class Word(StrEnum):
    """One word of a closed list; a member is written as the word and what it means.

    The meaning is shown by editors beside the word, and stands in the field reference.
    """

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Self:
        """Return a member of the list, or look one up by its word alone."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.meaning = meaning
        return member

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return a schema with the meaning of each word, under the keyword that editors read."""
        return {**handler(schema), "enumDescriptions": [word.meaning for word in cls]}
