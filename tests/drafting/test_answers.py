"""Tests of answers that are not plain text."""

from __future__ import annotations

import pytest

from closecodes.drafting.answers import bounds_of, delay_fault, flag_fault, flag_of, range_fault


@pytest.mark.parametrize(
    ("answer", "bounds"),
    [("5-30", (5, 30)), (" 5 – 30 ", (5, 30)), ("5 to 30", (5, 30)), ("5", (5, 5)), ("5-", None), ("", None)],
)
def test_bounds(answer: str, bounds: tuple[int, int] | None) -> None:
    """Bounds are written with a hyphen, a dash or a word; one number is both."""
    assert bounds == bounds_of(answer)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("5-30", None),
        ("soon", "`soon` is no delay in seconds; write 5-30, or 5 if it is always the same"),
        ("30-5", "30 is above 5; the lower one comes first"),
        ("1-90000", "90000 seconds are more than a day"),
    ],
)
def test_delay(answer: str, fault: str | None) -> None:
    """A delay has its bounds in order and is at most a day."""
    assert fault == delay_fault(answer)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("4000-4014", None),
        ("all", "`all` is no range of numbers; write 4000-4014"),
        ("4014-4000", "4014 is above 4000; the lower one comes first"),
        ("999-4000", "close codes are 1000 to 4999 (RFC 6455, section 7.4.2)"),
        ("4000-5000", "close codes are 1000 to 4999 (RFC 6455, section 7.4.2)"),
    ],
)
def test_range(answer: str, fault: str | None) -> None:
    """A range lies among the numbers that close codes can have."""
    assert fault == range_fault(answer)


@pytest.mark.parametrize(("answer", "flag"), [("yes", True), ("Y", True), ("no", False), ("perhaps", None)])
def test_flag(answer: str, flag: bool | None) -> None:  # noqa: FBT001 - the value itself
    """Yes and no may be shortened."""
    assert flag is flag_of(answer)
    assert (flag_fault(answer) is None) is (flag is not None)
