"""References: what a record refers to exists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


Find = Callable[..., list[tuple[str, str]]]
Make = Callable[..., dict[str, Any]]

_URL = "https://example.org/"


def _source(id_: str, *supports: str) -> dict[str, object]:
    return {"id": id_, "url": _URL, "verified": True, "supports": list(supports)}


class TestCodes:
    """Codes that records name."""

    def test_known(self, find: Find, make_code: Make, make_family: Make) -> None:
        """A code is known by its number, one of another family by both names."""
        files = {
            "families/other/family.yaml": make_family("other"),
            "families/other/4000.yaml": make_code(4000),
        }

        assert [] == find("unknown-reference", make_code(1000, see_also=["1000", "other-4000"]), files=files)

    def test_unknown(self, find: Find, make_code: Make) -> None:
        """A code without a record is refused, and the nearest asked for."""
        code = make_code(1000, see_also=["1000", "1100"])

        assert [("see_also.1", "no code is called `1100`; did you mean `1000`?")] == find(
            "unknown-reference", code
        )

    def test_without_guess(self, find: Find, make_code: Make) -> None:
        """Where no code is close, all are named if they are few."""
        found = find("unknown-reference", make_code(1000, see_also=["discord-4014"]))

        assert [("see_also.0", "no code is called `discord-4014`; expected `1000`")] == found

    @pytest.mark.parametrize("text", ["code: 1001\n", "code: [\n", "\tcode: 1001\n", ""])
    def test_faulty(self, find: Find, make_code: Make, text: str) -> None:
        """A code whose file has faults of its own is there all the same."""
        files = {"families/websocket/1001.yaml": text}

        assert [] == find("unknown-reference", make_code(1000, see_also=["1001"]), files=files)

    def test_comparison(self, find: Find, make_code: Make, make_comparison: Make) -> None:
        """A comparison names codes that there are."""
        files = {"comparisons/1000-4999.yaml": make_comparison("1000", "4999")}

        assert [("codes.1", "no code is called `4999`; expected `1000`")] == find(
            "unknown-reference", make_code(1000), files=files
        )


class TestSources:
    """Sources that statements cite."""

    def test_known(self, find: Find, make_code: Make) -> None:
        """A statement cites a source of its record."""
        code = make_code(1000, pitfalls=[{"en": "A.", "sources": ["manual"]}])

        assert [] == find("unknown-reference", code)

    @pytest.mark.parametrize("name", ["causes", "pitfalls", "reasons"])
    def test_unknown(self, find: Find, make_code: Make, name: str) -> None:
        """Any other source is refused at its place in the list."""
        item = {"text": "bye", "by": "Somebody"} if name == "reasons" else {"en": "x"}
        code = make_code(1000, **{name: [item, {**item, "sources": ["manual", "manuel"]}]})

        assert [(f"{name}.1.sources.1", "no source is called `manuel`; did you mean `manual`?")] == find(
            "unknown-reference", code
        )

    def test_delay(self, find: Find, make_code: Make) -> None:
        """A delay cites a source of its record."""
        code = make_code(1000, facts__retry_delay={"min": 0, "max": 5, "source": "rfc"})

        assert [("facts.retry_delay.source", "no source is called `rfc`; expected `manual`")] == find(
            "unknown-reference", code
        )


class TestSupports:
    """What sources say they support."""

    @pytest.mark.parametrize(
        "name", ["name", "causes", "pitfalls", "constants", "retry_delay", "http_status", "instead"]
    )
    def test_code(self, find: Find, make_code: Make, name: str) -> None:
        """A source of a code supports its name, facts, texts, statements and constants."""
        assert [] == find("unknown-reference", make_code(1000, sources=[_source("manual", name)]))

    def test_unknown(self, find: Find, make_code: Make) -> None:
        """Anything else is refused at its place in the list."""
        code = make_code(1000, sources=[_source("manual"), _source("other", "name", "difference")])
        ((place, message),) = find("unknown-reference", code)

        assert "sources.1.supports.1" == place
        assert message.startswith("no fact or text is called `difference`")

    def test_family(self, find: Find, make_family: Make) -> None:
        """A source of a family supports its name and texts, not what only codes have."""
        family = make_family("websocket", sources=[_source("manual", "name", "description", "retry")])
        found = find("unknown-reference", files={"families/websocket/family.yaml": family})

        message = (
            "no fact or text is called `retry`; expected `defined_by`, `description`, `name` or `reconnect`"
        )
        assert [("sources.0.supports.2", message)] == found

    def test_comparison(self, find: Find, make_code: Make, make_comparison: Make) -> None:
        """A source of a comparison supports its texts."""
        comparison = make_comparison("1000", "1001", sources=[_source("manual", "tell", "teel")])
        found = find(
            "unknown-reference",
            make_code(1000),
            make_code(1001),
            files={"comparisons/1000-1001.yaml": comparison},
        )

        assert [("sources.0.supports.1", "no fact or text is called `teel`; did you mean `tell`?")] == found


class TestLibraries:
    """Libraries that constants are of."""

    def test_known(self, find: Find, make_code: Make) -> None:
        """A constant is of a library of libraries.yaml."""
        assert [] == find("unknown-reference", make_code(1000, constants={"tungstenite": "Normal"}))

    def test_unknown(self, find: Find, make_code: Make) -> None:
        """Any other library is refused."""
        code = make_code(1000, constants={"tungstenite": "Normal", "tungsten": "Normal"})
        message = "no library is called `tungsten`; did you mean `tungstenite`?"

        assert [("constants.tungsten", message)] == find("unknown-reference", code)

    @pytest.mark.parametrize("text", [None, "libraries: [\n", "librries: []\n"])
    def test_unreadable(self, find: Find, make_code: Make, text: str | None) -> None:
        """Where libraries.yaml cannot be read, no constant is accused."""
        code = make_code(1000, constants={"tungstenite": "Normal"})

        assert [] == find("unknown-reference", code, files={"libraries.yaml": text})


class TestChanges:
    """Pages that a change names."""

    def test_unknown(self, find: Find, make_code: Make) -> None:
        """A page that is not there is refused, whatever its kind."""
        change = {"id": "one", "date": "2026-11-28", "text": {"en": "New."}}
        names = ["code:1000", "code:1100", "compare:1000/1100", "family:other", "guide:lost"]
        changes = {"changes": [{**change, "pages": names}]}

        found = find("unknown-reference", make_code(1000), files={"changes.yaml": changes})

        assert [
            ("changes.0.pages.1", "no code is called `1100`; did you mean `1000`?"),
            ("changes.0.pages.2", "no code is called `1100`; did you mean `1000`?"),
            ("changes.0.pages.3", "no family is called `other`"),
            ("changes.0.pages.4", "no guide is called `lost`"),
        ] == found
