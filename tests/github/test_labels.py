"""Labels by language: those that a difference asks for, and no others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closecodes.github import GitHub, keep_labels, labels_for, labels_of

from .conftest import Hub


_LANGUAGES = ("en", "fr")
_ALL = {"records in English", "records in French", "French wanted"}

_JSON = st.recursive(
    st.none() | st.text(max_size=4) | st.integers(),
    lambda parts: (
        st.lists(parts) | st.dictionaries(st.sampled_from(["changes", "fields", "language"]), parts)
    ),
)


def _difference(*fields: str | None, **translations: Any) -> dict[str, Any]:
    return {
        "changes": [
            {
                "fields": [{"language": language} for language in fields],
                "translations": [{"language": "fr", **translations}] if translations else [],
            }
        ]
    }


@pytest.mark.parametrize(
    ("difference", "labels"),
    [
        (_difference("en"), {"records in English"}),
        (_difference("en", "fr"), {"records in English", "records in French"}),
        (_difference(None), set()),
        (_difference("en", stale=["send"], missing=[]), {"records in English", "French wanted"}),
        (_difference("en", stale=[], missing=["fix"]), {"records in English", "French wanted"}),
        (_difference("fr", stale=[], missing=[], current=["fix"]), {"records in French"}),
        (_difference("de", "admin"), set()),
    ],
)
def test_labels_of(difference: dict[str, Any], labels: set[str]) -> None:
    """A language is named if its texts change, and wanted if a translation is stale or missing."""
    assert labels == labels_of(difference, _LANGUAGES)


def test_labels_for() -> None:
    """All labels of the kind; English, the language of reference, is never wanted."""
    assert _ALL == labels_for(_LANGUAGES)


@given(_JSON)
def test_anything(difference: object) -> None:
    """Whatever a proposal makes of the file, no other label comes of it."""
    assert labels_of(difference, _LANGUAGES) <= _ALL


def test_keep_labels(hub: Hub) -> None:
    """What is wanted is added, what is wanted no longer is taken off, and the labels of others stay."""
    hub.lists["issues/7/labels"] = [
        {"name": "French wanted"},
        {"name": "records in English"},
        {"name": "nice"},
    ]

    wanted = {"records in English", "records in French"}
    keep_labels(GitHub(hub.api, "owner/name", "secret"), 7, wanted, _ALL)

    assert [
        ("POST", "issues/7/labels", {"labels": ["records in French"]}),
        ("DELETE", "issues/7/labels/French%20wanted", None),
    ] == hub.asked


def test_nothing_to_do(hub: Hub) -> None:
    """Labels that are right already are left as they are."""
    hub.lists["issues/7/labels"] = [{"name": "records in English"}]

    keep_labels(GitHub(hub.api, "owner/name", "secret"), 7, {"records in English"}, _ALL)

    assert [] == hub.asked
