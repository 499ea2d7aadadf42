"""Tests of the facts that comparisons look at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from closecodes.compare import FACTS, FACTS_BY_NAME, Value
from closecodes.model import CloseCode


MakeCode = Callable[..., CloseCode]

LOCAL = {"on_the_wire": False, "sent_by": "nobody"}
EMPTY, LOST, TLS = (
    {**LOCAL, "reported_for": reason} for reason in ("empty-close", "no-close", "tls-failure")
)


def test_order() -> None:
    """The facts come in the order of what matters to someone who must tell two codes apart."""
    assert [
        "origin",
        "subject",
        "retry",
        "sent_by",
        "fault",
        "kind",
        "clean",
        "phase",
        "browser",
        "http_status",
        "range",
        "specified_in",
    ] == [fact.name for fact in FACTS]


def test_by_name() -> None:
    """Every fact is found by its name."""
    assert {fact.name: fact for fact in FACTS} == FACTS_BY_NAME


@pytest.mark.parametrize(
    ("name", "facts", "expected"),
    [
        ("origin", {}, "frame"),
        ("origin", EMPTY, "empty-close"),
        ("origin", LOST, "no-close"),
        ("origin", TLS, "tls-failure"),
        ("origin", LOCAL, "nowhere"),
        ("subject", {"subject": "restart"}, "restart"),
        ("sent_by", {"sent_by": "client"}, "client"),
        ("sent_by", {"sent_by": "server"}, "server"),
        ("sent_by", {}, "either"),
        ("fault", {"fault": "upstream"}, "upstream"),
        ("kind", {"kind": "planned"}, "planned"),
        ("clean", {}, "clean"),
        ("clean", EMPTY, "clean"),
        ("clean", LOST, "unclean"),
        ("clean", TLS, "unclean"),
        ("phase", {}, "open"),
        ("phase", EMPTY, "open"),
        ("phase", LOST, "any"),
        ("phase", TLS, "opening"),
        ("specified_in", {"specified_in": "registry"}, "registry"),
        ("retry", {"retry": "never"}, "never"),
        ("retry", {"retry": "after-fix"}, "after-fix"),
        ("retry", {"retry": "at-once"}, "at-once"),
        ("retry", {"retry": "depends"}, "depends"),
        ("retry", {"retry": "delayed"}, "delayed"),
        ("retry", {"retry": "delayed", "retry_address": "same"}, "delayed"),
        ("retry", {"retry": "depends", "retry_address": "other"}, "other-address"),
    ],
)
def test_word(name: str, facts: dict[str, object], expected: str, make_code: MakeCode) -> None:
    """The value of a fact is a word of a closed set."""
    assert Value(expected) == FACTS_BY_NAME[name].value_of(make_code(**facts))


@pytest.mark.parametrize(
    ("delay", "expected"),
    [
        ({"min": 5, "max": 30}, Value("delayed-random", (("min", 5), ("max", 30)))),
        ({"min": 0, "max": 5, "growth": "exponential"}, Value("delayed-growing", (("min", 0), ("max", 5)))),
        ({"min": 10, "max": 10}, Value("delayed-fixed", (("min", 10),))),
        ({"min": 10, "max": 10, "growth": "exponential"}, Value("delayed-longer", (("min", 10),))),
    ],
)
def test_retry_delay(delay: dict[str, object], expected: Value, make_code: MakeCode) -> None:
    """A published delay gives its bounds, or the one figure they agree in, and whether it grows."""
    code = make_code(retry="delayed", retry_delay=delay, retry_address="same")

    assert expected == FACTS_BY_NAME["retry"].value_of(code)


@pytest.mark.parametrize(
    ("name", "facts"),
    [("sent_by", LOCAL), ("sent_by", LOST), ("clean", LOCAL), ("phase", LOCAL), ("http_status", {})],
)
def test_no_question(name: str, facts: dict[str, object], make_code: MakeCode) -> None:
    """A fact has no value where the question does not arise."""
    assert None is FACTS_BY_NAME[name].value_of(make_code(**facts))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1000, "allowed"),
        (1001, "throws"),
        (2999, "throws"),
        (3000, "allowed"),
        (4999, "allowed"),
        (5000, "throws"),
    ],
)
def test_browser(number: int, expected: str, make_code: MakeCode) -> None:
    """What a page may pass to close() follows from the number."""
    assert Value(expected) == FACTS_BY_NAME["browser"].value_of(make_code(number))


def test_http_status(make_code: MakeCode) -> None:
    """The HTTP status that a code mirrors goes with the value."""
    assert Value("mirrors", (("status", 502),)) == FACTS_BY_NAME["http_status"].value_of(
        make_code(http_status=502)
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, None),
        (999, None),
        (1000, "protocol"),
        (2999, "protocol"),
        (3000, "registered"),
        (3999, "registered"),
        (4000, "private"),
        (4999, "private"),
        (5000, None),
        (65_535, None),
    ],
)
def test_range(number: int, expected: str | None, make_code: MakeCode) -> None:
    """The range follows from the number; below 1000 and above 4999 there is none."""
    assert (Value(expected) if expected else None) == FACTS_BY_NAME["range"].value_of(make_code(number))
