"""Wrong types: what was found, and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


_TEXT, _NUMBER, _DATE = "a text", "a whole number", "a date such as 2026-11-22"
_LIST, _MAPPING = "a list (items that begin with `- `)", "a mapping (lines of `name: value`)"
_SOURCE = {"id": "a", "url": "https://example.org/", "verified": True}


@pytest.mark.parametrize(
    ("changes", "place", "found", "expected"),
    [
        ({"code": "x"}, "code", "the text `x`", _NUMBER),
        ({"code": 1000.5}, "code", "the number 1000.5", _NUMBER),
        ({"code": True}, "code", "`true`", _NUMBER),
        ({"name": {"en": ["x"]}}, "name.en", "a list", _TEXT),
        ({"name": {"en": {"x": "y"}}}, "name.en", "a mapping", _TEXT),
        ({"facts": ["x"]}, "facts", "a list", _MAPPING),
        ({"facts__on_the_wire": "never"}, "facts.on_the_wire", "the text `never`", "true or false"),
        ({"causes": {"en": "x"}}, "causes", "a mapping", _LIST),
        ({"causes": ["x"]}, "causes.0", "the text `x`", _MAPPING),
        ({"see_also": "1001"}, "see_also", "the text `1001`", _LIST),
        ({"constants": ["x"]}, "constants", "a list", _MAPPING),
        ({"sources": [{**_SOURCE, "checked": "soon"}]}, "sources.0.checked", "the text `soon`", _DATE),
        (
            {"sources": [{**_SOURCE, "checked": "2026-02-30"}]},
            "sources.0.checked",
            "the text `2026-02-30`",
            _DATE,
        ),
        ({"sources": [{**_SOURCE, "checked": 2026}]}, "sources.0.checked", "the number 2026", _DATE),
    ],
)
def test_message(  # noqa: PLR0913, PLR0917 - a case has that many parts
    find: Find, make_code: Make, changes: dict[str, object], place: str, found: str, expected: str
) -> None:
    """The message says what was found and what was expected, in words."""
    message = f"found {found} where {expected} was expected"

    assert [(place, message)] == find("wrong-type", make_code(1000, **changes))


@pytest.mark.parametrize(
    ("changes", "advice"),
    [
        ({"code": "1000"}, "write `1000` without quotes"),
        ({"code": "1_000"}, "write `1000` without quotes"),
        ({"name": "Name"}, "write `en: Name` on the next line, indented further"),
        ({"text__fix": "Wait."}, "write `en: Wait.` on the next line, indented further"),
        ({"name": {"en": 5}}, 'write `"5"`, in quotes'),
        ({"see_also": [1001]}, 'write `"1001"`, in quotes'),
        ({"facts__on_the_wire": "no"}, "write `false` without quotes"),
        ({"facts__on_the_wire": "Yes"}, "write `true` without quotes"),
        ({"sources": [{**_SOURCE, "checked": "2.11.2026"}]}, "write `2026-11-02`"),
        (
            {"facts__retry_delay": "5-30"},
            "write `{min: 5, max: 30, source: <id of a source below>}`, in seconds",
        ),
    ],
)
def test_advice(find: Find, make_code: Make, changes: dict[str, object], advice: str) -> None:
    """Where it is clear what was meant, the message says how to write it."""
    ((_, message),) = find("wrong-type", make_code(1000, **changes))

    assert message.endswith(f" was expected; {advice}")


def test_nothing(find: Find, make_code: Make) -> None:
    """A field without a value is of the wrong type, too."""
    code = make_code(1000) | {"name": None}

    assert [("name", f"found nothing where {_MAPPING} was expected")] == find("wrong-type", code)


@pytest.mark.parametrize(("text", "found"), [("- code: 1000\n", "a list"), ("code\n", "the text `code`")])
def test_whole(find: Find, text: str, found: str) -> None:
    """A record is a mapping as a whole."""
    files = {"families/websocket/1000.yaml": text}

    assert [("", f"found {found} where {_MAPPING} was expected")] == find("wrong-type", files=files)


def test_wrong_word(find: Find, make_code: Make) -> None:
    """A word that is not allowed is of the right type."""
    assert [] == find("wrong-type", make_code(1000, facts__kind="mystery"))
