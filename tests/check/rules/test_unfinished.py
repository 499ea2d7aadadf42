"""Unfinished records: what stands for a value that is still missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from closecodes.check import check_content
from closecodes.check.fixing import fix_content
from closecodes.load import load_content


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]

_RETRY = (
    "`retry` is not filled in yet; whether to reconnect; "
    "expected `never`, `after-fix`, `delayed`, `at-once` or `depends`"
)


def test_fact(find: Find, make_code: Make) -> None:
    """The message says what a fact is about and which words it takes."""
    assert [("facts.retry", _RETRY)] == find("unfinished", make_code(1000, facts__retry="TODO"))


def test_text(find: Find, make_code: Make) -> None:
    """The message says what a text completes, about the number of the record."""
    message = '`when.en` is not filled in yet; clause: completes "You see 1001 when …"'

    assert [("text.when.en", message)] == find("unfinished", make_code(1001, text__when={"en": "TODO"}))


def test_source(find: Find, make_code: Make) -> None:
    """An item of a list is known by its number."""
    sources = [{"id": "manual", "url": "TODO", "verified": True}]
    message = "`sources.0.url` is not filled in yet; address of the source; https only"

    assert [("sources.0.url", message)] == find("unfinished", make_code(1000, sources=sources))


def test_unknown_field(find: Find, make_code: Make) -> None:
    """A gap of a field that does not exist has no more to tell."""
    assert [("colour", "`colour` is not filled in yet")] == find("unfinished", make_code(1000, colour="TODO"))


def test_finished(find: Find, make_code: Make) -> None:
    """A finished record has no gap."""
    assert [] == find("unfinished", make_code(1000))


def test_nothing_else(write_content: Callable[..., Path], make_code: Make) -> None:
    """Nothing else is said of a gap: neither that its value is wrong nor that it is not translated."""
    code = make_code(1000, facts__retry="TODO", text__fix={"en": "TODO"}, name="TODO")
    problems = check_content(load_content(write_content(code)), ("en", "fr")).problems

    said = [problem.rule for problem in problems if problem.place.path.endswith("1000.yaml")]
    assert ["unfinished"] * 3 == said


def test_no_digest(write_content: Callable[..., Path], make_code: Make) -> None:
    """No digest is recorded of English that is not there; one that is there is kept."""
    texts = {
        "text__fix": {"en": "TODO", "fr": "Relancez-le."},
        "text__when": {"en": "TODO", "fr": "c'est fini"},
    }
    code = make_code(1000, **texts, translation={"fr": {"when": "0a8be156"}})
    path = "families/websocket/1000.yaml"
    content = write_content(files={path: yaml.safe_dump(code, sort_keys=False, allow_unicode=True)})
    text = dict(fix_content(load_content(content), ("en", "fr")))[f"content/{path}"]

    assert '    when: "0a8be156"\n' in text
    assert "    fix:" not in text.partition("translation:")[2]
