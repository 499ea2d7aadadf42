"""Documents: which files are read, and what kind of record each holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from closecodes.load import Content, Document, Kind, Marks, load_again, load_content
from closecodes.load.strict_yaml import YamlProblem


def _write(folder: Path, name: str, data: bytes = b"a: 1\n") -> Path:
    path = folder / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return folder / "content"


def _only(content: Content) -> Document:
    (document,) = content.documents
    return document


class TestLoadContent:
    """The files of a content folder, read."""

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("families/websocket/1012.yaml", Kind.CODE),
            ("families/websocket/family.yaml", Kind.FAMILY),
            ("comparisons/1000-1012.yaml", Kind.COMPARISON),
            ("ranges.yaml", Kind.RANGES),
            ("libraries.yaml", Kind.LIBRARIES),
            ("site.yaml", Kind.SITE),
            ("pages/about.en.md", Kind.PAGE),
            ("families/websocket/1012.yml", Kind.UNKNOWN),
            ("families/websocket/deeper/1012.yaml", Kind.UNKNOWN),
            ("families/1012.yaml", Kind.UNKNOWN),
            ("comparisons/deeper/1000-1012.yaml", Kind.UNKNOWN),
            ("comparisons/1000-1012.md", Kind.UNKNOWN),
            ("pages/about.yaml", Kind.UNKNOWN),
            ("pages/deeper/about.en.md", Kind.UNKNOWN),
            ("other.yaml", Kind.UNKNOWN),
            ("deeper/site.yaml", Kind.UNKNOWN),
            ("README.md", Kind.UNKNOWN),
        ],
    )
    def test_kind(self, tmp_path: Path, name: str, kind: Kind) -> None:
        """Where a file stands says what it holds."""
        assert kind is _only(load_content(_write(tmp_path, name))).kind

    def test_others(self, tmp_path: Path) -> None:
        """Files that are neither YAML nor Markdown are not read, nor are folders."""
        folder = _write(tmp_path, "LICENSE")
        _write(tmp_path, "families/websocket/1012.yaml~")
        (folder / "folder.yaml").mkdir()

        assert () == load_content(folder).documents

    def test_order(self, tmp_path: Path) -> None:
        """Documents stand in the order of their paths."""
        for name in ("site.yaml", "families/b/1.yaml", "families/a/2.yaml", "comparisons/1-2.yaml"):
            folder = _write(tmp_path, name)

        assert [
            "content/comparisons/1-2.yaml",
            "content/families/a/2.yaml",
            "content/families/b/1.yaml",
            "content/site.yaml",
        ] == [document.path for document in load_content(folder).documents]

    def test_value(self, tmp_path: Path) -> None:
        """A document holds the value, the text and the places of its file."""
        document = _only(load_content(_write(tmp_path, "site.yaml", b"# c\nname: x\n")))

        assert {"name": "x"} == document.value
        assert "# c\nname: x\n" == document.text
        assert (2, 7) == document.marks.value(("name",))
        assert () == document.problems

    def test_problems(self, tmp_path: Path) -> None:
        """A file that cannot be read as YAML becomes a document with its problems."""
        document = _only(load_content(_write(tmp_path, "site.yaml", b"")))

        assert document.value is None
        assert ["yaml-empty"] == [problem.rule for problem in document.problems]

    def test_shown_from(self, tmp_path: Path) -> None:
        """Paths are shown relative to the folder asked for."""
        folder = _write(tmp_path / "project", "site.yaml")

        assert "project/content/site.yaml" == _only(load_content(folder, shown_from=tmp_path)).path

    def test_shown_from_elsewhere(self, tmp_path: Path) -> None:
        """Paths outside of that folder are shown whole."""
        folder = _write(tmp_path, "site.yaml")

        document = _only(load_content(folder, shown_from=tmp_path / "elsewhere"))

        assert (folder / "site.yaml").as_posix() == document.path

    def test_no_folder(self, tmp_path: Path) -> None:
        """A folder that is not there holds nothing."""
        assert () == load_content(tmp_path / "nowhere").documents


class TestProse:
    """Markdown files."""

    def test_text(self, tmp_path: Path) -> None:
        """Prose is its text, with neither YAML nor places."""
        document = _only(load_content(_write(tmp_path, "pages/about.en.md", b"# About\n\n\tcode: [\n")))

        assert (
            Document("content/pages/about.en.md", Kind.PAGE, document.text, Marks(), document.text)
            == document
        )
        assert "# About\n\n\tcode: [\n" == document.text

    def test_empty(self, tmp_path: Path) -> None:
        """An empty page has no value, and no problem."""
        document = _only(load_content(_write(tmp_path, "pages/about.en.md", b"")))

        assert (None, "", ()) == (document.value, document.text, document.problems)

    def test_byte_order_mark(self, tmp_path: Path) -> None:
        """A byte order mark is no part of the text."""
        assert (
            "# About\n"
            == _only(load_content(_write(tmp_path, "pages/a.en.md", b"\xef\xbb\xbf# About\n"))).text
        )

    def test_encoding(self, tmp_path: Path) -> None:
        """Prose that is not UTF-8 has that problem, and no text."""
        document = _only(load_content(_write(tmp_path, "pages/about.fr.md", b"# \xc0 propos\n")))
        problem = YamlProblem("yaml-encoding", (1, 3), "byte 0xc0 is not UTF-8; save the file as UTF-8")

        assert (None, "", (problem,)) == (document.value, document.text, document.problems)


class TestDocument:
    """What the path of a document says."""

    @pytest.fixture(name="document")
    def _document(self) -> Document:
        return Document("content/families/websocket/1012.yaml", Kind.CODE, {}, Marks(), "")

    def test_stem(self, document: Document) -> None:
        """The stem is the name of the file without its ending."""
        assert "1012" == document.stem

    def test_folder(self, document: Document) -> None:
        """The folder is the one that the file stands in."""
        assert "websocket" == document.folder

    def test_top(self) -> None:
        """A file that stands in no folder has no folder."""
        document = Document("site.yaml", Kind.SITE, {}, Marks(), "")

        assert ("site", "") == (document.stem, document.folder)


class TestContent:
    """All documents together."""

    @pytest.fixture(name="content")
    def _content(self) -> Content:
        return Content(
            (
                Document("a.yaml", Kind.CODE, {}, Marks(), "one\ntwo\n"),
                Document("b.yaml", Kind.SITE, {}, Marks(), ""),
                Document("c.yaml", Kind.CODE, {}, Marks(), "three"),
            )
        )

    def test_of_kind(self, content: Content) -> None:
        """The documents of a kind are found in their order."""
        assert ["a.yaml", "c.yaml"] == [document.path for document in content.of_kind(Kind.CODE)]

    def test_lines(self, content: Content) -> None:
        """The lines of each file are found by its path."""
        assert {"a.yaml": ["one", "two"], "b.yaml": [], "c.yaml": ["three"]} == content.lines()


class TestLoadAgain:
    """A content folder of which some files have changed since it was read."""

    def test_changes(self, tmp_path: Path) -> None:
        """What changed, came and went is as if the whole folder were read; all else is the same document."""
        for name in ("site.yaml", "ranges.yaml", "families/websocket/1000.yaml"):
            _write(tmp_path, name)
        content = load_content(tmp_path / "content")
        folder = _write(tmp_path, "ranges.yaml", b"a: 2\n")
        _write(tmp_path, "families/websocket/1001.yaml")
        (folder / "families/websocket/1000.yaml").unlink()
        names = ("ranges.yaml", "families/websocket/1000.yaml", "families/websocket/1001.yaml")

        again = load_again(content, folder, [folder / name for name in names])

        assert load_content(folder) == again
        assert content.documents[-1] is again.documents[-1]

    def test_other_files(self, tmp_path: Path) -> None:
        """A file that is no content changes nothing."""
        content = load_content(_write(tmp_path, "site.yaml"))
        folder = _write(tmp_path, "notes.txt")

        assert content == load_again(content, folder, [folder / "notes.txt"])
