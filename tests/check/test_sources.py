"""Sources of a record: where they are listed, who cites them, and what needs them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from closecodes.check.parsing import Records
from closecodes.check.sources import Citation, citations, needed_support, source_lists, sourced_parts


Make = Callable[..., dict[str, Any]]


class TestSourceLists:
    """The lists of sources of a record."""

    def test_code(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """A code has one list; those that its statements cite are names only."""
        causes = [{"en": "a", "fr": "b", "sources": ["manual"]}]
        (parsed,) = records_of(make_code(1000, causes=causes)).codes

        assert [(("sources",), parsed.record.sources)] == list(source_lists(parsed.record))

    def test_ranges(self, records_of: Callable[..., Records]) -> None:
        """Each range has a list of its own."""
        (parsed,) = records_of().ranges

        assert [(("ranges", 0, "sources"), parsed.record.ranges[0].sources)] == list(
            source_lists(parsed.record)
        )

    @pytest.mark.parametrize("kind", ["sites", "libraries"])
    def test_none(self, records_of: Callable[..., Records], kind: str) -> None:
        """The site and the libraries have none."""
        (parsed,) = getattr(records_of(), kind)

        assert [] == list(source_lists(parsed.record))


class TestSourcedParts:
    """The parts of a record that have sources."""

    def test_whole(self, records_of: Callable[..., Records], make_comparison: Make) -> None:
        """A record with a list of sources is such a part itself."""
        files = {"comparisons/1000-1001.yaml": make_comparison("1000", "1001")}
        (parsed,) = records_of(files=files).comparisons

        assert [((), parsed.record)] == list(sourced_parts(parsed.record))

    def test_range(self, records_of: Callable[..., Records]) -> None:
        """A range is a part of the record of all ranges."""
        (parsed,) = records_of().ranges

        assert [(("ranges", 0), parsed.record.ranges[0])] == list(sourced_parts(parsed.record))


class TestCitations:
    """The places of a code that cite a source."""

    def test_none(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """A record may cite nothing beside its list."""
        (parsed,) = records_of(make_code(1000)).codes

        assert [] == list(citations(parsed.record))

    def test_all(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """The delay, causes, pitfalls and reasons cite sources."""
        code = make_code(
            1000,
            facts__retry_delay={"min": 0, "max": 5, "source": "delay"},
            causes=[{"en": "a"}, {"en": "b", "sources": ["one", "two"]}],
            pitfalls=[{"en": "C.", "sources": ["three"]}],
            reasons=[{"text": "bye", "by": "Somebody", "sources": ["four"]}],
        )
        (parsed,) = records_of(code).codes

        assert [
            Citation(("facts", "retry_delay", "source"), "delay"),
            Citation(("causes", 1, "sources", 0), "one"),
            Citation(("causes", 1, "sources", 1), "two"),
            Citation(("pitfalls", 0, "sources", 0), "three"),
            Citation(("reasons", 0, "sources", 0), "four"),
        ] == list(citations(parsed.record))

    def test_delay_alone(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """A delay that names no source cites none."""
        (parsed,) = records_of(make_code(1000, facts__retry_delay={"min": 0, "max": 5})).codes

        assert [] == list(citations(parsed.record))


class TestNeededSupport:
    """What some source has to support."""

    def test_code(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """A code needs sources for its name and for the facts and texts it has."""
        delay = {"min": 0, "max": 5, "source": "manual"}
        (parsed,) = records_of(make_code(1000, facts__http_status=502, facts__retry_delay=delay)).codes
        needed = dict(needed_support(parsed.record))

        assert ("name",) == needed["name"]
        assert ("facts", "http_status") == needed["http_status"]
        assert ("text", "send") == needed["send"]

    @pytest.mark.parametrize("name", ["instead", "retry_address", "retry_delay"])
    def test_not_needed(self, records_of: Callable[..., Records], make_code: Make, name: str) -> None:
        """What is not there needs no source; a delay names its own."""
        delay = {"min": 0, "max": 5, "source": "manual"}
        (parsed,) = records_of(make_code(1000, facts__retry_delay=delay)).codes

        assert name not in dict(needed_support(parsed.record))

    def test_family(self, records_of: Callable[..., Records]) -> None:
        """A family needs sources for its texts, not for what it is called."""
        (parsed,) = records_of().families

        assert [
            ("defined_by", ("text", "defined_by")),
            ("description", ("text", "description")),
            ("reconnect", ("text", "reconnect")),
        ] == list(needed_support(parsed.record))

    def test_comparison(self, records_of: Callable[..., Records], make_comparison: Make) -> None:
        """A comparison needs sources for its texts."""
        (parsed,) = records_of(
            files={"comparisons/1000-1001.yaml": make_comparison("1000", "1001")}
        ).comparisons

        assert ["difference", "tell", "act"] == [name for name, _ in needed_support(parsed.record)]

    def test_range(self, records_of: Callable[..., Records]) -> None:
        """A range needs sources for its texts."""
        (parsed,) = records_of().ranges

        assert ["use", "registration", "advice"] == [
            name for name, _ in needed_support(parsed.record.ranges[0])
        ]
