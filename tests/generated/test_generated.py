"""Generated files: they are fresh, and none is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from closecodes.generated import generated_files, stale_files


_NAMES = [name for name, _ in generated_files()]


class TestGeneratedFiles:
    """The files that are made of the code."""

    def test_names(self) -> None:
        """There is a schema for each kind of record, and a page of fields and of rules."""
        assert [
            "docs/fields.fr.md",
            "docs/fields.md",
            "docs/rules.md",
            "schema/changes.schema.json",
            "schema/close-code.schema.json",
            "schema/comparison.schema.json",
            "schema/error-texts.schema.json",
            "schema/family.schema.json",
            "schema/glossary.schema.json",
            "schema/libraries.schema.json",
            "schema/ranges.schema.json",
            "schema/site.schema.json",
            "schema/timeouts.schema.json",
        ] == sorted(_NAMES)

    @pytest.mark.parametrize("name", _NAMES)
    def test_fresh(self, repository: Path, name: str) -> None:
        """The committed file is what today's code generates; `closecodes generate` writes it."""
        assert dict(generated_files())[name] == (repository / name).read_text(encoding="utf-8")

    def test_no_others(self, repository: Path) -> None:
        """No schema is left of a kind of record that is gone."""
        committed = {f"schema/{path.name}" for path in (repository / "schema").iterdir()}

        assert {name for name in _NAMES if name.startswith("schema/")} == committed

    def test_final_newline(self) -> None:
        """Each generated text ends with one line break."""
        assert [] == [name for name, text in generated_files() if not re.search(r"[^\n]\n\Z", text)]


class TestStaleFiles:
    """Which generated files have to be written again."""

    def _write_all(self, root: Path) -> None:
        for name, text in generated_files():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, encoding="utf-8", newline="\n")

    def test_none(self, tmp_path: Path) -> None:
        """Files just written are fresh."""
        self._write_all(tmp_path)

        assert [] == stale_files(tmp_path)

    def test_missing(self, tmp_path: Path) -> None:
        """Files that were never written are stale."""
        assert _NAMES == stale_files(tmp_path)

    def test_changed(self, tmp_path: Path) -> None:
        """A file that somebody edited is stale."""
        self._write_all(tmp_path)
        (tmp_path / "docs/rules.md").write_text("# Rules\n", encoding="utf-8")

        assert ["docs/rules.md"] == stale_files(tmp_path)
