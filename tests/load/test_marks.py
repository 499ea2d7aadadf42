"""Marks: where a value of a file stands, or what is nearest to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closecodes.load.marks import Mark, Marks


@pytest.fixture(name="marks")
def _marks() -> Marks:
    """Return the marks of a mapping in a mapping."""
    return Marks.of(
        [
            ((), Mark(value=(2, 1), key=(2, 1))),
            (("facts",), Mark(value=(4, 3), key=(3, 1))),
            (("facts", "retry"), Mark(value=(4, 10), key=(4, 3))),
        ]
    )


class TestValue:
    """Where a value begins."""

    def test_known(self, marks: Marks) -> None:
        """A value has its own place."""
        assert (4, 10) == marks.value(("facts", "retry"))

    def test_unknown(self, marks: Marks) -> None:
        """A value that is not there has the place of the value it would stand in."""
        assert (4, 3) == marks.value(("facts", "kind"))

    def test_far(self, marks: Marks) -> None:
        """What stands in something that is not there has the place of the nearest value around both."""
        assert (2, 1) == marks.value(("causes", 0, "en"))

    def test_no_marks(self) -> None:
        """Without any marks, everything is at the beginning of the file."""
        assert (1, 1) == Marks().value(("facts",))


class TestKey:
    """Where the key of a value stands."""

    def test_known(self, marks: Marks) -> None:
        """A value is pointed at by its key."""
        assert (3, 1) == marks.key(("facts",))

    def test_unknown(self, marks: Marks) -> None:
        """A value that is not there has no key; the value it would stand in is pointed at."""
        assert (4, 3) == marks.key(("facts", "kind"))

    def test_no_marks(self) -> None:
        """Without any marks, everything is at the beginning of the file."""
        assert (1, 1) == Marks().key(())


@given(st.lists(st.integers(min_value=1, max_value=10**9 - 1), min_size=4, max_size=4))
def test_packed(numbers: list[int]) -> None:
    """However long the file and its lines, a mark is kept as it was."""
    value_line, value_column, key_line, key_column = numbers
    mark = Mark((value_line, value_column), (key_line, key_column))

    assert [(("facts",), mark)] == list(Marks.of([(("facts",), mark)]).items())
