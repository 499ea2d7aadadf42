"""Missing files: those that the site cannot do without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]


def test_none(find: Find, make_code: Make) -> None:
    """A folder that has them all lacks nothing."""
    assert [] == find("missing-file", make_code(1000))


@pytest.mark.parametrize("name", ["site.yaml", "ranges.yaml", "libraries.yaml"])
def test_missing(find: Find, name: str) -> None:
    """Each file that every site needs is missed, with a reason."""
    ((place, message),) = find("missing-file", files={name: None})

    assert "" == place
    assert message.startswith("the file is missing; it ")


def test_unreadable(find: Find) -> None:
    """A file with faults is there."""
    assert [] == find("missing-file", files={"site.yaml": "name: ["})


def test_family(find: Find, make_code: Make) -> None:
    """A folder with codes needs a record of its family."""
    message = "the file is missing; it says who defines the codes of `lost`"

    assert [("", message)] == find("missing-file", files={"families/lost/4000.yaml": make_code(4000)})


def test_families(find: Find, make_code: Make) -> None:
    """Each such folder is missed once, in the order of their names."""
    files = {
        f"families/{family}/{number}.yaml": make_code(number) for family in "ba" for number in (4000, 4001)
    }

    assert ["`a`", "`b`"] == [message.split()[-1] for _, message in find("missing-file", files=files)]
