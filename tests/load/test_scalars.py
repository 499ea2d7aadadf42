"""Plain scalars: what an unquoted word means, and which words not every reader agrees on."""

from __future__ import annotations

import datetime

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.load.scalars import Scalar, resolve_plain


class TestResolvePlain:
    """What an unquoted word means."""

    @pytest.mark.parametrize("text", ["", "~", "null"])
    def test_nothing(self, text: str) -> None:
        """Nothing is written as nothing, a tilde or null."""
        assert Scalar(None) == resolve_plain(text)

    @pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
    def test_truth(self, text: str, *, value: bool) -> None:
        """There are two words for what is true or false."""
        resolved = resolve_plain(text)

        assert value is resolved.value
        assert resolved.read_elsewhere_as is None

    @pytest.mark.parametrize(("text", "value"), [("0", 0), ("1012", 1012), ("-5", -5)])
    def test_integers(self, text: str, value: int) -> None:
        """Digits are a number."""
        resolved = resolve_plain(text)

        assert Scalar(value) == resolved
        assert isinstance(resolved.value, int)

    @pytest.mark.parametrize(("text", "value"), [("0.5", 0.5), ("-12.25", -12.25)])
    def test_decimals(self, text: str, value: float) -> None:
        """Digits on both sides of a point are a number."""
        assert Scalar(value) == resolve_plain(text)

    def test_date(self) -> None:
        """Year, month and day are a date."""
        assert Scalar(datetime.date(2026, 11, 22)) == resolve_plain("2026-11-22")

    def test_no_such_day(self) -> None:
        """A day that no calendar has is a text."""
        assert Scalar("2026-02-30") == resolve_plain("2026-02-30")

    @pytest.mark.parametrize(
        "text", ["server", "no code", "WebSocket", "1012 means", "à 5 s", "-", "=", "2026-11-2", "١"]
    )
    def test_texts(self, text: str) -> None:
        """Everything else is a text."""
        assert Scalar(text) == resolve_plain(text)

    @pytest.mark.parametrize("text", ["yes", "Yes", "no", "NO", "on", "Off", "True", "FALSE"])
    def test_truth_elsewhere(self, text: str) -> None:
        """A word that is true or false to readers of YAML 1.1 is a text that is warned of."""
        assert Scalar(text, "true or false") == resolve_plain(text)

    @pytest.mark.parametrize(
        "text",
        ["1_000", "0x10", "012", "+5", "1:30", "0b11", ".5", "5.", "1.5e+3", "-.inf", ".nan", "1:30.5"],
    )
    def test_number_elsewhere(self, text: str) -> None:
        """A word that is a number to readers of YAML 1.1 is a text that is warned of."""
        assert Scalar(text, "a number") == resolve_plain(text)

    @pytest.mark.parametrize("text", ["1e3", "0o17", "12e45678"])
    def test_number_in_yaml_1_2(self, text: str) -> None:
        """A word that is a number to readers of YAML 1.2 alone is warned of, too."""
        assert Scalar(text, "a number") == resolve_plain(text)

    @pytest.mark.parametrize("text", ["Null", "NULL"])
    def test_nothing_elsewhere(self, text: str) -> None:
        """A word that is nothing to other readers is a text that is warned of."""
        assert Scalar(text, "nothing") == resolve_plain(text)

    @settings(deadline=None, database=None)
    @given(st.integers())
    def test_any_integer(self, number: int) -> None:
        """A whole number reads back as itself."""
        assert Scalar(number) == resolve_plain(str(number))

    @settings(deadline=None, database=None)
    @given(st.dates())
    def test_any_date(self, day: datetime.date) -> None:
        """A date reads back as itself."""
        assert Scalar(day) == resolve_plain(day.isoformat())

    @settings(deadline=None, database=None)
    @given(st.text(max_size=50))
    def test_same_elsewhere(self, text: str) -> None:
        """What is a text here without a warning is a text, or a moment, to readers of YAML 1.1 as well."""
        resolved = resolve_plain(text)
        tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]

        if isinstance(resolved.value, str) and resolved.read_elsewhere_as is None:
            assert tag.rpartition(":")[2] in {"str", "timestamp", "merge", "value", "yaml"}
