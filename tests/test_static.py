"""What is published of the folder of static files."""

from __future__ import annotations

from pathlib import Path

import pytest

from closecodes.static import static_bytes, static_files, static_names


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """Return a folder with a script, an icon below it, and a style sheet in two pieces."""
    (tmp_path / "icons").mkdir()
    (tmp_path / "style.css").mkdir()
    (tmp_path / "find.js").write_bytes(b"find()\n")
    (tmp_path / "icons" / "icon.svg").write_bytes(b"<svg/>\n")
    (tmp_path / "style.css" / "2-text.css").write_bytes(b"p {}\n")
    (tmp_path / "style.css" / "1-values.css").write_bytes(b":root {}\n")
    return tmp_path


def test_style_sheet_in_pieces_is_one_file(folder: Path) -> None:
    """The folder that is named like a style sheet counts as one file."""
    assert ["find.js", "icons/icon.svg", "style.css"] == static_names(folder)


def test_pieces_are_joined_in_the_order_of_their_names(folder: Path) -> None:
    """The pieces follow one another by name, whenever they were written."""
    assert b":root {}\n\np {}\n" == static_bytes(folder, "style.css")


def test_other_files_are_published_as_they_are(folder: Path) -> None:
    """A file keeps its bytes and its place below the folder of static files."""
    files = dict(static_files(folder, ["icons/icon.svg", "find.js"]))

    assert {"static/icons/icon.svg": b"<svg/>\n", "static/find.js": b"find()\n"} == files
