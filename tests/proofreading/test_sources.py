"""Tests of the texts of the sources."""

from __future__ import annotations

from pathlib import Path

from closecodes import inspecting
from closecodes.problems import Place
from closecodes.project import find_project
from closecodes.proofreading.sources import pieces_of_catalogues, pieces_of_documents, pieces_of_records


def test_records(small_project: Path) -> None:
    """Every text of a record is read, with the place of each of its signs."""
    project = find_project(small_project, small_project)
    checked = inspecting.check_project(project, inspecting.load_project(project), strict=False)

    pieces = list(pieces_of_records(checked.records))

    (found,) = [piece for piece in pieces if piece.text == "Regardez 1000."]
    source = (small_project / "content/families/websocket/1000.yaml").read_text(encoding="utf-8").splitlines()
    place = found.place(9)
    assert ("fr", "content/families/websocket/1000.yaml") == (found.language, place.path)
    assert source[place.line - 1][place.column - 1 :].startswith("1000.")
    assert {"About", "À propos"} <= {piece.text for piece in pieces}


def test_catalogues(tmp_path: Path) -> None:
    """Messages are read in both languages, plural forms too, and what the page fills in is hidden."""
    folder = tmp_path / "locales" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    folder.joinpath("messages.po").write_text(
        'msgid "%(num)s code"\nmsgid_plural "%(num)s codes"\nmsgstr[0] "un code"\nmsgstr[1] "des codes"\n\n'
        'msgid "Close"\nmsgstr "Fermer"\n',
        encoding="utf-8",
    )

    pieces = list(pieces_of_catalogues(tmp_path / "locales", tmp_path))

    assert {
        ("en", "code"),
        ("en", "codes"),
        ("fr", "un code"),
        ("fr", "des codes"),
        ("en", "Close"),
        ("fr", "Fermer"),
    } == {(piece.language, piece.text.strip("\ue000 ")) for piece in pieces}
    assert Place("locales/fr/LC_MESSAGES/messages.po", 6) in {piece.place(0) for piece in pieces}


def test_documents(tmp_path: Path) -> None:
    """Documents are read in the language of their name; those that are generated are not."""
    for name, text in {
        "README.md": "Read\n\n    code ;\n\nme",
        "README.fr.md": "Lisez",
        "docs/rules.md": "no",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    found = [(piece.language, piece.text, piece.place(0)) for piece in pieces_of_documents(tmp_path)]

    assert [
        ("fr", "Lisez", Place("README.fr.md")),
        ("en", "Read", Place("README.md")),
        ("en", "me", Place("README.md", 5)),
    ] == found
