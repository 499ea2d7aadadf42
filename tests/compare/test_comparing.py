"""Tests of what two codes share and differ in, made up and on the real site."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closecodes.compare import FACTS, FACTS_BY_NAME, Value, Verdict, compare
from closecodes.i18n import Language, find_languages
from closecodes.model import CloseCode, Pair, Site, pairs_of
from closecodes.render.words import contrast_head, contrast_tail


MakeCode = Callable[..., CloseCode]

LOCALES = Path(__file__).resolve().parents[2] / "locales"
ONE, OTHER = Value("client"), Value("server")
FACTS_OF_CODES = st.fixed_dictionaries(
    {
        "number": st.integers(min_value=900, max_value=5100),
        "subject": st.sampled_from(["policy", "restart"]),
        "kind": st.sampled_from(["planned", "refusal"]),
        "retry": st.sampled_from(["never", "delayed"]),
        "http_status": st.sampled_from([None, 403, 502]),
        "retry_delay": st.sampled_from([None, {"min": 5, "max": 30}, {"min": 0, "max": 30}]),
    }
)


def _verdict(first: CloseCode, second: CloseCode, name: str) -> Verdict:
    return next(verdict for verdict in compare(Pair(first, second)) if verdict.fact.name == name)


@pytest.mark.parametrize(
    ("first", "second", "differs", "tells_apart", "shared"),
    [
        (ONE, OTHER, True, True, None),
        (ONE, ONE, False, False, ONE),
        (ONE, None, True, False, None),
        (None, OTHER, True, False, None),
    ],
)
def test_verdict(
    first: Value | None,
    second: Value | None,
    differs: bool,  # noqa: FBT001
    tells_apart: bool,  # noqa: FBT001
    shared: Value | None,
) -> None:
    """A fact differs or is shared; it tells codes apart only if both have a value."""
    verdict = Verdict.of(FACTS_BY_NAME["sent_by"], first, second)

    assert (differs, tells_apart, shared) == (verdict.differs, verdict.tells_apart, verdict.shared)


def test_difference(make_code: MakeCode) -> None:
    """A fact in which two codes differ has both values side by side."""
    verdict = _verdict(make_code(kind="planned"), make_code(kind="failure"), "kind")

    assert (Value("planned"), Value("failure"), True) == (verdict.first, verdict.second, verdict.differs)


def test_agreement(make_code: MakeCode) -> None:
    """A fact in which two codes agree has the value that they share."""
    assert (
        Value("planned")
        == _verdict(make_code(1000, kind="planned"), make_code(1001, kind="planned"), "kind").shared
    )


def test_numbers_differ(make_code: MakeCode) -> None:
    """Two delays with other bounds are two values of one fact."""
    one, other = (make_code(retry="delayed", retry_delay={"min": 1, "max": high}) for high in (5, 30))

    assert _verdict(one, other, "retry").tells_apart


def test_one_sided(make_code: MakeCode) -> None:
    """A fact that only one of two codes has differs, but makes no sentence."""
    verdict = _verdict(make_code(http_status=502), make_code(), "http_status")

    assert (Value("mirrors", (("status", 502),)), None, False) == (
        verdict.first,
        verdict.second,
        verdict.tells_apart,
    )


def test_neither_has_it(make_code: MakeCode) -> None:
    """A fact that neither of two codes has is left out."""
    names = [verdict.fact.name for verdict in compare(Pair(make_code(1000), make_code(1001)))]

    assert [fact.name for fact in FACTS if fact.name != "http_status"] == names


def test_most_telling_first(make_code: MakeCode) -> None:
    """Verdicts come in the order of the facts."""
    one = make_code(on_the_wire=False, sent_by="nobody", kind="failure", specified_in="registry")

    told = [verdict.fact.name for verdict in compare(Pair(one, make_code())) if verdict.tells_apart]
    assert ["origin", "kind", "specified_in"] == told


@given(one=FACTS_OF_CODES, other=FACTS_OF_CODES)
@settings(deadline=None)
def test_mirrored(one: dict[str, object], other: dict[str, object], make_code: MakeCode) -> None:
    """The other order of two codes gives the same verdicts, their values exchanged."""
    first, second = make_code(**one), make_code(**other)

    mirrored = tuple(
        Verdict.of(verdict.fact, verdict.second, verdict.first) for verdict in compare(Pair(second, first))
    )
    assert mirrored == compare(Pair(first, second))


@given(one=FACTS_OF_CODES, other=FACTS_OF_CODES)
@settings(deadline=None)
def test_differs_or_shared(one: dict[str, object], other: dict[str, object], make_code: MakeCode) -> None:
    """Each fact of any two codes either differs or is shared, never both and never neither."""
    verdicts = compare(Pair(make_code(**one), make_code(**other)))

    assert all(verdict.differs == (verdict.shared is None) for verdict in verdicts)


@given(facts=FACTS_OF_CODES)
@settings(deadline=None)
def test_same_facts(facts: dict[str, object], make_code: MakeCode) -> None:
    """Two codes with the same facts share them all."""
    verdicts = compare(Pair(make_code(**facts), make_code(**facts, family="discord")))

    assert [] == [verdict.fact.name for verdict in verdicts if verdict.differs]


def test_real_pairs_differ(real_site: Site) -> None:
    """Any two registered codes of the real site differ in a fact that makes a sentence."""
    alike = [
        f"{one.id}-{other.id}"
        for one, other in combinations(real_site.registered, 2)
        if not any(verdict.tells_apart for verdict in compare(Pair(one, other)))
    ]

    assert [] == alike


@pytest.mark.parametrize("tag", find_languages(LOCALES))
def test_real_differences_are_own(tag: str, real_site: Site) -> None:
    """No two comparisons give the same differences, numbers apart, unless the same facts differ alike."""
    language = Language.load(tag, LOCALES)
    alike = defaultdict[tuple[str, ...], dict[tuple[Verdict, ...], str]](dict)
    for pair in pairs_of(real_site):
        verdicts = tuple(verdict for verdict in compare(pair) if verdict.tells_apart)
        sentences = tuple(_without_numbers(_contrast(each, pair, language), pair) for each in verdicts)
        alike[sentences].setdefault(verdicts, f"{pair.first.id}-{pair.second.id}")

    assert [] == [list(by_facts.values()) for by_facts in alike.values() if len(by_facts) > 1]


def _contrast(verdict: Verdict, pair: Pair, language: Language) -> str:
    """Return the sentence of a fact that tells the codes apart, as a comparison has it."""
    name = verdict.fact.name
    assert verdict.first
    assert verdict.second
    head = contrast_head(name, verdict.first, pair.first, language)
    return head + contrast_tail(name, verdict.second, pair.second, language)


def _without_numbers(sentence: str, pair: Pair) -> str:
    """Return a sentence with the two codes replaced, but not the ranges that begin or end with them."""
    for letter, code in (("A", pair.first), ("B", pair.second)):
        sentence = re.sub(rf"(?<![\d–]){code.number}(?![\d–])", letter, sentence)
    return sentence
