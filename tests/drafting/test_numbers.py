"""Tests of the numbers that a family can use."""

from __future__ import annotations

import pytest

from closecodes.drafting.numbers import Numbers


class TestFault:
    """Tests of numbers that are refused."""

    @pytest.mark.parametrize("number", [4002, 4004, 4005, 1000, 4999])
    def test_possible(self, numbers: Numbers, number: int) -> None:
        """A number without a record is possible, also outside of the family's range: lists grow."""
        assert numbers.fault("acme", number) is None

    def test_taken(self, numbers: Numbers) -> None:
        """The record that is there is named, and the nearest numbers without one."""
        assert (
            "acme-4001 “Kicked” already has a record, acme/4001.yaml; correct it there; "
            "numbers near it without a record: 4002, 4003, 4004" == numbers.fault("acme", 4001)
        )

    @pytest.mark.parametrize(
        ("number", "reason"),
        [
            (404, "404 cannot be used: 0 to 999 are set aside (RFC 6455, section 7.4.2)"),
            (5000, "5000 cannot be used: above 4999 nothing is defined (RFC 6455, section 7.4.2)"),
            (70_000, "70000 is no close code: the field has 16 bits, so it holds 0 to 65535"),
            (-1, "-1 is no close code: the field has 16 bits, so it holds 0 to 65535"),
        ],
    )
    def test_impossible(self, numbers: Numbers, number: int, reason: str) -> None:
        """A number that nobody can use is refused with the reason."""
        assert (numbers.fault("acme", number) or "").startswith(
            f"{reason}; numbers near it without a record: "
        )

    def test_private(self, numbers: Numbers) -> None:
        """Private numbers cannot be registered; the way to a vendor's record is shown."""
        fault = numbers.fault("websocket", 4015)

        assert fault is not None
        assert "4015 cannot be registered: 4000 to 4999 are for private agreements" in fault
        assert fault.endswith("as in `closecodes new discord 4015`")

    def test_registered(self, numbers: Numbers) -> None:
        """For the registry no other number is proposed: it is not ours to give out."""
        assert (numbers.fault("websocket", 1008) or "").endswith("correct it there")

    @pytest.mark.parametrize("answer", ["ten", "4 000", "1e3", ""])
    def test_no_number(self, numbers: Numbers, answer: str) -> None:
        """What is no number is refused."""
        assert f"`{answer}` is no number; close codes are numbers from 1000 to 4999" == numbers.answer_fault(
            "acme", answer
        )


class TestFree:
    """Tests of the numbers that are proposed."""

    def test_nearest(self, numbers: Numbers) -> None:
        """The nearest ones are proposed, lowest first, private ones beside private ones."""
        assert [4002, 4003, 4004] == numbers.free("acme", 4000)
        assert [4997, 4998, 4999] == numbers.free("acme", 5000)

    def test_range(self, numbers: Numbers) -> None:
        """Beside other numbers, those of the family's range are proposed."""
        assert [1008, 1009, 1010] == numbers.free("other", 404)

    def test_outside(self, numbers: Numbers) -> None:
        """A number that the family's record does not expect is outside."""
        assert numbers.outside("acme", 4005)
        assert not numbers.outside("acme", 4004)


class TestNotes:
    """Tests of what is said before a record is written."""

    def test_elsewhere(self, numbers: Numbers) -> None:
        """The same number elsewhere is named, with what it means there."""
        assert ["4001 exists in 2 other families: Acme (Kicked), Other (Restart)."] == list(
            numbers.notes("third", 4001)
        )

    def test_registered(self, numbers: Numbers) -> None:
        """A vendor is told that a number is registered."""
        first, second = numbers.notes("acme", 1008)

        assert "1008 exists in one other family: Websocket (Policy Violation)." == first
        assert "1008 is registered: write a record only if acme gives it a meaning of its own." == second

    def test_never_sent(self, numbers: Numbers) -> None:
        """A vendor is told that a number may not be sent."""
        *_, note = numbers.notes("acme", 1006)

        assert (
            "1006 may not stand in a Close frame (RFC 6455, section 7.4.1): who sends it breaks the rule."
            == note
        )

    def test_protocol(self, numbers: Numbers) -> None:
        """A vendor is told that a number is the protocol's own."""
        (note,) = numbers.notes("acme", 2010)

        assert note.startswith("2010 is in the protocol's own range, 1000–2999, and nobody registered it")

    def test_registry(self, numbers: Numbers) -> None:
        """Who adds a registered code is led to the registry."""
        (note,) = numbers.notes("websocket", 1016)

        assert note.startswith(
            "A code of this family stands in the registry; see that 1016 does: https://www.iana"
        )

    def test_nothing(self, numbers: Numbers) -> None:
        """Of a private number that nobody else has, nothing need be said."""
        assert [] == list(numbers.notes("acme", 4002))


class TestNames:
    """Tests of names of families and codes."""

    def test_family(self, numbers: Numbers) -> None:
        """A family that is not there is refused with the nearest name and the way to a new one."""
        assert numbers.family_fault("acme") is None
        assert (
            "no family is called `acne`; did you mean `acme`? `closecodes new family acne` makes a new one"
            == numbers.family_fault("acne")
        )

    @pytest.mark.parametrize("name", ["Acme", "acme inc", "4000", "a--b", "-a", "../a"])
    def test_no_name(self, numbers: Numbers, name: str) -> None:
        """What cannot be the name of a folder is refused."""
        assert "is no name of a family" in (numbers.new_family_fault(name) or "")

    def test_new_family(self, numbers: Numbers) -> None:
        """A family that is there is no new one."""
        assert numbers.new_family_fault("third") is None
        assert "the family `acme` already has a record" in (numbers.new_family_fault("acme") or "")

    def test_id(self, numbers: Numbers) -> None:
        """An id that names no code is refused; a bare number is answered with the codes that have it."""
        assert numbers.id_fault("acme-4001") is None
        assert "no code is called `4001`; did you mean `acme-4001` or `other-4001`?" == numbers.id_fault(
            "4001"
        )
        assert "no code is called `acme-4010`; did you mean `acme-4000`?" == numbers.id_fault("acme-4010")
