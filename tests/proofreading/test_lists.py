"""Tests of the lists that people keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from closecodes.proofreading.lists import Accepted, read_accepted, read_words


ROOT = Path(__file__).parents[2]


def test_words(tmp_path: Path) -> None:
    """A list has one word or phrase on each line; comments and empty lines are left out."""
    path = tmp_path / "names.txt"
    path.write_text("# Names\n\nnginx\nLoad Balancer # of AWS\n", encoding="utf-8")

    assert {"nginx": 3, "Load Balancer": 4} == read_words(path, "names.txt").words


def test_no_list(tmp_path: Path) -> None:
    """A project without lists accepts nothing."""
    assert ({}, Accepted()) == (read_words(tmp_path / "x", "x").words, read_accepted(tmp_path / "y", "y"))


@pytest.mark.parametrize(
    ("start", "expected"),
    [(0, None), (12, "faits maison"), (18, "faits maison"), (24, None), (28, "clients")],
)
def test_covers(start: int, expected: str | None) -> None:
    """A phrase accepts what is found inside it, wherever it stands, and nothing else."""
    accepted = Accepted(phrases={"faits maison": 3, "clients": 4})

    assert expected == accepted.covers("Les clients faits maison et clients", start)


def test_accepted(tmp_path: Path) -> None:
    """Rules and phrases are read, the phrases with their lines."""
    path = tmp_path / "grammar.fr.yaml"
    path.write_text("rules_off: [g1]\n\nphrases:\n  - faits maison\n", encoding="utf-8")

    accepted = read_accepted(path, "grammar.fr.yaml")

    assert (("g1",), {"faits maison": 4}) == (accepted.rules_off, accepted.phrases)


@pytest.mark.parametrize("name", ["names.txt", "words.en.txt", "words.fr.txt"])
def test_nothing_twice(name: str) -> None:
    """No list of this project names a word twice."""
    lines = ROOT.joinpath("proofreading", name).read_text(encoding="utf-8").splitlines()
    words = [line.partition("#")[0].strip() for line in lines]

    assert sorted(filter(None, words)) == sorted({*filter(None, words)})
