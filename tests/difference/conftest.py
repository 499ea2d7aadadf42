"""Content before and after a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from closecodes.check.parsing import Records, parse_records
from closecodes.difference.changes import Changes, changes_between
from closecodes.load import load_content


def _records(folder: Path) -> Records:
    return parse_records(load_content(folder, shown_from=folder.parent), ("en", "fr"))


@pytest.fixture(name="changes_after")
def _changes_after(family_project: Path) -> Callable[..., Changes]:
    """Return a function that writes files into the content of two families, None deletes one, and tells the changes."""

    def changes_after(files: Mapping[str, str | None]) -> Changes:
        content = family_project / "content"
        before = _records(content)
        for name, text in files.items():
            path = content / name
            path.unlink() if text is None else path.write_text(text, encoding="utf-8")
        return changes_between(before, _records(content))

    return changes_after
