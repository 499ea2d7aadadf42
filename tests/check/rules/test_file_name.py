"""File names: they say what is in the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


class TestCodes:
    """`families/<family>/<number>.yaml`."""

    def test_right(self, find: Find, make_code: Make) -> None:
        """A file called after its number is right."""
        assert [] == find("file-name", make_code(1000))

    @pytest.mark.parametrize("name", ["1001", "01000", "1000-copy", "code"])
    def test_wrong(self, find: Find, make_code: Make, name: str) -> None:
        """A file with any other name is told where its code belongs."""
        files = {f"families/websocket/{name}.yaml": make_code(1000)}
        message = f"the file is called {name}.yaml; code 1000 belongs into 1000.yaml"

        assert [("code", message)] == find("file-name", files=files)

    def test_two_endings(self, find: Find, make_code: Make) -> None:
        """A name with something between number and ending is wrong, too."""
        files = {"families/websocket/1000.old.yaml": make_code(1000)}

        assert ["code"] == [place for place, _ in find("file-name", files=files)]


class TestFamilies:
    """`families/<family>/family.yaml`."""

    def test_wrong(self, find: Find, make_family: Make) -> None:
        """The id of a family is the name of its folder."""
        files = {"families/discord/family.yaml": make_family("dicsord")}

        assert [("id", "the folder is called discord; the id must be the same")] == find(
            "file-name", files=files
        )


class TestComparisons:
    """`comparisons/<a>-<b>.yaml`."""

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("1000", "1012"),
            ("1008", "discord-4004"),
            ("discord-4004", "discord-4014"),
            ("a-4000", "b-4000"),
            ("999", "1000"),
        ],
    )
    def test_right(self, find: Find, make_comparison: Make, first: str, second: str) -> None:
        """The registered code comes first, then the lower number, then the family's name."""
        files = {f"comparisons/{first}-{second}.yaml": make_comparison(first, second)}

        assert [] == find("file-name", files=files)

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("1012", "1000"),
            ("discord-4004", "1008"),
            ("discord-4014", "discord-4004"),
            ("b-4000", "a-4000"),
            ("1000", "999"),
        ],
    )
    def test_order(self, find: Find, make_comparison: Make, first: str, second: str) -> None:
        """Any other order is refused, even where the file is called after it."""
        files = {f"comparisons/{first}-{second}.yaml": make_comparison(first, second)}
        message = f"the order of the page is {second}, {first}: registered first, then the lower number"

        assert [("codes", message)] == find("file-name", files=files)

    def test_name(self, find: Find, make_comparison: Make) -> None:
        """The file is called after the two codes."""
        files = {"comparisons/1000-1013.yaml": make_comparison("1000", "1012")}
        message = "the file is called 1000-1013.yaml; this pair belongs into 1000-1012.yaml"

        assert [("codes", message)] == find("file-name", files=files)
