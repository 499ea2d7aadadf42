"""Modelines: the first line of a record names its schema, and is written where it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.check.fixing import fix_content
from closecodes.check.parsing import MODELS, Records
from closecodes.check.rules import RULES
from closecodes.load import load_content


Find = Callable[..., list[tuple[str, str]]]
Write = Callable[..., Path]

_LINE = "# yaml-language-server: $schema=../schema/libraries.schema.json"


def _fixed(folder: Path) -> str:
    return dict(fix_content(load_content(folder), ("en", "fr")))["content/libraries.yaml"]


def test_there(find: Find) -> None:
    """A record whose first line names its schema is in order."""
    assert [] == find("modeline", files={"libraries.yaml": f"{_LINE}\nlibraries: []\n"})


@pytest.mark.parametrize(
    "head",
    [
        "",
        "# The libraries.\n",
        f"# The libraries.\n{_LINE}\n",
        "# yaml-language-server: $schema=../schema/ranges.schema.json\n",
        "# yaml-language-server: $schema=../../schema/libraries.schema.json\n",
    ],
    ids=["none", "comment", "second", "other kind", "other folder"],
)
def test_wrong(find: Find, head: str) -> None:
    """A line that is missing, late, or leads elsewhere is found, and the message holds the right one."""
    (found,) = find("modeline", files={"libraries.yaml": f"{head}libraries: []\n"})

    assert ("", f"the first line does not name the schema; run `check --fix`, or write `{_LINE}`") == found


@pytest.mark.parametrize(
    ("name", "text"),
    [("pages/about.en.md", "# About\n"), ("libraries.yaml", "libraries: [\n"), ("libraries.yaml", "")],
    ids=["prose", "broken", "empty"],
)
def test_none_needed(find: Find, name: str, text: str) -> None:
    """Prose has no schema, and a file that cannot be read has other troubles."""
    assert [] == find("modeline", files={name: text})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("libraries: []\n", f"{_LINE}\nlibraries: []\n"),
        ("# The libraries.\nlibraries: []\n", f"{_LINE}\n# The libraries.\nlibraries: []\n"),
        ("# yaml-language-server: $schema=x.json\nlibraries: []\n", f"{_LINE}\nlibraries: []\n"),
        (f"# Ours.\n{_LINE}\nlibraries: []\n", f"{_LINE}\n# Ours.\nlibraries: []\n"),
    ],
    ids=["none", "comment", "wrong", "second"],
)
def test_fix(write_content: Write, before: str, after: str) -> None:
    """`check --fix` writes the line on top, in the place of a wrong one, and touches nothing else."""
    assert after == _fixed(write_content(files={"libraries.yaml": before}))


def test_fix_again(write_content: Write) -> None:
    """What was mended needs no mending."""
    folder = write_content(files={"libraries.yaml": "libraries: []\n"})
    text = _fixed(folder)
    write_content(files={"libraries.yaml": text})

    assert "content/libraries.yaml" not in dict(fix_content(load_content(folder), ("en", "fr")))


def test_repository(repository: Path) -> None:
    """Every record of the site has its line, and the schema is there."""
    content = load_content(repository / "content", shown_from=repository)
    found = RULES["modeline"].check(Records(content, ("en", "fr")))

    assert [] == [finding.document.path for finding in found]
    assert [] == [kind for kind in MODELS if not (repository / f"schema/{kind}.schema.json").is_file()]
