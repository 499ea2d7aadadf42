"""Records: which numbers, ids and lists they take."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from closecodes.records import (
    ComparisonRecord,
    FamilyRecord,
    Libraries,
    NumberRange,
    RangeRecord,
    Reason,
    SiteRecord,
)
from closecodes.records.codes import CodeRecord
from closecodes.records.numbers import CodeId, CodeNumber


_TEXT = {"en": "x"}
_SOURCE = {"id": "manual", "url": "https://example.org/", "verified": True}

_CODE = {
    "code": 1012,
    "name": _TEXT,
    "facts": {
        "sent_by": "server",
        "on_the_wire": True,
        "subject": "restart",
        "kind": "planned",
        "fault": "none",
        "retry": "delayed",
        "specified_in": "registry",
    },
    "text": dict.fromkeys(("meaning", "when", "check", "fix", "reconnect", "received"), _TEXT),
    "sources": [_SOURCE],
}

_COMPARISON = {
    "codes": ["1000", "1012"],
    "text": dict.fromkeys(("difference", "tell", "act"), _TEXT),
    "sources": [_SOURCE],
}


def _places(error: ValidationError) -> list[tuple[int | str, ...]]:
    return [details["loc"] for details in error.errors()]


class TestCodeNumber:
    """The number of a close code."""

    @pytest.mark.parametrize("number", [0, 1000, 65_535])
    def test_right(self, number: int) -> None:
        """A number fits into 16 bits."""
        assert number == TypeAdapter(CodeNumber).validate_python(number)

    @pytest.mark.parametrize("number", [-1, 65_536])
    def test_wrong(self, number: int) -> None:
        """No other number is one."""
        with pytest.raises(ValidationError):
            TypeAdapter(CodeNumber).validate_python(number)


class TestCodeId:
    """The id of a close code."""

    @pytest.mark.parametrize(
        "id_", ["0", "1012", "65535", "discord-4004", "discord-voice-4004", "mqtt5-4000"]
    )
    def test_right(self, id_: str) -> None:
        """An id is a number, after the name of its family unless it is registered."""
        assert id_ == TypeAdapter(CodeId).validate_python(id_)

    @pytest.mark.parametrize(
        "id_", ["", "discord", "-1012", "Discord-4004", "discord--4004", "100000", "discord_4004", "1012\n"]
    )
    def test_wrong(self, id_: str) -> None:
        """Everything else is refused."""
        with pytest.raises(ValidationError, match="pattern"):
            TypeAdapter(CodeId).validate_python(id_)


class TestCodeRecord:
    """One close code."""

    def test_least(self) -> None:
        """What a record may leave out is empty."""
        record = CodeRecord.model_validate(_CODE, strict=False)

        assert ((), (), (), {}, (), {}) == (
            record.causes,
            record.pitfalls,
            record.reasons,
            record.constants,
            record.see_also,
            record.translation,
        )
        assert (None, None) == (record.text.send, record.text.instead)

    @pytest.mark.parametrize("name", _CODE)
    def test_needed(self, name: str) -> None:
        """Everything else has to be there."""
        with pytest.raises(ValidationError) as caught:
            CodeRecord.model_validate(
                {key: value for key, value in _CODE.items() if key != name}, strict=False
            )

        assert [(name,)] == _places(caught.value)

    def test_sources(self) -> None:
        """A record has at least one source."""
        with pytest.raises(ValidationError) as caught:
            CodeRecord.model_validate({**_CODE, "sources": []}, strict=False)

        assert [("sources",)] == _places(caught.value)


class TestComparisonRecord:
    """An authored comparison."""

    def test_two(self) -> None:
        """Two codes are compared."""
        record = ComparisonRecord.model_validate(_COMPARISON, strict=False)

        assert ("1000", "1012") == record.codes

    @pytest.mark.parametrize("codes", [[], ["1000"], ["1000", "1012", "1013"]])
    def test_not_two(self, codes: list[str]) -> None:
        """Neither fewer nor more codes are compared."""
        with pytest.raises(ValidationError) as caught:
            ComparisonRecord.model_validate({**_COMPARISON, "codes": codes}, strict=False)

        assert [("codes",)] == _places(caught.value)


class TestOthers:
    """Families, ranges, libraries, reasons and the site."""

    def test_range_record(self) -> None:
        """A range of the ranges page is a range of numbers with texts."""
        assert issubclass(RangeRecord, NumberRange)
        assert {"min", "max", "name", "text", "sources"} <= set(RangeRecord.model_fields)

    def test_family(self) -> None:
        """A family may go without bands, the day and version of its list, shared sentences and digests."""
        optional = {name for name, field in FamilyRecord.model_fields.items() if not field.is_required()}

        assert {"bands", "read_on", "shared", "translation", "version"} == optional

    def test_site(self) -> None:
        """A site may go without names that keep their capital, shared sentences and digests."""
        optional = {name for name, field in SiteRecord.model_fields.items() if not field.is_required()}

        assert {"proper_names", "shared", "translation"} == optional

    def test_libraries(self) -> None:
        """There may be no library at all."""
        assert () == Libraries(libraries=()).libraries

    def test_reason(self) -> None:
        """A reason may go without sources."""
        assert () == Reason(text="going away", by="Somebody").sources
