"""Tests of records made of answers."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

import pytest

from closecodes.check.gaps import gaps_in
from closecodes.check.texts import digest
from closecodes.drafting.drafts import Answers, code_draft, comparison_draft, family_draft
from closecodes.records import CodeRecord, ComparisonRecord, FamilyRecord, LocalizedText, Source


_TODAY = datetime.date(2026, 11, 22)

_CODE = {
    "name.en": "Rate limited",
    "sent_by": "server",
    "subject": "rate",
    "kind": "refusal",
    "fault": "receiver",
    "retry": "delayed",
    "meaning.en": "your program sends too much",
    "when.en": "you send more than 120 events in a minute",
    "fix.en": "Send less often.",
    "reconnect.en": "Wait, then come back.",
    "received.en": "wait and come back",
    "source.url": "https://example.org/codes",
}


def _answers(given: Mapping[str, str], *languages: str, sources: tuple[Source, ...] = ()) -> Answers:
    return Answers(given, languages or ("en",), _TODAY, sources)


def _draft(**changes: str) -> dict[str, Any]:
    return code_draft("acme", 4002, _answers({**_CODE, **changes}))


def test_whole() -> None:
    """With every answer, the draft is a record without gaps, and its one source backs all it says."""
    draft = _draft()
    record = CodeRecord.model_validate_json(json.dumps(draft, default=str))

    assert [] == list(gaps_in(draft))
    assert ("vendor", True) == (record.facts.specified_in.value, record.facts.on_the_wire)
    facts = ["sent_by", "on_the_wire", "subject", "kind", "fault", "retry", "specified_in"]
    texts = ["meaning", "when", "fix", "reconnect", "received"]
    assert ("name", *facts, *texts) == record.sources[0].supports


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("name.en", ("name", "en")),
        ("sent_by", ("facts", "sent_by")),
        ("retry", ("facts", "retry")),
        ("when.en", ("text", "when", "en")),
        ("source.url", ("sources", 0, "url")),
    ],
)
def test_gap(key: str, path: tuple[str | int, ...]) -> None:
    """An answer that is missing is a gap in its place, and nowhere else."""
    assert [path] == list(gaps_in(_draft(**{key: ""})))


def test_optional() -> None:
    """What a record can do without is left out, unless it was answered."""
    assert not {"identifier", "see_also", "translation"} & _draft().keys()
    draft = _draft(identifier="RATE", see_also="1008, acme-4001", **{"check.en": "Count."})

    assert ("RATE", ["1008", "acme-4001"]) == (draft["identifier"], draft["see_also"])
    assert {"en": "Count."} == draft["text"]["check"]
    assert ["meaning", "when", "check"] == list(draft["text"])[:3]


def test_delay() -> None:
    """A delay names the source of the record, which need not list it."""
    draft = _draft(retry_delay="5-30")

    assert {"min": 5, "max": 30, "source": "example-org"} == draft["facts"]["retry_delay"]
    assert "retry_delay" not in draft["sources"][0]["supports"]


def test_opened() -> None:
    """A source that somebody opened has the day; one that nobody opened has none."""
    opened, other = (_draft(**{"source.verified": answer})["sources"][0] for answer in ("yes", "no"))

    assert (True, _TODAY) == (opened["verified"], opened["checked"])
    assert not other["verified"]
    assert "checked" not in other


def test_known_source() -> None:
    """A source that the family cites already keeps its name and its note; digests of the note are there."""
    note = LocalizedText({"en": "the list", "fr": "la liste"})
    url = _CODE["source.url"]
    known = Source(id="acme-docs", title="Acme, “Codes”", note=note, url=url, verified=True)
    draft = code_draft("acme", 4002, _answers(_CODE, sources=(known,)))

    (source,) = draft["sources"]
    assert ("acme-docs", "Acme, “Codes”", note.root) == (source["id"], source["title"], source["note"])
    assert {"fr": {"sources.acme-docs.note": digest("the list")}} == draft["translation"]


@pytest.mark.parametrize(
    ("title", "id_"), [("Acme, “Codes”", "acme-codes"), ("", "example-org"), ("…", "source")]
)
def test_name_of_source(title: str, id_: str) -> None:
    """A new source is named after its title, or else its host."""
    assert id_ == _draft(**{"source.title": title})["sources"][0]["id"]


def test_languages() -> None:
    """Texts are in the languages of the answers, with the digest of their English; English is never left out."""
    given = {**_CODE, "name.fr": "Débit dépassé", "when.fr": "vous envoyez trop", "when.en": ""}
    draft = code_draft("acme", 4002, _answers(given, "en", "fr"))

    assert {"en": "Rate limited", "fr": "Débit dépassé"} == draft["name"]
    assert {"en": "TODO", "fr": "vous envoyez trop"} == draft["text"]["when"]
    assert {"fr": {"name": digest("Rate limited")}} == draft["translation"]


class TestRegistered:
    """Tests of registered codes, which need advice about sending."""

    def test_sent(self) -> None:
        """A code that may be sent needs the advice when to send it."""
        draft = code_draft("websocket", 1016, _answers({**_CODE, "specified_in": "registry"}))

        assert "registry" == draft["facts"]["specified_in"]
        assert [("text", "send", "en")] == list(gaps_in(draft))

    def test_never_sent(self) -> None:
        """A code that nobody sends is not on the wire and needs the advice against sending it."""
        given = {**_CODE, "specified_in": "registry", "sent_by": "nobody", "reported_for": "no-close"}
        draft = code_draft("websocket", 1016, _answers(given))

        assert (False, "no-close") == (draft["facts"]["on_the_wire"], draft["facts"]["reported_for"])
        assert [("text", "instead", "en")] == list(gaps_in(draft))

    def test_unknown(self) -> None:
        """Who may send it decides whether it can be on the wire: both are gaps together."""
        draft = code_draft("websocket", 1016, _answers({**_CODE, "specified_in": "registry", "sent_by": ""}))

        assert [("facts", "sent_by"), ("facts", "on_the_wire")] == list(gaps_in(draft))[:2]


def test_family() -> None:
    """A family has the range, the version and the day of its list."""
    given = {
        "name.en": "Acme",
        "document": "https://acme.example/docs",
        "range": "4000-4014",
        "version": "v2",
        "source.verified": "yes",
        **{f"{name}.en": "x" for name in ("defined_by", "description", "reconnect")},
    }
    draft = family_draft("acme", _answers(given))
    record = FamilyRecord.model_validate_json(json.dumps(draft, default=str))

    assert (4000, 4014, "v2", _TODAY) == (record.range.min, record.range.max, record.version, record.read_on)
    assert record.document == record.sources[0].url


def test_comparison() -> None:
    """A comparison has its two codes and one source for its three texts."""
    given = {
        "source.url": "https://acme.example",
        **{f"{name}.en": "x" for name in ("difference", "tell", "act")},
    }
    draft = comparison_draft(("1008", "acme-4001"), _answers(given))
    record = ComparisonRecord.model_validate_json(json.dumps(draft))

    assert (("1008", "acme-4001"), ("difference", "tell", "act")) == (
        record.codes,
        record.sources[0].supports,
    )
