"""Unneeded exceptions: phrases that no text has any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from closecodes.check.parsing import Records
from closecodes.check.rules import RULES


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]

_GLOSSARY = {
    "terms": [
        {
            "id": "restart",
            "term": {"en": "restart", "fr": "redémarrage"},
            "definition": {"en": "A relaunch, or Service Relaunch.", "fr": "Ce que « restart » veut dire."},
            "rejected": {"en": ["relaunch"], "fr": ["restart"]},
            "allowed": {"en": ["Service Relaunch"], "fr": ["Service Restart", "Hot Restart"]},
            "sources": ["manual"],
        }
    ],
    "sources": [{"id": "manual", "url": "https://example.org/manual", "verified": True}],
}


def _code(make_code: Make) -> dict[str, Any]:
    return make_code(
        1012,
        text__when={"en": "you see service  relaunch", "fr": "vous lisez Service Restart"},
        text__fix={"en": "Wait.", "fr": "Ne lisez pas `Hot Restart`."},
    )


def test_phrase(find: Find, make_code: Make) -> None:
    """A phrase that no text has is found, by its language; one that stands in code only needs no exception."""
    found = find("unneeded-exception", _code(make_code), files={"glossary.yaml": _GLOSSARY})

    message = "no text has `Hot Restart`; leave it out of `allowed`"
    assert [("terms.0.allowed.fr.1", message)] == found


def test_glossary_itself(find: Find, make_code: Make) -> None:
    """What the glossary says itself needs no exception."""
    code = _code(make_code) | {"text": make_code(1012)["text"]}
    found = find("unneeded-exception", code, files={"glossary.yaml": _GLOSSARY})

    assert ["terms.0.allowed.en.0", "terms.0.allowed.fr.0", "terms.0.allowed.fr.1"] == [
        place for place, _ in found
    ]


def test_focus(records_of: Callable[..., Records], make_code: Make) -> None:
    """Whether a phrase is needed is asked of all texts, whatever file somebody asks about."""
    records = records_of(_code(make_code), files={"glossary.yaml": _GLOSSARY})
    (finding,) = RULES["unneeded-exception"].check(replace(records, focus=()))

    assert "no text has `Hot Restart`; leave it out of `allowed`" == finding.message


def test_nothing(find: Find, make_code: Make) -> None:
    """Without exceptions there is nothing to find."""
    assert [] == find("unneeded-exception", make_code(1000))
