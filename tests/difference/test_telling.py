"""Tests of changes, told."""

from __future__ import annotations

import json
from typing import Any

from closecodes.difference.changes import Change, Changes
from closecodes.difference.fields import FieldChange
from closecodes.difference.telling import as_json, as_markdown, as_text
from closecodes.difference.translations import TranslationChange


_LONG = "word " * 20


def _fact(**values: Any) -> FieldChange:
    standard = {"field": "retry_delay", "language": None, "before": "5–30 s", "after": None, "part": "facts"}
    return FieldChange(**{**standard, **values})


def _change(*fields: FieldChange, **values: Any) -> Change:
    standard = {
        "path": "content/families/websocket/1013.yaml",
        "name": "1013",
        "title": "Try Again Later",
        "how": "changed",
    }
    return Change(**{**standard, "fields": fields, **values})


def _changes(*changes: Change, comparisons: int = 0) -> Changes:
    return Changes(changes, comparisons)


class TestText:
    """Tests of lines for a terminal."""

    def test_whole(self) -> None:
        """The first line sums up; each record has its values, its comparisons and its translations."""
        change = _change(_fact(), comparisons=18, translations=(TranslationChange("fr", stale=("fix",)),))

        assert [
            "1 record (1 changed); 18 comparisons change; French now stale in 1 field",
            "",
            "1013 Try Again Later",
            "  retry_delay: 5–30 s → none",
            "  18 comparisons change",
            "  French now stale in 1 field: fix",
        ] == as_text(_changes(change, comparisons=18)).splitlines()

    def test_nothing(self) -> None:
        """Where nothing changed, that is said."""
        assert "Nothing that the pages say has changed.\n" == as_text(_changes())

    def test_reworded(self) -> None:
        """Long texts stand below each other."""
        change = _change(_fact(field="fix", language="en", before=_LONG, after="short", part="text"))

        assert ["  fix (English): reworded", f"    - {_LONG}", "    + short"] == as_text(
            _changes(change)
        ).splitlines()[3:]

    def test_added_text(self) -> None:
        """A long text that comes or goes has no other."""
        come = _change(_fact(field="fix", language="fr", before=None, after=_LONG, part="text"))
        gone = _change(_fact(field="fix", language="fr", before=_LONG, after=None, part="text"))

        assert ["  fix (French): added", f"    + {_LONG}"] == as_text(_changes(come)).splitlines()[3:]
        assert ["  fix (French): removed", f"    - {_LONG}"] == as_text(_changes(gone)).splitlines()[3:]

    def test_new_record(self) -> None:
        """Of a new record, or one that is gone, values are counted rather than listed."""
        lines = as_text(_changes(_change(_fact(), _fact(), how="added"), _change(how="removed"))).splitlines()

        assert "2 records (1 added, 1 removed)" == lines[0]
        assert ["1013 Try Again Later (new)", "  2 values in content/families/websocket/1013.yaml"] == lines[
            2:4
        ]
        assert "1013 Try Again Later (gone)" in lines

    def test_unreadable(self) -> None:
        """A record that cannot be read leads to `check`."""
        assert as_text(_changes(_change(how="unreadable"))).endswith(
            "\n1013 Try Again Later (unfinished or with mistakes; see `closecodes check`)\n"
        )

    def test_prose(self) -> None:
        """Of a page of prose, lines are counted."""
        field = FieldChange("lines", None, "1", "12", "lines")
        change = _change(field, name="content/pages/about.en.md", title="", path="content/pages/about.en.md")

        assert as_text(_changes(change)).endswith("\ncontent/pages/about.en.md\n  +12 −1 lines\n")

    def test_one(self) -> None:
        """One comparison changes, two change."""
        assert "; 1 comparison changes\n" in as_text(_changes(_change(), comparisons=1))


class TestMarkdown:
    """Tests of Markdown for a comment."""

    def test_values(self) -> None:
        """What records say is code, our words are not."""
        markdown = as_markdown(
            _changes(_change(_fact(), translations=(TranslationChange("fr", missing=("fix",)),)))
        )

        assert "**`1013 Try Again Later`**\n\n- `retry_delay`: `5–30 s` → none\n" in markdown
        assert "- French now missing in 1 field: `fix`\n" in markdown

    def test_long(self) -> None:
        """Long texts are a block that shows what is gone and what has come."""
        change = _change(_fact(field="fix", language="en", before=_LONG, after="short", part="text"))

        assert f"\n  ```diff\n  - {_LONG.strip()}\n  + short\n  ```\n" in as_markdown(_changes(change))

    def test_markup(self) -> None:
        """Nothing that a record says can end the code it stands in."""
        short = _fact(before="a `b` ``c``", after="@all")
        long = _fact(field="fix", before="```\n# @all\n" + _LONG, after=None)
        markdown = as_markdown(_changes(_change(short, long, title="x`\n# y")))

        assert "``` a `b` ``c`` ``` → `@all`" in markdown
        assert "\n  ````diff\n  - ``` # @all word" in markdown
        assert "**`` 1013 x` # y ``**" in markdown


def test_json() -> None:
    """Scripts get every value."""
    change = _change(_fact(), comparisons=18, translations=(TranslationChange("fr", stale=("fix",)),))
    report = json.loads(as_json(_changes(change, comparisons=18)))

    assert 18 == report["comparisons"]
    (told,) = report["changes"]
    assert {"name": "1013", "how": "changed", "comparisons": 18}.items() <= told.items()
    assert [
        {"field": "retry_delay", "language": None, "before": "5–30 s", "after": None, "part": "facts"}
    ] == told["fields"]
    assert [{"language": "fr", "stale": ["fix"], "missing": [], "current": []}] == told["translations"]
