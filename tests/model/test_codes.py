"""Tests of what follows from a number and its facts, made up and of every registered code."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.model import (
    BrowserClose,
    CleanClose,
    CloseCode,
    Family,
    Origin,
    Pair,
    Phase,
    Site,
    browser_close,
)


MakeCode = Callable[..., CloseCode]

REGISTERED = {*range(1000, 1016), 3000, 3003, 3008}
"""The numbers of IANA’s registry."""
NEVER_SENT = {1004, 1005, 1006, 1015}
"""RFC 6455, section 7.4.1: reserved, or not to be set in a Close frame."""
SENT = REGISTERED - NEVER_SENT


def _source(id_: str, *supports: str, verified: bool = True) -> dict[str, object]:
    return {"id": id_, "url": f"https://example.org/{id_}", "supports": supports, "verified": verified}


@pytest.mark.parametrize("number", [1000, 3000, 3999, 4000, 4999])
def test_browser_allows(number: int) -> None:
    """A page may pass 1000 and 3000–4999 to close()."""
    assert BrowserClose.ALLOWED is browser_close(number)


@pytest.mark.parametrize("number", [0, 999, 1001, 1005, 2999, 5000, 65_535])
def test_browser_throws(number: int) -> None:
    """Any other number throws in a page."""
    assert BrowserClose.THROWS is browser_close(number)


@given(number=st.integers(min_value=0, max_value=65_535))
@settings(deadline=None)
def test_browser_close(number: int) -> None:
    """The rule of the WHATWG holds for every number (WebSockets, close(), step 1)."""
    throws = number != 1000 and not 3000 <= number <= 4999

    assert throws == (browser_close(number) is BrowserClose.THROWS)


@pytest.mark.parametrize(
    ("on_the_wire", "reported_for", "expected"),
    [
        (True, None, (Origin.FRAME, CleanClose.CLEAN, Phase.OPEN)),
        (False, "empty-close", (Origin.EMPTY_CLOSE, CleanClose.CLEAN, Phase.OPEN)),
        (False, "no-close", (Origin.NO_CLOSE, CleanClose.UNCLEAN, Phase.ANY)),
        (False, "tls-failure", (Origin.TLS_FAILURE, CleanClose.UNCLEAN, Phase.OPENING)),
        (False, None, (Origin.NOWHERE, CleanClose.NEVER_SEEN, Phase.NEVER)),
    ],
)
def test_derived(
    on_the_wire: bool,  # noqa: FBT001 - a column of the table
    reported_for: str | None,
    expected: tuple[Origin, CleanClose, Phase],
    make_code: MakeCode,
) -> None:
    """Origin, cleanliness and phase follow from two facts."""
    sender = "either" if on_the_wire else "nobody"
    code = make_code(1000, on_the_wire=on_the_wire, reported_for=reported_for, sent_by=sender)

    assert expected == (code.origin, code.clean, code.phase)


@pytest.mark.parametrize(
    ("family", "number", "expected"), [("websocket", 1012, "1012"), ("discord", 4004, "discord-4004")]
)
def test_id(family: str, number: int, expected: str, make_code: MakeCode) -> None:
    """A code knows its id and its number."""
    code = make_code(number, family)

    assert (expected, number) == (code.id, code.number)


def test_code_browser_close(make_code: MakeCode) -> None:
    """A code knows what a page’s close() does with it."""
    found = [make_code(number).browser_close for number in (1000, 1001)]

    assert [BrowserClose.ALLOWED, BrowserClose.THROWS] == found


def test_sources_of(make_code: MakeCode) -> None:
    """The sources of a fact or text are those that say they support it, in their order."""
    code = make_code(
        1000, sources=[_source("b", "fault", "when"), _source("c", "kind"), _source("a", "when")]
    )

    assert ["b", "a"] == [source.id for source in code.sources_of("when")]


def test_sources_of_delay(make_code: MakeCode) -> None:
    """A delay is backed by the one source that it names."""
    code = make_code(
        1012,
        sources=[_source("a", "retry_delay"), _source("b")],
        retry="delayed",
        retry_delay={"min": 5, "max": 30, "source": "b"},
    )

    assert ["b"] == [source.id for source in code.sources_of("retry_delay")]


def test_sources_without_delay(make_code: MakeCode) -> None:
    """Without a delay, what supports it is read like any other name."""
    code = make_code(1000, sources=[_source("a", "retry_delay")])

    assert ["a"] == [source.id for source in code.sources_of("retry_delay")]


@pytest.mark.parametrize(
    ("verified", "expected"),
    [((False, True), True), ((True, True), True), ((False, False), False), ((), False)],
)
def test_is_confirmed(verified: tuple[bool, ...], expected: bool, make_code: MakeCode) -> None:  # noqa: FBT001 - a column
    """A statement is confirmed if somebody opened at least one of its sources."""
    sources = [_source(f"s{index}", "when", verified=read) for index, read in enumerate(verified)]
    code = make_code(1000, sources=[*sources, _source("other", "fix")])

    assert expected is code.is_confirmed("when")


def test_lines_do_not_count(make_code: MakeCode) -> None:
    """A code is the same code wherever its texts stand in the file."""
    code = make_code(1000)

    assert code == CloseCode(code.family, code.record, code.path, {"text.when": 7})


def test_family(make_family: Callable[..., Family], make_code: MakeCode) -> None:
    """A family has its id, its codes and the day its list was read."""
    family = make_family("discord", [make_code(4004, "discord")])

    found = (family.id, [code.id for code in family.codes], family.read_on)
    assert ("discord", ["discord-4004"], datetime.date(2026, 11, 22)) == found


def test_pair_in_page_order(make_code: MakeCode) -> None:
    """A pair stands in the order of its page, whatever the order given."""
    one, other = make_code(1008), make_code(1000, "discord")

    pairs = [Pair.of(one, other), Pair.of(other, one)]
    assert [("1008", "discord-1000")] * 2 == [(pair.first.id, pair.second.id) for pair in pairs]


def test_pair_authored(make_site: Callable[..., Site], make_code: MakeCode) -> None:
    """A pair carries what a person wrote about it."""
    one, other = make_code(1000), make_code(1001)
    (authored,) = make_site(one, other, comparisons=[("1000", "1001")]).comparisons.values()

    assert [authored, None] == [Pair.of(other, one, authored).authored, Pair.of(other, one).authored]


def test_site_codes(make_site: Callable[..., Site], make_code: MakeCode) -> None:
    """A site has every code of every family by its id."""
    site = make_site(make_code(1000), make_code(1000, "discord"), make_code(4004, "discord"))

    found = {id_: (code.family, code.number) for id_, code in site.codes.items()}
    expected = {
        "1000": ("websocket", 1000),
        "discord-1000": ("discord", 1000),
        "discord-4004": ("discord", 4004),
    }
    assert expected == found


def test_site_family(make_site: Callable[..., Site], make_code: MakeCode) -> None:
    """A site finds a family by its id."""
    site = make_site(make_code(1000), make_code(4004, "discord"))

    assert "discord" == site.family("discord").id


def test_site_unknown_family(make_site: Callable[..., Site]) -> None:
    """A family that does not exist is a KeyError."""
    with pytest.raises(KeyError):
        make_site().family("discord")


def test_site_tagline(make_site: Callable[..., Site]) -> None:
    """A site has the tagline of its record."""
    assert "A small site" == make_site().tagline.english


def test_registry(real_site: Site) -> None:
    """The family of the registry holds every registered number, in order."""
    assert sorted(REGISTERED) == [code.number for code in real_site.family("websocket").codes]


def test_real_wire(real_site: Site) -> None:
    """RFC 6455 keeps 1004, 1005, 1006 and 1015 out of Close frames, and no other registered code."""
    found = {code.number for code in real_site.family("websocket").codes if not code.facts.on_the_wire}

    assert NEVER_SENT == found


def test_real_origin(real_site: Site) -> None:
    """A program has a code from a frame, except for the three that its library reports and 1004."""
    expected = {
        **dict.fromkeys(SENT, Origin.FRAME),
        1004: Origin.NOWHERE,
        1005: Origin.EMPTY_CLOSE,
        1006: Origin.NO_CLOSE,
        1015: Origin.TLS_FAILURE,
    }

    assert expected == {code.number: code.origin for code in real_site.family("websocket").codes}


def test_real_clean(real_site: Site) -> None:
    """Every close is clean but 1006 and 1015, without a closing handshake, and 1004, never seen."""
    expected = {
        **dict.fromkeys({*SENT, 1005}, CleanClose.CLEAN),
        1004: CleanClose.NEVER_SEEN,
        1006: CleanClose.UNCLEAN,
        1015: CleanClose.UNCLEAN,
    }

    assert expected == {code.number: code.clean for code in real_site.family("websocket").codes}


def test_real_phase(real_site: Site) -> None:
    """A Close frame needs an open connection; 1006 may come at any time, 1015 only before."""
    expected = {
        **dict.fromkeys({*SENT, 1005}, Phase.OPEN),
        1004: Phase.NEVER,
        1006: Phase.ANY,
        1015: Phase.OPENING,
    }

    assert expected == {code.number: code.phase for code in real_site.family("websocket").codes}


def test_real_browser_close(real_site: Site) -> None:
    """A page may pass only 1000, 3000, 3003 and 3008 of the registered codes to close()."""
    codes = real_site.family("websocket").codes

    assert {1000, 3000, 3003, 3008} == {
        code.number for code in codes if code.browser_close is BrowserClose.ALLOWED
    }
