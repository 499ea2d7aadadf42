"""Numbers and names of close codes, and ranges of them."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from closecodes.records.text import Record


__all__ = ["CodeId", "CodeNumber", "NumberRange"]

CodeNumber = Annotated[int, Field(ge=0, le=65_535)]
CodeId = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*-)?[0-9]{1,5}$")]


class NumberRange(Record):
    """An unbroken range of numbers, both ends included."""

    min: CodeNumber
    """Lowest number."""
    max: CodeNumber
    """Highest number."""

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Self:
        if self.min > self.max:
            message = f"min {self.min} is above max {self.max}; the lowest number comes first"
            raise ValueError(message)
        return self
