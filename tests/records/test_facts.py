"""Facts: which can be true together, and which words they take."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pydantic import ValidationError

from closecodes.records import Facts, RetryDelay, SentBy


_FACTS = {
    "sent_by": "server",
    "on_the_wire": True,
    "subject": "restart",
    "kind": "planned",
    "fault": "none",
    "retry": "delayed",
    "specified_in": "registry",
}


@pytest.fixture(name="fault_of")
def _fault_of() -> Callable[..., str]:
    """Return a function that gives the only fault of facts with the changes named."""

    def fault_of(**changes: object) -> str:
        with pytest.raises(ValidationError) as caught:
            Facts.model_validate({**_FACTS, **changes}, strict=False)
        (error,) = caught.value.errors()
        return str(error["msg"])

    return fault_of


def _facts(**changes: object) -> Facts:
    return Facts.model_validate({**_FACTS, **changes}, strict=False)


class TestFacts:
    """What can be said of a code without words."""

    def test_least(self) -> None:
        """What is not always known is nothing unless given."""
        facts = _facts()

        assert (None, None, None, None) == (
            facts.reported_for,
            facts.retry_delay,
            facts.retry_address,
            facts.http_status,
        )

    @pytest.mark.parametrize("sender", ["client", "server", "either"])
    def test_sent(self, sender: str) -> None:
        """A code that may stand in a Close frame is sent by somebody."""
        assert SentBy(sender) is _facts(sent_by=sender).sent_by

    def test_sent_by_nobody(self, fault_of: Callable[..., str]) -> None:
        """A code that may stand in a Close frame is not sent by nobody."""
        assert fault_of(sent_by="nobody").startswith(
            "Value error, sent_by is nobody although on_the_wire is true; "
        )

    @pytest.mark.parametrize("sender", ["client", "server", "either"])
    def test_unsent_but_sent_by(self, fault_of: Callable[..., str], sender: str) -> None:
        """A code that may not stand in a Close frame is sent by nobody."""
        fault = fault_of(sent_by=sender, on_the_wire=False)

        assert fault.startswith(f"Value error, sent_by is {sender} although on_the_wire is false; ")

    @pytest.mark.parametrize("reason", ["empty-close", "no-close", "tls-failure"])
    def test_reported(self, reason: str) -> None:
        """A code that may not stand in a Close frame may be reported by a library."""
        assert reason == _facts(sent_by="nobody", on_the_wire=False, reported_for=reason).reported_for

    def test_reserved(self) -> None:
        """A code may be neither sent nor reported."""
        assert _facts(sent_by="nobody", on_the_wire=False).reported_for is None

    def test_sent_and_reported(self, fault_of: Callable[..., str]) -> None:
        """A code that is sent is not also one that only libraries report."""
        fault = fault_of(reported_for="no-close")

        assert fault.startswith("Value error, reported_for is no-close although on_the_wire is true")

    @pytest.mark.parametrize("status", [100, 599])
    def test_http_status(self, status: int) -> None:
        """An HTTP status lies between 100 and 599, both included."""
        assert status == _facts(http_status=status).http_status

    @pytest.mark.parametrize(
        ("status", "bound"), [(99, "greater than or equal to 100"), (600, "less than or equal to 599")]
    )
    def test_no_http_status(self, fault_of: Callable[..., str], status: int, bound: str) -> None:
        """A number outside of these bounds is no HTTP status."""
        assert f"Input should be {bound}" == fault_of(http_status=status)

    @pytest.mark.parametrize(
        "name", ["sent_by", "subject", "kind", "fault", "retry", "retry_address", "specified_in"]
    )
    def test_words(self, fault_of: Callable[..., str], name: str) -> None:
        """A fact takes one of a few words, and says which."""
        assert re.match(r"Input should be '", fault_of(**{name: "whatever"}))

    def test_frozen(self) -> None:
        """Facts cannot be changed."""
        with pytest.raises(ValidationError, match="frozen"):
            _facts().on_the_wire = False  # type: ignore[misc]


class TestRetryDelay:
    """A published delay."""

    @pytest.mark.parametrize(("shortest", "longest"), [(5, 30), (0, 0), (86_400, 86_400)])
    def test_bounds(self, shortest: int, longest: int) -> None:
        """The bounds may be equal, and reach from nothing to a day."""
        delay = RetryDelay(min=shortest, max=longest)

        assert (shortest, longest, None, None) == (delay.min, delay.max, delay.growth, delay.source)

    def test_upside_down(self) -> None:
        """The shortest delay is not above the longest."""
        with pytest.raises(ValidationError, match="min 31 is above max 30; the shortest delay comes first"):
            RetryDelay(min=31, max=30)

    @pytest.mark.parametrize(("shortest", "longest", "field"), [(-1, 5, "min"), (0, 86_401, "max")])
    def test_out_of_bounds(self, shortest: int, longest: int, field: str) -> None:
        """A delay is neither before now nor longer than a day."""
        with pytest.raises(ValidationError) as caught:
            RetryDelay(min=shortest, max=longest)

        assert [(field,)] == [error["loc"] for error in caught.value.errors()]

    def test_growth(self) -> None:
        """A delay grows exponentially or not at all."""
        delay = RetryDelay.model_validate_json(
            '{"min": 0, "max": 5, "growth": "exponential", "source": "rfc6455-7.2.3"}'
        )

        assert ("exponential", "rfc6455-7.2.3") == (delay.growth, delay.source)
