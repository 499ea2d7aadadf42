"""Parsing: each document becomes a record, or faults with their places."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest

from closecodes.check.parsing import MODELS, Fault, Records
from closecodes.check.rules import RULES
from closecodes.load import Kind


Make = Callable[..., dict[str, Any]]


def _only(records: Records) -> Fault:
    (fault,) = records.faults
    return fault


class TestParseRecords:
    """Documents in, records out."""

    def test_kinds(self, records_of: Callable[..., Records], make_code: Make, make_comparison: Make) -> None:
        """Each kind of document becomes its kind of record, with the document beside it."""
        files = {"comparisons/1000-1001.yaml": make_comparison("1000", "1001")}
        records = records_of(make_code(1001), make_code(1000), files=files)

        assert [
            ("content/families/websocket/1000.yaml", "CodeRecord"),
            ("content/families/websocket/1001.yaml", "CodeRecord"),
            ("content/families/websocket/family.yaml", "FamilyRecord"),
            ("content/comparisons/1000-1001.yaml", "ComparisonRecord"),
            ("content/ranges.yaml", "Ranges"),
            ("content/libraries.yaml", "Libraries"),
            ("content/site.yaml", "SiteRecord"),
        ] == [(parsed.document.path, type(parsed.record).__name__) for parsed in records.all()]
        assert () == records.faults

    def test_values(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """A record holds the values of its file."""
        (parsed,) = records_of(make_code(1000, see_also=["1001"])).codes

        assert (1000, ("1001",)) == (parsed.record.code, parsed.record.see_also)

    def test_date(self, records_of: Callable[..., Records], make_family: Make) -> None:
        """A date, which YAML reads as such, fits a field for dates."""
        family = '{"read_on": 2026-11-22, ' + json.dumps(make_family("websocket"))[1:]
        (parsed,) = records_of(files={"families/websocket/family.yaml": family}).families

        assert datetime.date(2026, 11, 22) == parsed.record.read_on

    def test_without_model(self, records_of: Callable[..., Records]) -> None:
        """Prose and files that belong nowhere are no records, and no faults."""
        records = records_of(files={"pages/about.en.md": "# About\n", "other.yaml": "a: 1\n"})

        assert () == records.faults
        assert 4 == len(list(records.all()))

    def test_unreadable(self, records_of: Callable[..., Records]) -> None:
        """A file that cannot be read as YAML is no record, and no fault of a model."""
        records = records_of(files={"site.yaml": "name: [\n"})

        assert ((), ()) == (records.sites, records.faults)

    def test_languages(self, records_of: Callable[..., Records]) -> None:
        """The records know the languages of the site."""
        assert ("en", "fr") == records_of().languages

    def test_models(self) -> None:
        """Every kind of YAML file has a model."""
        assert set(Kind) - {Kind.PAGE, Kind.GUIDE, Kind.SAMPLE, Kind.UNKNOWN} == set(MODELS)


class TestFaults:
    """What a model refuses."""

    def test_all(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """Every fault of a record is found, and the record is not used."""
        code = make_code(1000, code="1000", facts__retry=None, colour="red")
        records = records_of(code)

        assert () == records.codes
        assert {("code",), ("colour",), ("facts", "retry")} == {fault.path for fault in records.faults}

    def test_fault(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """A fault knows its document, its model, and what was found."""
        fault = _only(records_of(make_code(1000, facts__kind="mystery")))

        assert ("content/families/websocket/1000.yaml", "CodeRecord") == (
            fault.document.path,
            fault.model.__name__,
        )
        assert ("enum", "mystery") == (fault.type, fault.found)
        assert "'planned', 'refusal', 'failure' or 'unstated'" == fault.context["expected"]
        assert fault.message.startswith("Input should be 'planned'")

    def test_item(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """The place of an item has its number."""
        fault = _only(records_of(make_code(1000, see_also=["1001", 1012])))

        assert ("see_also", 1) == fault.path

    def test_key(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """The place of a key that is refused is the key's own."""
        fault = _only(records_of(make_code(1000, constants={"Not An Id": "X"})))

        assert ("constants", "Not An Id") == fault.path

    def test_optional(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """The place within a part that may be left out is that of the file."""
        fault = _only(records_of(make_code(1000, facts__retry_delay={"min": 0, "max": "5"})))

        assert ("facts", "retry_delay", "max") == fault.path

    def test_language(self, records_of: Callable[..., Records], make_code: Make) -> None:
        """The place of a text has its language."""
        fault = _only(records_of(make_code(1000, name={"en": ["x"]})))

        assert ("name", "en") == fault.path

    @pytest.mark.parametrize(
        "changes",
        [
            {"code": 10.5},
            {"code": float("1" * 300)},
            {"code": -1},
            {"code": "1" * 50},
            {"code": 10**30},
            {"code": None},
            {"code": True},
            {"code": ["1"]},
            {"name": None},
            {"name": {"en": None}},
            {"name": {"en": 5}},
            {"name": ["x"]},
            {"facts": "x"},
            {"facts__on_the_wire": "no"},
            {"facts__on_the_wire": 1},
            {"facts__retry": 5},
            {"facts__retry": ["never"]},
            {"facts__retry_delay": 5},
            {"facts__retry_delay": {"min": 1.5, "max": 5}},
            {"facts__reported_for": "no-close"},
            {"see_also": ["x"]},
            {"see_also": "1001"},
            {"see_also": {"a": 1}},
            {"constants": ["a"]},
            {"constants": {"a": 1}},
            {"sources": []},
            {"sources": {}},
            {"sources": ["manual"]},
            {"sources": [{"id": "a", "url": "https://example.org/", "verified": True, "checked": "soon"}]},
            {
                "sources": [
                    {"id": "a", "url": "https://example.org/", "verified": True, "checked": "2026-02-30"}
                ]
            },
            {"sources": [{"id": "a", "url": "https://example.org/", "verified": True, "checked": 20261122}]},
            {"causes": ["x"]},
            {"causes": [{"en": 5}]},
            {"translation": {"fr": "x"}},
            {"translation": {"fr": {"name": 5}}},
        ],
        ids=str,
    )
    def test_told(
        self, records_of: Callable[..., Records], make_code: Make, changes: dict[str, object]
    ) -> None:
        """Whatever a model refuses, some rule tells the person who wrote it."""
        code = make_code(1000, **{name: value for name, value in changes.items() if value is not None})
        code |= {name: None for name, value in changes.items() if value is None}
        records = records_of(code, files={"families/websocket/1000.yaml": code})

        assert () == records.codes
        assert [finding for rule in RULES.values() for finding in rule.check(records)]
